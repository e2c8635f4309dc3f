import * as z from 'zod/mini';
import type { AskingNotices, AskingStory, AskingView, LearnedView } from '@/utils/messaging/asking-views';
import { localValue } from '@/utils/platform/session';
import { countersAt } from '@/utils/prompting/counters';
import type { PastActivity } from '@/utils/prompting/history';
import { startOfDay } from '@/utils/prompting/hours';
import { forgetting, type LearnedRule } from '@/utils/prompting/learned';
import { type DayOff, DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import { sensitivePages } from '@/utils/settings/policy';
import { activitySentence } from './activity-words';
import { readLearning } from './learning';
import type { Services } from './services';

/** So many "not now" in a row bring the offer to stop. */
const OFFER_FROM = 3;
const DECISIONS_SHOWN = 3;

/** Which row of "not now" (its begin, epoch ms) the person answered the offer about. */
const answeredOffer = localValue('answered-offer', z.nullable(z.number()), null);

/** What the options show. */
export async function askingView(services: Services): Promise<AskingView> {
  const [settings, { policy }, { choices, learned }] = await Promise.all([
    services.settings(),
    services.policy(),
    readLearning(services),
  ]);
  const { asking, perWeek, sensitive } = settings;
  const hours = asking ?? DEFAULT_ASKING_HOURS;
  return {
    hours: { ...hours, daysOff: withoutPast(hours.daysOff, services.clock()) },
    perWeek,
    allowed: policy.prompts ?? {},
    inForce: choices.hours,
    sensitive,
    organisationSensitive: sensitivePages(policy),
    learned: learned.map(learnedView),
  };
}

/** What the popup says unasked: that the brake holds, and once per row of "not now" that we could stop. */
export async function askingNotices(services: Services): Promise<AskingNotices> {
  const { learned, choices } = await readLearning(services);
  const brake = learned.find(({ kind }) => kind === 'brake');
  const row = rowOf(learned);
  const isPaused = services.clock() < (choices.pausedUntil ?? 0);
  const offers = row !== null && !isPaused && row.since !== (await answeredOffer.read());
  return {
    brake: brake === undefined ? null : learnedView(brake),
    offer: offers ? row.inARow : null,
  };
}

/** The offer is not made again for the row of "not now" that goes on. */
export async function settleOffer(services: Services): Promise<void> {
  const row = rowOf((await readLearning(services)).learned);
  if (row !== null) await answeredOffer.change(() => row.since);
}

/** Why they were asked or not on this site lately, and how matters stand. */
export async function askingStory(services: Services, site: string | undefined): Promise<AskingStory> {
  const { choices, showings, learned } = await readLearning(services);
  const now = services.clock();
  const { pausedUntil, hours, perDay } = choices;
  return {
    decisions: site === undefined ? [] : await decisionsOn(services, site),
    counters: countersAt(showings, choices, learned, now),
    perDay,
    pausedUntil: pausedUntil !== null && pausedUntil > now ? pausedUntil : null,
    hours: { ...hours, daysOff: withoutPast(hours.daysOff, now) },
  };
}

async function decisionsOn(services: Services, site: string): Promise<AskingStory['decisions']> {
  const { db } = services;
  const { t } = await services.words();
  const past = await db.history
    .where('[site+at]')
    .between([site, Number.NEGATIVE_INFINITY], [site, Number.POSITIVE_INFINITY])
    .reverse()
    .limit(DECISIONS_SHOWN)
    .toArray();
  const sentenceOf = async ({ id, verb, count }: PastActivity): Promise<string> => {
    const title = (await db.prompts.where({ 'activity.id': id }).first())?.activity.title ?? '';
    return title === '' ? t(`verbs.${verb}-many`, { count }) : activitySentence(t, { verb, title, count });
  };
  return Promise.all(
    past.map(async (one) => ({
      id: one.id,
      sentence: await sentenceOf(one),
      at: one.at,
      reason: one.reason,
      shown: one.shownAt !== null,
    })),
  );
}

/** Leave that is over is of no use any more, neither to a decision nor to a reader. */
export function withoutPast(daysOff: readonly DayOff[], now: number): DayOff[] {
  return daysOff.filter(({ to }) => new Date(`${to}T23:59:59`).getTime() >= startOfDay(now));
}

function rowOf(learned: readonly LearnedRule[]) {
  const row = learned.find((rule) => rule.kind === 'not-now');
  return row !== undefined && row.inARow >= OFFER_FROM ? row : null;
}

function learnedView(rule: LearnedRule): LearnedView {
  return { rule, forget: forgetting(rule) };
}
