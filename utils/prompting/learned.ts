import type { Verb } from '@/utils/activity/activity';
import { DAY_MS } from '@/utils/kernel/clock';
import type { Forgotten } from '@/utils/settings/settings';
import type { Showing } from './history';
import { afterWorkingDays, type HoursInForce } from './hours';
import {
  BRAKE_BELOW,
  BRAKE_FROM,
  BRAKE_MS,
  COOL_DOWN_NOT_NOW_AGAIN_MS,
  COOL_DOWN_NOT_NOW_DAYS,
  LEARNS_FROM,
  PRIOR,
  REMEMBERED_DAYS,
  REST_MS,
  SHOWINGS_BEFORE_REST,
  UNWELCOME_BELOW,
  UNWELCOME_MS,
} from './policy';

/**
 * What was learned from answers, and holds now. `resting`: a signature of which some chips in a row brought nothing.
 * `unwelcome`: one that hardly ever brings anything. `not-now`: the person said so, perhaps several times in a row.
 * `brake`: of all chips so few brought a practice that the caps are halved. Each can be said as a sentence and forgotten.
 * `lastAt` is when the newest chip that it rests on was seen (epoch ms).
 */
export type LearnedRule =
  | {
      readonly kind: 'resting' | 'unwelcome';
      readonly site: string;
      readonly verb: Verb;
      readonly showings: number;
      /** Epoch ms. */
      readonly until: number;
      readonly lastAt: number;
    }
  | {
      readonly kind: 'not-now';
      readonly inARow: number;
      /** When the first chip of the row was seen (epoch ms): tells one row from the next. */
      readonly since: number;
      readonly until: number;
      readonly lastAt: number;
    }
  | {
      readonly kind: 'brake';
      readonly showings: number;
      readonly shared: number;
      readonly lastAt: number;
    };

/** Everything that was learned and holds at `now`. `showings` in any order. */
export function learnedRules(
  showings: readonly Showing[],
  forgotten: readonly Forgotten[],
  hours: HoursInForce,
  now: number,
): LearnedRule[] {
  const inOrder = [...showings].sort((one, other) => one.shownAt - other.shownAt);
  const known = (kind: LearnedRule['kind']) => unforgotten(inOrder, forgotten, kind);
  return [
    ...bySignature(known('resting')).flatMap((own) => restOf(own, now)),
    ...bySignature(known('unwelcome')).flatMap((own) => dislikeOf(own, now)),
    ...notNowOf(known('not-now'), hours, now),
    ...brakeOf(known('brake'), now),
  ];
}

/** What to keep in the settings so that a rule holds no more, and is learned again only from chips that are newer. */
export function forgetting(rule: LearnedRule): Forgotten {
  const isOfSignature = rule.kind === 'resting' || rule.kind === 'unwelcome';
  const { site, verb } = isOfSignature ? rule : { site: null, verb: null };
  return { kind: rule.kind, site, verb, at: rule.lastAt };
}

/** Showings that are not older than what the person wanted forgotten. */
function unforgotten(
  inOrder: readonly Showing[],
  forgotten: readonly Forgotten[],
  kind: LearnedRule['kind'],
): readonly Showing[] {
  const ofKind = forgotten.filter((one) => one.kind === kind);
  if (ofKind.length === 0) return inOrder;
  return inOrder.filter(
    ({ site, verb, shownAt }) =>
      !ofKind.some(
        (one) => shownAt <= one.at && (one.site === null || (one.site === site && one.verb === verb)),
      ),
  );
}

function bySignature(inOrder: readonly Showing[]): readonly Showing[][] {
  const groups = new Map<string, Showing[]>();
  for (const showing of inOrder) {
    const signature = `${showing.verb} ${showing.site}`;
    const group = groups.get(signature) ?? [];
    groups.set(signature, group);
    group.push(showing);
  }
  return [...groups.values()];
}

/** Some chips in a row that brought nothing let their signature rest, until there are fewer in the time of a rest. */
function restOf(own: readonly Showing[], now: number): LearnedRule[] {
  const inARow = own.slice(own.findLastIndex(({ answer }) => answer === 'share') + 1);
  const first = inARow.at(-SHOWINGS_BEFORE_REST);
  const until = first === undefined ? now : first.shownAt + REST_MS;
  if (first === undefined || now >= until) return [];
  const { site, verb } = first;
  const lastAt = own.at(-1)?.shownAt ?? first.shownAt;
  return [{ kind: 'resting', site, verb, showings: SHOWINGS_BEFORE_REST, until, lastAt }];
}

/** Expected acceptance under the limit (Beta prior) silences a signature for a while after its last chip. */
function dislikeOf(own: readonly Showing[], now: number): LearnedRule[] {
  const recent = own.filter(({ shownAt }) => shownAt > now - REMEMBERED_DAYS * DAY_MS);
  const last = recent.at(-1);
  if (last === undefined || recent.length < LEARNS_FROM) return [];
  const expected = (PRIOR.shared + countShared(recent)) / (PRIOR.showings + recent.length);
  const until = last.shownAt + UNWELCOME_MS;
  if (expected >= UNWELCOME_BELOW || now >= until) return [];
  const { site, verb, shownAt: lastAt } = last;
  return [{ kind: 'unwelcome', site, verb, showings: recent.length, until, lastAt }];
}

/** Counts "not now" only: any other end of a chip, silence too, ends the row. */
function notNowOf(inOrder: readonly Showing[], hours: HoursInForce, now: number): LearnedRule[] {
  const inARow = inOrder.length - 1 - inOrder.findLastIndex(({ answer }) => answer !== 'not-now');
  const last = inOrder.at(-1);
  if (last === undefined || inARow === 0) return [];
  const said = last.answeredAt ?? last.shownAt;
  const longer = COOL_DOWN_NOT_NOW_AGAIN_MS[Math.min(inARow, 3) - 2];
  const until = longer === undefined ? afterWorkingDays(said, COOL_DOWN_NOT_NOW_DAYS, hours) : said + longer;
  const since = inOrder.at(-inARow)?.shownAt ?? last.shownAt;
  return now < until ? [{ kind: 'not-now', inARow, since, until, lastAt: last.shownAt }] : [];
}

function brakeOf(inOrder: readonly Showing[], now: number): LearnedRule[] {
  const recent = inOrder.filter(({ shownAt }) => shownAt > now - BRAKE_MS);
  const shared = countShared(recent);
  const lastAt = recent.at(-1)?.shownAt ?? now;
  const brakes = recent.length >= BRAKE_FROM && shared / recent.length < BRAKE_BELOW;
  return brakes ? [{ kind: 'brake', showings: recent.length, shared, lastAt }] : [];
}

function countShared(showings: readonly Showing[]): number {
  return showings.filter(({ answer }) => answer === 'share').length;
}
