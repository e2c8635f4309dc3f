import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import { Disclosure } from '@/components/ui/Disclosure';
import type { Attempt } from '@/components/ui/trouble';
import type { LedgerView } from '@/utils/messaging/ledger-views';
import styles from './rows.module.css';

interface LedgerKeptProps {
  kept: LedgerView['kept'];
  onExport: Attempt;
  onWipe: Attempt;
}

/** How much of the person's work is held here and for how long; taken along, or forgotten. */
export function LedgerKept({ kept, onExport, onWipe }: LedgerKeptProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { seen, sent, titled, days, shownDays, titledDays } = kept;
  return (
    <>
      <Disclosure title={t('ledger.kept')}>
        <ul>
          <li>{t('ledger.kept-seen', { count: seen, days, shownDays })}</li>
          <li>{t('ledger.kept-sent', { count: sent, days })}</li>
          <li>{t('ledger.kept-titled', { count: titled, days: titledDays })}</li>
        </ul>
      </Disclosure>
      <div class={styles.actions}>
        <ActionButton attempt={onExport} done={t('options.exported')}>
          {t('ledger.export')}
        </ActionButton>
        <Button variant="danger" onPress={() => setAsking(true)}>
          {t('ledger.wipe')}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={t('ledger.wipe-title')}
          action={t('ledger.wipe-action')}
          attempt={onWipe}
          done={t('ledger.wiped')}
          onClose={() => setAsking(false)}
        >
          <p>{t('ledger.wipe-text')}</p>
        </Confirm>
      )}
    </>
  );
}
