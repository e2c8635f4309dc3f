import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import type { PAUSED_ALWAYS } from '@/utils/settings/settings';

// Only its type is imported: the settings would bring their validators into every page. Another value fails to compile.
export const ALWAYS: typeof PAUSED_ALWAYS = 253_402_300_799_000;

export const PAUSES = ['hour', 'today', 'weeks', 'always'] as const;
export type Pause = (typeof PAUSES)[number];

/** When a pause that begins now ends (epoch ms). "Today" ends at the person's own midnight. */
export function endOfPause(pause: Pause, now: number): number {
  if (pause === 'hour') return now + HOUR_MS;
  if (pause === 'weeks') return now + 14 * DAY_MS;
  if (pause === 'always') return ALWAYS;
  return new Date(now).setHours(24, 0, 0, 0);
}
