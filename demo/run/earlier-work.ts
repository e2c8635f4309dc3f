import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import type { PastActivity } from '@/utils/prompting/history';
import type { AskingHours } from '@/utils/settings/asking';
import type { Settings } from '@/utils/settings/settings';

/** Around the clock, all week: whoever works by these can be asked whenever it is. */
export const EVERY_DAY: AskingHours = {
  days: [1, 2, 3, 4, 5, 6, 7],
  from: 0,
  to: 24 * 60,
  daysOff: [],
  holidays: null,
};

/** What is done on one site tells us that somebody is no newcomer on any. */
const SOMEWHERE = 'https://dms.example';

/** What to change about the person. */
interface Earlier {
  readonly settings?: Partial<Settings>;
  readonly history?: readonly PastActivity[];
}

/**
 * A file of somebody who worked for two weeks and wants to be asked at any hour: with it, what is done next
 * is asked about. It is an export like any other; who has none is left alone for the first days.
 */
export function earlierWork(now: number, { settings, history }: Earlier = {}): string {
  return JSON.stringify({
    format: 'deelgenoot',
    version: 5,
    exportedAt: now,
    ...{ drafts: [], entries: [], receipts: [], sites: [], recipes: [], quarantine: [] },
    history: history ?? workedOn(SOMEWHERE, now),
    settings: {
      ...{ version: 1, language: null, pausedUntil: null, never: [], welcomed: true, retentionDays: null },
      ...{ asking: EVERY_DAY, perWeek: 2, sensitive: [], forgotten: [] },
      ...settings,
    },
  });
}

/** One edit a day for two weeks, each a little before this time of day, and one of today. */
export function workedOn(site: string, now: number): PastActivity[] {
  const days = Array.from({ length: 14 }, (_day, index) => now - (index + 1) * DAY_MS);
  const today = Math.max(now - HOUR_MS + MINUTE_MS, new Date(now).setHours(0, 0, 0, 0)); // soon after midnight too
  return [...days, today].map((at) => ({
    ...{
      id: `earlier-${at}`,
      site,
      verb: 'edit',
      system: 'demo-intranet',
      count: 1,
      at,
      reason: 'getting-to-know',
    },
    ...{ shownAt: null, answer: null, answeredAt: null },
  }));
}
