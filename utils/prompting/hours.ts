import type { AskingHours, Holidays } from '@/utils/settings/asking';
import { isHoliday } from './holidays';

const LOOKS_AHEAD_DAYS = 400;

/** A person's hours as an organisation narrowed them: its holidays come on top of those of the person. */
export interface HoursInForce extends AskingHours {
  readonly organisationHolidays?: Holidays;
}

/** Whether somebody works on the day of this moment (epoch ms, local time). */
export function isWorkingDay(at: number, hours: HoursInForce): boolean {
  const { days, daysOff, holidays, organisationHolidays = null } = hours;
  const day = new Date(at);
  if (!days.includes(day.getDay() || 7)) return false;
  if (holidays !== null && isHoliday(day, holidays)) return false;
  if (organisationHolidays !== null && isHoliday(day, organisationHolidays)) return false;
  const date = localDate(day);
  return !daysOff.some(({ from, to }) => from <= date && date <= to);
}

/** Whether a moment lies between the hours, whatever the day. */
export function isWithinHours(at: number, { from, to }: AskingHours): boolean {
  const day = new Date(at);
  const minute = day.getHours() * 60 + day.getMinutes();
  return from <= minute && minute < to;
}

/** The same time of day, so many working days later. Where nobody works any more, after as many plain days. */
export function afterWorkingDays(at: number, count: number, hours: HoursInForce): number {
  const day = new Date(at);
  let left = count;
  for (let ahead = 0; ahead < LOOKS_AHEAD_DAYS && left > 0; ahead += 1) {
    day.setDate(day.getDate() + 1);
    if (isWorkingDay(day.getTime(), hours)) left -= 1;
  }
  if (left === 0) return day.getTime();
  const plain = new Date(at);
  plain.setDate(plain.getDate() + count);
  return plain.getTime();
}

/** The first moment from `at` on at which one may ask; null where there is none for a year. */
export function nextAskingMoment(at: number, hours: HoursInForce): number | null {
  if (hours.from >= hours.to) return null;
  const day = new Date(startOfDay(at));
  for (let ahead = 0; ahead < LOOKS_AHEAD_DAYS; ahead += 1) {
    const opens = new Date(day).setHours(0, hours.from);
    const moment = Math.max(at, opens);
    if (isWorkingDay(day.getTime(), hours) && moment < new Date(day).setHours(0, hours.to)) return moment;
    day.setDate(day.getDate() + 1);
  }
  return null;
}

/** The local midnight with which the day of a moment began. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** When the day of `now` began: with its first activity, or with the browser if that was started earlier today. */
export function dayBegan(now: number, firstActivity: number | null, startedAt: number | null): number | null {
  const starts = [firstActivity, startedAt].filter((at) => at !== null && at >= startOfDay(now) && at <= now);
  return starts.reduce((first, at) => (at !== null && at < (first ?? now) ? at : first), null);
}

type Narrowing = { readonly [Part in keyof AskingHours]?: AskingHours[Part] | undefined };

/** What both allow: an administrator narrows the person's hours and never widens them. */
export function narrowed(hours: AskingHours, by: Narrowing): HoursInForce {
  return {
    days: hours.days.filter((day) => by.days?.includes(day) ?? true),
    from: Math.max(hours.from, by.from ?? hours.from),
    to: Math.min(hours.to, by.to ?? hours.to),
    daysOff: [...hours.daysOff, ...(by.daysOff ?? [])],
    holidays: hours.holidays,
    organisationHolidays: by.holidays ?? null,
  };
}

function localDate(day: Date): string {
  const month = String(day.getMonth() + 1).padStart(2, '0');
  return `${day.getFullYear()}-${month}-${String(day.getDate()).padStart(2, '0')}`;
}
