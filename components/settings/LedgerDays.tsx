import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import type { LedgerRow, LedgerView } from '@/utils/messaging/ledger-views';
import own from './LedgerDays.module.css';
import styles from './rows.module.css';

/** What was seen and sent, a list for each day; how much that is, is said whenever it changes. */
export function LedgerDays({ days, searched }: Pick<LedgerView, 'days'> & { searched: boolean }) {
  const { t } = useText();
  const count = days.reduce((sum, { rows }) => sum + rows.length, 0);
  const nothing = t(searched ? 'ledger.nothing-found' : 'ledger.nothing');
  return (
    <>
      <p role="status">{count === 0 ? nothing : t('ledger.shown', { count })}</p>
      {days.map(({ day, rows }) => (
        <Section key={day} title={day} size="sub">
          <ul class={styles.rows}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function Row({ row: { time, sentence, details } }: { row: LedgerRow }) {
  return (
    <li class={`${styles.row} ${styles.tall}`}>
      <span class={own.time}>{time}</span>
      <div class={styles.words}>
        <p>{sentence}</p>
        {details.map((detail) => (
          <p key={detail} class={styles.detail}>
            {detail}
          </p>
        ))}
      </div>
    </li>
  );
}
