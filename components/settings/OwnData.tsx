import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import { FilePicker } from '@/components/ui/FilePicker';
import { Notice } from '@/components/ui/Notice';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { Trouble } from '@/components/ui/trouble';
import type { Result } from '@/utils/kernel/result';
import type { Replies } from '@/utils/messaging/contract';
import styles from './OwnData.module.css';

export type Imported = Result<Replies['data:import'], Trouble>;

interface OwnDataProps {
  onExport: () => Promise<Trouble | null>;
  onImport: (file: File) => Promise<Imported>;
  onWipe: () => Promise<Trouble | null>;
}

/** Everything of this person on this device: take it along, put it back, erase it. */
export function OwnData({ onExport, onImport, onWipe }: OwnDataProps) {
  const { t } = useText();
  const [imported, setImported] = useState<Imported | null>(null);
  return (
    <>
      <div class={styles.actions}>
        <ActionButton attempt={onExport} done={t('options.exported')}>
          {t('options.export')}
        </ActionButton>
        <FilePicker
          label={t('options.import')}
          accept="application/json,.json"
          onPick={(file) => void onImport(file).then(setImported)}
        />
      </div>
      <p class={styles.hint}>{t('options.import-hint')}</p>
      {imported !== null && <ImportResult imported={imported} />}
      <div class={styles.actions}>
        <Wipe onExport={onExport} onWipe={onWipe} />
      </div>
    </>
  );
}

function ImportResult({ imported }: { imported: Imported }) {
  const { t } = useText();
  if (!imported.ok) return <ProblemNotice problem={imported.error} />;
  const { drafts, entries, receipts } = imported.value;
  const sentence = t('options.imported', {
    drafts: t('options.imported-drafts', { count: drafts }),
    entries: t('options.imported-entries', { count: entries }),
    receipts: t('options.imported-receipts', { count: receipts }),
  });
  return <Notice tone="success">{sentence}</Notice>;
}

function Wipe({ onExport, onWipe }: Omit<OwnDataProps, 'onImport'>) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" onPress={() => setAsking(true)}>
        {t('options.wipe')}
      </Button>
      {asking && (
        <Confirm
          title={t('options.wipe-title')}
          action={t('options.wipe-action')}
          attempt={onWipe}
          done={t('options.wiped')}
          onClose={() => setAsking(false)}
        >
          <p>{t('options.wipe-text')}</p>
          <Unsent />
          <ActionButton variant="primary" attempt={onExport} done={t('options.exported')}>
            {t('options.wipe-first')}
          </ActionButton>
        </Confirm>
      )}
    </>
  );
}

/** What would be lost, because it is nowhere else; nothing where nothing would. */
function Unsent() {
  const { t } = useText();
  const { value: unsent } = useAsk('data:unsent', {});
  if (unsent === null || unsent.drafts + unsent.entries === 0) return null;
  return (
    <Notice tone="warning">
      {t('options.wipe-unsent', {
        drafts: t('options.imported-drafts', { count: unsent.drafts }),
        entries: t('options.imported-entries', { count: unsent.entries }),
      })}
    </Notice>
  );
}
