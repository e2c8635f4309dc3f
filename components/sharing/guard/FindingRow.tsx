import { useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import type { FindingView } from '@/utils/messaging/guard-views';
import styles from './guard.module.css';
import { LetStandForm } from './LetStandForm';

interface FindingRowProps {
  finding: FindingView;
  /** What the button does; null where only the person's own words can change it. */
  remedy: 'mask' | 'remove' | null;
  onRemedy: () => void;
}

const WHY = {
  'national-number': 'person',
  'bis-number': 'person',
  bsn: 'person',
  'enterprise-number': 'enterprise',
  iban: 'account',
  'e-mail': 'contact',
  phone: 'contact',
  dossier: 'dossier',
} as const;

/** One thing that was found: what it is, why it is marked, and what can be done about it. */
export function FindingRow({ finding, remedy, onRemedy }: FindingRowProps) {
  const { t } = useText();
  const row = useRef<HTMLLIElement>(null);
  const [asking, setAsking] = useState(false);
  const { text, reason } = finding;
  const kind = t(`guard.kind-${finding.kind}`);
  const isOpen = reason === null;
  const close = (): void => {
    setAsking(false);
    row.current?.querySelector('button')?.focus();
  };
  return (
    <li class={`${styles.finding} ${isOpen ? '' : styles.stays}`} ref={row} data-open-finding={isOpen}>
      <p class={styles.what}>{t('guard.found', { kind, text })}</p>
      <p class={styles.why}>{isOpen ? t(`guard.why-${WHY[finding.kind]}`) : t('guard.left', { reason })}</p>
      {isOpen && finding.field === 'whole' && <p class={styles.why}>{t('guard.whole')}</p>}
      <div class={styles.actions}>
        {remedy !== null && (
          <Button onPress={onRemedy} label={t(`guard.${remedy}-this`, { kind, text })}>
            {t(`guard.${remedy}`)}
          </Button>
        )}
        {isOpen && !asking && (
          <Button
            variant="quiet"
            onPress={() => setAsking(true)}
            label={t('guard.leave-this', { kind, text })}
          >
            {t('guard.leave')}
          </Button>
        )}
      </div>
      {isOpen && asking && <LetStandForm finding={finding} onDone={close} />}
    </li>
  );
}
