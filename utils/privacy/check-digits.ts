/** The remainder of a decimal number of any length; linear, and exact where a float is not. */
export function remainder(digits: string, by: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
}

/** Days of each month in a leap year; no month has more. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether so many days fit in that month (1–12). */
export function isDayOf(month: number, day: number): boolean {
  return day <= (DAYS[month - 1] ?? 0);
}
