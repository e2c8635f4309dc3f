import { MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { type Activity, VERBS } from './activity';
import type { BurstRule } from './recipe';

export const BURST_QUIET_MS = 4 * SECOND_MS;
/** However busy it stays, after this long we say something. */
export const BURST_CAP_MS = MINUTE_MS;

/** Activities of one system in one tab that came so close together that they are one act. */
export interface Burst {
  readonly rule: BurstRule;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly activities: readonly Activity[];
}

/** One act often takes several exchanges: what comes while a burst lasts belongs to it. */
export function addToBurst(burst: Burst | null, activity: Activity, rule: BurstRule): Burst {
  if (burst === null) return { rule, startedAt: activity.at, lastAt: activity.at, activities: [activity] };
  const lasts: BurstRule = { ...burst.rule, ...rule };
  return { ...burst, rule: lasts, lastAt: activity.at, activities: [...burst.activities, activity] };
}

/** Epoch ms at which a burst ends by itself; null where it ends when its page is left. */
export function burstEndsAt({ rule, startedAt, lastAt }: Burst): number | null {
  if (rule.until === 'leave') return null;
  return Math.min(lastAt + (rule.quiet ?? BURST_QUIET_MS), startedAt + BURST_CAP_MS);
}

/** The one activity that a burst was: the strongest verb wins, several things of that verb are counted. */
export function endBurst({ rule, activities }: Burst): Activity | null {
  if (activities.length < (rule.min ?? 1)) return null;
  const verb = VERBS.find((candidate) => activities.some((activity) => activity.verb === candidate));
  const strongest = activities.filter((activity) => activity.verb === verb);
  const named = strongest.findLast(({ title }) => title !== '') ?? strongest.at(-1);
  if (named === undefined) return null;
  const things = new Set(strongest.map(({ title, link }) => (title === '' ? (link ?? '') : title)));
  return { ...named, count: things.size };
}
