import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { describeMoment } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import { Disclosure } from '@/components/ui/Disclosure';
import type { Trouble } from '@/components/ui/trouble';
import type { Text } from '@/utils/language';
import type { AsideRow, AsideView } from '@/utils/messaging/aside-views';
import own from './PutAside.module.css';
import styles from './rows.module.css';

export interface AsideActions {
  readonly save: () => Promise<Trouble | null>;
  /** Removes what was put aside up to this moment (epoch ms), for good. */
  readonly remove: (upTo: number) => Promise<Trouble | null>;
  readonly copy: (text: string) => Promise<Trouble | null>;
}

/** What could not be read: as much of it as still reads, as a file, and away only when the person says so. */
export function PutAside({ aside, actions }: { aside: AsideView; actions: AsideActions }) {
  const { t, language } = useText();
  const [asking, setAsking] = useState(false);
  const { count, rows } = aside;
  const moments = rows.map(({ at }) => at);
  const hidden = count - rows.length;
  return (
    <>
      <p>{t('options.aside-lead', { count, since: describeMoment(Math.min(...moments), language) })}</p>
      <ul class={styles.rows}>
        {rows.map((row) => (
          <Row key={row.id} row={row} copy={actions.copy} />
        ))}
      </ul>
      {hidden > 0 && <p>{t('options.aside-rest', { count: hidden })}</p>}
      <div class={styles.actions}>
        <ActionButton attempt={actions.save} done={t('options.exported')}>
          {t('options.aside-export')}
        </ActionButton>
        <Button variant="danger" onPress={() => setAsking(true)}>
          {t('options.aside-remove')}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={t('options.aside-remove-title')}
          action={t('options.aside-remove-action')}
          attempt={() => actions.remove(Math.max(...moments))}
          done={t('options.aside-removed')}
          onClose={() => setAsking(false)}
        >
          <p>{t('options.aside-remove-text')}</p>
        </Confirm>
      )}
    </>
  );
}

function Row({ row, copy }: { row: AsideRow; copy: AsideActions['copy'] }) {
  const { t, language } = useText();
  const { table, at, text } = row;
  const title = row.title.trim() || t('options.aside-untitled');
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <span class={styles.title}>{title}</span>
        <p class={styles.detail}>
          {t('options.aside-from', { table: tableName(t, table), when: describeMoment(at, language) })}
        </p>
        {text !== '' && (
          <Disclosure title={t('options.aside-text')}>
            <p class={own.written}>{text}</p>
            <ActionButton
              attempt={() => copy(text)}
              done={t('ui.copied')}
              label={t('options.aside-copy-label', { title })}
            >
              {t('options.aside-copy')}
            </ActionButton>
          </Disclosure>
        )}
      </div>
    </li>
  );
}

const TABLES = [
  ...(['drafts', 'entries', 'receipts', 'communities'] as const),
  ...(['prompts', 'sites', 'recipes', 'settings'] as const),
] as const;

/** A file may be anybody's, and name any table. */
function tableName(t: Text, table: string): string {
  const known = TABLES.find((name) => name === table);
  return t(`options.aside-tables.${known ?? 'other'}`);
}
