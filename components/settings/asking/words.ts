import { type Language, LOCALES } from '@/utils/language/languages';
import type { DayOff } from '@/utils/settings/asking';

const MINUTES_OF_DAY = 24 * 60;
/** A Monday, so that ISO day 1 is the first of its month. */
const MONDAY = { year: 2024, month: 0 } as const;

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** "maandag" for the ISO day of the week 1. */
export function weekday(day: number, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long' });
  return format.format(new Date(MONDAY.year, MONDAY.month, day));
}

/** "maandag, dinsdag en woensdag", in the order of the week. */
export function weekdays(days: readonly number[], language: Language): string {
  const names = [...days].sort().map((day) => weekday(day, language));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** Minutes after midnight as a time field has them, HH:MM; the end of the day is its last minute. */
export function clockOf(minutes: number): string {
  const within = Math.min(minutes, MINUTES_OF_DAY - 1);
  return `${twoDigits(Math.floor(within / 60))}:${twoDigits(within % 60)}`;
}

/** Minutes after midnight; null for what a time field has while it is empty. */
export function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** A local calendar day (YYYY-MM-DD) in words. */
export function dayInWords(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long' });
  return format.format(new Date(`${date}T12:00`));
}

/** The local calendar day of a moment (epoch ms), YYYY-MM-DD. */
export function dateOf(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
}

export function isSameLeave(one: DayOff, other: DayOff): boolean {
  return one.from === other.from && one.to === other.to;
}

/** "Frankrijk" for fr. */
export function countryName(country: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country.toUpperCase()) ?? country;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
