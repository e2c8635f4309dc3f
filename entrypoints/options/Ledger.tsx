import { useState } from 'preact/hooks';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useSettled } from '@/components/hooks/use-settled';
import { LedgerDays } from '@/components/settings/LedgerDays';
import { LedgerKept } from '@/components/settings/LedgerKept';
import { Button } from '@/components/ui/Button';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { ask } from '@/utils/messaging/ask';
import type { LedgerKind } from '@/utils/messaging/ledger-views';
import { exportLedger } from './actions';

const KINDS: readonly LedgerKind[] = ['all', 'seen', 'sent'];
const AT_ONCE = 25;
/** What one may ask for at most; see `ledger:read`. */
const MOST_ROWS = 1_000;
const LONGEST_SEARCH = 200;
const TYPING_MS = 300;

/** What Deelgenoot saw and what left this device, told to the person whose work it is. */
export function Ledger() {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<LedgerKind>('all');
  const [rows, setRows] = useState(AT_ONCE);
  const search = useSettled(typed, TYPING_MS);
  const { value: ledger, problem } = useAsk('ledger:read', {
    kind,
    search: search.slice(0, LONGEST_SEARCH),
    rows,
  });
  const startAgain = (): void => setRows(AT_ONCE);
  return (
    <Section title={t('options.ledger')} id="ledger">
      <p>{t('ledger.lead')}</p>
      <ProblemNotice problem={problem} />
      {ledger !== null && (
        <>
          <LedgerKept
            kept={ledger.kept}
            onExport={exportLedger}
            onWipe={() => settle(ask('ledger:wipe', {}))}
          />
          <TextField
            label={t('ledger.search')}
            hint={t('ledger.search-hint')}
            value={typed}
            onInput={(text) => {
              setTyped(text);
              startAgain();
            }}
          />
          <Select
            label={t('ledger.kind')}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`ledger.kind-${value}`) }))}
            onChange={(value) => {
              setKind(KINDS.find((one) => one === value) ?? 'all');
              startAgain();
            }}
          />
          <LedgerDays days={ledger.days} searched={search.trim() !== '' || kind !== 'all'} />
          {ledger.more && rows < MOST_ROWS && (
            <Button onPress={() => setRows(Math.min(rows * 2, MOST_ROWS))}>{t('ledger.more')}</Button>
          )}
          {ledger.more && rows >= MOST_ROWS && <p>{t('ledger.newest-only')}</p>}
        </>
      )}
    </Section>
  );
}
