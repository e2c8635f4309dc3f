import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import type { Text } from '@/utils/language';
import { type Language, LOCALES } from '@/utils/language/languages';

const STEPS = [
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
  ['second', SECOND_MS],
] as const;

/** "over 3 minuten", "gisteren": the distance between two moments (epoch ms) in the largest unit that fits. */
export function describeDistance(at: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const distance = at - now;
  const [unit, size] = STEPS.find(([, step]) => Math.abs(distance) >= step) ?? ['second', SECOND_MS];
  return format.format(Math.trunc(distance / size), unit);
}

/** How long ago something was written, by a clock elsewhere that may run ahead of ours: never in the future. */
export function describeAgo(at: number, now: number, language: string): string {
  return describeDistance(Math.min(at, now), now, language);
}

/** When something is tried again (epoch ms): a moment that has passed is not "two seconds ago", it is about to happen. */
export function describeNextTry(at: number, now: number, t: Text, language: string): string {
  return at > now ? describeDistance(at, now, language) : t('ui.soon');
}

/** A moment (epoch ms) as a date and a time of day. */
export function describeMoment(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The day of a moment (epoch ms), without the year: for what lies at most weeks away. */
export function describeDay(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long' }).format(at);
}

/** A moment (epoch ms) as a time of day, with its date where that is another day than `now`. */
export function describeUntil(at: number, now: number, language: Language): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  if (!sameDay) return describeMoment(at, language);
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short' }).format(at);
}
