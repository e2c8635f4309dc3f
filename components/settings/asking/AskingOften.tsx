import { useText } from '@/components/hooks/text';
import { Choices } from '@/components/ui/Choices';
import type { AskingView } from '@/utils/messaging/asking-views';
import styles from './asking.module.css';
import { SaveState } from './SaveState';
import type { AskingEdit } from './use-asking';

const PER_WEEK = [1, 2, 3] as const;

/** How many questions a week; never more than the organisation allows. */
export function AskingOften({ edit, allowed }: { edit: AskingEdit; allowed: AskingView['allowed'] }) {
  const { t } = useText();
  const most = allowed.perDay === 0 ? 0 : (allowed.perWeek ?? 3);
  if (most === 0) return <p class={styles.narrowed}>{t('asking.often-none')}</p>;
  const offered = PER_WEEK.filter((perWeek) => perWeek <= most);
  const chosen = offered.find((perWeek) => perWeek === edit.chosen.perWeek) ?? most;
  return (
    <div class={styles.group}>
      <Choices
        legend={t('asking.often')}
        value={String(chosen)}
        choices={offered.map((perWeek) => ({
          value: String(perWeek),
          label: t('asking.per-week', { count: perWeek }),
        }))}
        onChange={(value) => {
          const perWeek = offered.find((one) => String(one) === value);
          if (perWeek !== undefined) edit.change('often', { perWeek });
        }}
      />
      <p class={styles.note}>{t('asking.ceiling')}</p>
      {most < 3 && <p class={styles.narrowed}>{t('asking.often-narrowed', { count: most })}</p>}
      <SaveState state={edit.stateOf('often')} />
    </div>
  );
}
