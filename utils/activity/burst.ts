import { MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { type Activity, VERBS, type Verb } from './activity';
import type { BurstRule } from './recipe';

export const BURST_QUIET_MS = 4 * SECOND_MS;
/** However busy it stays, after this long we say something. */
export const BURST_CAP_MS = MINUTE_MS;

interface Part {
  readonly activity: Activity;
  /** So many of its verb must there be before it counts. */
  readonly min: number;
}

/** Activities of one system in one tab that came so close together that they are one act. */
export interface Burst {
  /** When it ends. */
  readonly rule: Pick<BurstRule, 'quiet' | 'until'>;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly parts: readonly Part[];
}

/** One act often takes several exchanges: what comes while a burst lasts belongs to it. */
export function addToBurst(burst: Burst | null, activity: Activity, { min = 1, ...rule }: BurstRule): Burst {
  const part: Part = { activity, min };
  if (burst === null) return { rule, startedAt: activity.at, lastAt: activity.at, parts: [part] };
  // An editor that saves by itself lasts until its page is left; an upload made meanwhile must not wait for that.
  const until = burst.rule.until === 'leave' && rule.until === 'leave' ? 'leave' : 'idle';
  const lasts = { ...burst.rule, ...rule, until } as const;
  return { ...burst, rule: lasts, lastAt: activity.at, parts: [...burst.parts, part] };
}

/** Epoch ms at which a burst ends by itself; null where it ends when its page is left. */
export function burstEndsAt({ rule, startedAt, lastAt }: Burst): number | null {
  if (rule.until === 'leave') return null;
  return Math.min(lastAt + (rule.quiet ?? BURST_QUIET_MS), startedAt + BURST_CAP_MS);
}

/** The one activity that a burst was: the strongest verb that counts wins, several things of that verb are counted. */
export function endBurst({ parts }: Burst): Activity | null {
  const ofVerb = (verb: Verb): readonly Part[] => parts.filter(({ activity }) => activity.verb === verb);
  const verb = VERBS.find((candidate) =>
    ofVerb(candidate).some(({ min }) => ofVerb(candidate).length >= min),
  );
  const strongest = verb === undefined ? [] : ofVerb(verb).map(({ activity }) => activity);
  const named = strongest.findLast(({ title }) => title !== '') ?? strongest.at(-1);
  if (named === undefined) return null;
  const titles = new Set(strongest.map(({ title }) => title).filter((title) => title !== ''));
  const links = new Set(strongest.map(({ link }) => link).filter((link) => link !== null));
  return { ...named, count: Math.max(titles.size, links.size, 1) };
}
