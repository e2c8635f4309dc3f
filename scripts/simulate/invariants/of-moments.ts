import { MINUTE_MS } from '@/utils/kernel/clock';
import { afterDates, dateOf, HOLIDAYS, minuteOf } from '../calendar';
import type { Life, Seen } from '../life';
import { breaches } from './timelines';

export const MOMENTS = {
  'only on days of work': (life: Life) =>
    breaches(life, ({ at }, _before, time) => {
      const { days, daysOff } = life.person.hours;
      const date = dateOf(time(at));
      return (
        !days.includes(new Date(time(at)).getDay()) ||
        HOLIDAYS.has(date) ||
        daysOff.some(({ from, to }) => from <= date && date <= to)
      );
    }),
  'only at hours that person and organisation allow': (life: Life) =>
    breaches(life, ({ at }, _before, time) => {
      const { hours, policy } = life.person;
      const minute = minuteOf(time(at));
      return minute < Math.max(hours.from, policy.from) || minute >= Math.min(hours.to, policy.to);
    }),
  'none when the day begins': (life: Life) =>
    breaches(life, ({ decided }, _before, time) => {
      const today = [...life.activities.map(({ at }) => at), ...life.starts]
        .filter((at) => at.true <= decided.true)
        .map(time)
        .filter((at) => dateOf(at) === dateOf(time(decided)));
      return time(decided) < Math.min(...today) + 6 * MINUTE_MS;
    }),
  'none in the first days': (life: Life) =>
    breaches(life, ({ decided }, _before, time) => {
      const known = life.activities.filter(({ at }) => at.true < decided.true);
      const [first] = known;
      if (first === undefined || known.length < 3) return true;
      const from = new Date(afterDates(time(first.at), 2, life.person.known)).setHours(0, 0, 0, 0);
      return time(decided) < from;
    }),
  'one at a time': (life: Life) =>
    count(life, (chip) =>
      life.seen.some(
        (other) =>
          other !== chip && other.decided.true < chip.decided.true && chip.decided.true < other.at.true,
      ),
    ),
  'none about sensitive pages': (life: Life) => count(life, ({ page }) => page.includes('/hr/')),
} as const;

function count({ seen }: Life, isBreach: (chip: Seen) => boolean): number {
  return seen.filter(isBreach).length;
}
