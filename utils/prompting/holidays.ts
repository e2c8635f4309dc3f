import type { Holidays } from '@/utils/settings/asking';

type Country = NonNullable<Holidays>;

/** Day and month of the holidays that have a fixed date, and days after Easter Sunday of those that move. */
const HOLIDAYS: Readonly<
  Record<Country, { readonly fixed: readonly string[]; readonly easter: readonly number[] }>
> = {
  be: {
    fixed: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
    easter: [0, 1, 39, 49, 50],
  },
  nl: { fixed: ['01-01', '04-27', '12-25', '12-26'], easter: [-2, 0, 1, 39, 49, 50] },
  lu: {
    fixed: ['01-01', '05-01', '05-09', '06-23', '08-15', '11-01', '12-25', '12-26'],
    easter: [0, 1, 39, 49, 50],
  },
  fr: {
    fixed: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
    easter: [0, 1, 39, 49, 50],
  },
  de: { fixed: ['01-01', '05-01', '10-03', '12-25', '12-26'], easter: [-2, 0, 1, 39, 49, 50] },
};

/** Whether a day (local time) is a public holiday in the whole country; regional ones are days off of one's own. */
export function isHoliday(day: Date, country: Country): boolean {
  const { fixed, easter } = HOLIDAYS[country];
  const monthAndDay = `${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
  if (fixed.includes(monthAndDay)) return true;
  const [month, sunday] = easterOf(day.getFullYear());
  return easter.some((after) => isSameDay(day, new Date(day.getFullYear(), month, sunday + after)));
}

/** Month (from 0) and day of Easter Sunday: the anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easterOf(year: number): readonly [number, number] {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const corrected = Math.floor((century + 8) / 25);
  const moon = Math.floor((century - corrected + 1) / 3);
  const epact = (19 * golden + century - leaps - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return [Math.floor(days / 31) - 1, (days % 31) + 1];
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
