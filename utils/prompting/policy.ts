import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';

/** A quiet moment: this long without keys or pointer, and no focus in a field (Bailey & Konstan: a few seconds do). */
export const QUIET_MS = 5 * SECOND_MS;

/** How long a prompt waits for a quiet moment, and follows its tab over page changes, before it is kept. */
export const PATIENCE_MS = 90 * SECOND_MS;

/** A prompt that is due longer than this belongs to a tab that nobody told us was gone. */
export const DUE_AT_MOST_MS = 10 * MINUTE_MS;

/** After a chip was seen on a site: nothing more on that site for this long. */
export const COOL_DOWN_SHOWN_MS = 15 * MINUTE_MS;

/** After "not now" on a site: nothing more there for one encounter (DESIGN §5.2). */
export const COOL_DOWN_NOT_NOW_MS = 4 * HOUR_MS;
