import { DAY_MS } from '@/utils/kernel/clock';

/** Local midnight with which every life begins. It has Easter, Ascension and a change of the clocks before it. */
export const FIRST_DAY = new Date(2026, 11, 1);

/** Belgium's holidays around then, written down and not computed: they check what the product computes. */
export const HOLIDAYS: ReadonlySet<string> = new Set([
  ...['2026-11-11', '2026-12-25', '2027-01-01', '2027-03-28', '2027-03-29', '2027-05-01'],
  ...['2027-05-06', '2027-05-16', '2027-05-17', '2027-07-21', '2027-08-15', '2027-11-01', '2027-11-11'],
]);

/** The local midnight of a day, counted from the first. */
export function dayAt(index: number): number {
  const [year = 0, month = 0, day = 0] = partsOf(FIRST_DAY);
  return new Date(year, month, day + index).getTime();
}

/** YYYY-MM-DD, local. */
export function dateOf(at: number): string {
  const [year = 0, month = 0, day = 0] = partsOf(new Date(at));
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Local minutes after midnight. */
export function minuteOf(at: number): number {
  const day = new Date(at);
  return day.getHours() * 60 + day.getMinutes();
}

/** The same time of day on the `count`-th of these dates after a moment. */
export function afterDates(at: number, count: number, working: ReadonlySet<string>): number {
  const day = new Date(at);
  let left = count;
  for (let ahead = 0; left > 0 && ahead < 1_000; ahead += 1) {
    day.setDate(day.getDate() + 1);
    if (working.has(dateOf(day.getTime()))) left -= 1;
  }
  return left === 0 ? day.getTime() : at + count * DAY_MS;
}

function partsOf(day: Date): readonly number[] {
  return [day.getFullYear(), day.getMonth(), day.getDate()];
}
