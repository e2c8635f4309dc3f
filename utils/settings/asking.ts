import * as z from 'zod/mini';

const MINUTES_OF_DAY = 24 * 60;
const MinuteOfDaySchema = z.int().check(z.minimum(0), z.maximum(MINUTES_OF_DAY));
/** A local calendar day, YYYY-MM-DD. */
export const DateSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Countries whose public holidays we know. */
export const HOLIDAY_COUNTRIES = ['be', 'nl', 'lu', 'fr', 'de'] as const;
export const HolidaysSchema = z.nullable(z.enum(HOLIDAY_COUNTRIES));
export type Holidays = z.infer<typeof HolidaysSchema>;

export const DayOffSchema = z.strictObject({ from: DateSchema, to: DateSchema });
export type DayOff = z.infer<typeof DayOffSchema>;

/** When somebody may be asked: the days and hours on which they work. */
export const AskingHoursSchema = z.strictObject({
  /** ISO days of the week: 1 is Monday, 7 is Sunday. */
  days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  /** Minutes after local midnight. */
  from: MinuteOfDaySchema,
  /** Minutes after local midnight; nothing is asked from then on. */
  to: MinuteOfDaySchema,
  /** First and last day of each leave. */
  daysOff: z.array(DayOffSchema).check(z.maxLength(366)),
  holidays: HolidaysSchema,
});
export type AskingHours = z.infer<typeof AskingHoursSchema>;

/** Monday to Friday, 09:30 to 17:00 (DESIGN §5.2). */
export const DEFAULT_ASKING_HOURS: AskingHours = {
  days: [1, 2, 3, 4, 5],
  from: 9 * 60 + 30,
  to: 17 * 60,
  daysOff: [],
  holidays: 'be',
};
