import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';

/** A quiet moment: this long without keys or pointer, and no focus in a field (Bailey & Konstan: a few seconds do). */
export const QUIET_MS = 5 * SECOND_MS;

/** How long a prompt waits for a quiet moment, and follows its tab over page changes, before it is held. */
export const PATIENCE_MS = 90 * SECOND_MS;

/** A prompt that is due longer than this belongs to a tab that nobody told us was gone. */
export const DUE_AT_MOST_MS = 10 * MINUTE_MS;

/** How long a prompt that found no quiet moment may be tried again, at the next activity on its site. */
export const HELD_MS = HOUR_MS;

/** Somebody who just begins their day is left alone for this long (messages at once after screen-on backfire). */
export const DAY_BEGINS_MS = 6 * MINUTE_MS;

/** The same site within this time is one encounter: a second prompt in it is accepted far less (Ancker 2017). */
export const ENCOUNTER_MS = 4 * HOUR_MS;

/** Compiled in: nobody, not even the person, raises it. */
export const CEILING = { perDay: 1, perWeek: 3 } as const;
export const DEFAULT_PER_WEEK = 2;
export const WEEK_MS = 7 * DAY_MS;

/** Before the first prompt: so many working days since the first activity, and so many activities. */
export const FIRST_DAYS = 2;
export const FIRST_ACTIVITIES = 3;

/** After a chip was seen, whatever the answer. */
export const COOL_DOWN_SHOWN_MS = DAY_MS;

/** After a practice was shared: working days. */
export const COOL_DOWN_SHARED_DAYS = 2;

/** After "not now", once: working days; and after the second and the third in a row. */
export const COOL_DOWN_NOT_NOW_DAYS = 2;
export const COOL_DOWN_NOT_NOW_AGAIN_MS = [5 * DAY_MS, 7 * DAY_MS] as const;

/** So many chips of one signature in so much time without a practice: it rests until the first of them is that old. */
export const SHOWINGS_BEFORE_REST = 3;
export const REST_MS = 30 * DAY_MS;

/** A signature of which hardly anything comes is silent for this long after its last chip. */
export const UNWELCOME_MS = 30 * DAY_MS;

/** What is learned of a signature: prior of 10 % (Beta(1, 9)), and from how many showings on it may silence. */
export const PRIOR = { shared: 1, showings: 10 } as const;
export const LEARNS_FROM = 12;
export const UNWELCOME_BELOW = 0.05;
/** How far back that looks; nothing of a showing is needed afterwards. */
export const REMEMBERED_DAYS = 180;

/** The brake: over this time, from this many showings on, acceptance under this halves the caps. */
export const BRAKE_MS = 60 * DAY_MS;
export const BRAKE_FROM = 12;
export const BRAKE_BELOW = 0.04;
