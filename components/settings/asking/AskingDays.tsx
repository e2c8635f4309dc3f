import { useText } from '@/components/hooks/text';
import { Checkbox } from '@/components/ui/Checkbox';
import type { AskingView } from '@/utils/messaging/asking-views';
import styles from './asking.module.css';
import { SaveState } from './SaveState';
import type { AskingEdit } from './use-asking';
import { WEEK, weekday, weekdays } from './words';

/** The days of the week on which one may be asked; those that the organisation leaves out cannot be chosen. */
export function AskingDays({ edit, allowed }: { edit: AskingEdit; allowed: AskingView['allowed'] }) {
  const { t, language } = useText();
  const { days } = edit.chosen.hours;
  const isAllowed = (day: number): boolean => allowed.days?.includes(day) ?? true;
  const closed = WEEK.filter((day) => !isAllowed(day));
  const choose = (day: number, works: boolean): void => {
    const others = days.filter((one) => one !== day);
    edit.changeHours('days', { days: works ? [...others, day].sort() : others });
  };
  return (
    <fieldset class={styles.group}>
      <legend class={styles.legend}>{t('asking.days')}</legend>
      <div class={styles.days}>
        {WEEK.filter(isAllowed).map((day) => (
          <Checkbox key={day} checked={days.includes(day)} onChange={(works) => choose(day, works)}>
            {weekday(day, language)}
          </Checkbox>
        ))}
      </div>
      {closed.length > 0 && (
        <p class={styles.narrowed}>{t('asking.days-narrowed', { days: weekdays(closed, language) })}</p>
      )}
      <SaveState state={edit.stateOf('days')} />
    </fieldset>
  );
}
