import { DAY_MS } from '@/utils/kernel/clock';
import { fitsCall } from './call';
import { stretch } from './counters';
import { afterWorkingDays, isWithinHours, isWorkingDay, startOfDay } from './hours';
import {
  CEILING,
  COOL_DOWN_SHARED_DAYS,
  COOL_DOWN_SHOWN_MS,
  DAY_BEGINS_MS,
  ENCOUNTER_MS,
  FIRST_ACTIVITIES,
  FIRST_DAYS,
  PATIENCE_MS,
  WEEK_MS,
} from './policy';
import type { Silence } from './prompt';
import { isSensitive } from './sensitive';
import { isOpen, type Question } from './state';

/** Each says whether it keeps us silent. */
export type Rules = Readonly<Record<Silence, (question: Question) => boolean>>;

/** In the order in which a person would give the reason: their own choices first, our restraint after. */
export const RULES: Rules = {
  paused: ({ state, now }) => now < (state.choices.pausedUntil ?? 0),
  sensitive: ({ state, pages }) => pages.some((page) => isSensitive(page, state.choices.sensitive)),
  'never-site': ({ state, activity }) =>
    state.choices.never.some(({ site, verb }) => site === activity.site && verb === null),
  'never-verb': ({ state, activity }) =>
    state.choices.never.some(({ site, verb }) => site === activity.site && verb === activity.verb),
  resting: (question) => isLearned('resting', question),
  unwelcome: (question) => isLearned('unwelcome', question),
  'getting-to-know': ({ state, now }) =>
    state.knownSince === null ||
    state.known < FIRST_ACTIVITIES ||
    startOfDay(now) < afterWorkingDays(startOfDay(state.knownSince), FIRST_DAYS, state.choices.hours),
  'day-off': ({ state, now }) => !isWorkingDay(now, state.choices.hours),
  // A chip may wait for a quiet moment: it comes within the hours, or not at all.
  'outside-hours': ({ state, now }) =>
    ![now, now + PATIENCE_MS].every((at) => isWithinHours(at, state.choices.hours)),
  'day-begins': ({ state, now }) => now < (state.dayBeganAt ?? now) + DAY_BEGINS_MS,
  'another-open': ({ state, now }) => state.open.some((prompt) => isOpen(prompt, now)),
  encounter: ({ state, activity, now }) =>
    state.showings.some(({ site, shownAt }) => site === activity.site && shownAt > now - ENCOUNTER_MS),
  'day-cap': (question) => isCapped(question, question.state.choices.perDay, 1),
  'week-cap': (question) => isCapped(question, question.state.choices.perWeek, WEEK_MS / DAY_MS),
  'cool-down-shared': ({ state, now }) => {
    const last = lastShared(state);
    return last !== null && now < afterWorkingDays(last, COOL_DOWN_SHARED_DAYS, state.choices.hours);
  },
  'cool-down-not-now': ({ learned }) => learned.some(({ kind }) => kind === 'not-now'),
  'cool-down-shown': ({ state, now }) =>
    state.showings.some(({ shownAt }) => shownAt > now - COOL_DOWN_SHOWN_MS),
  'kept-for-call': (question) => isKeptForCall(question),
};

function isLearned(kind: 'resting' | 'unwelcome', { learned, activity }: Question): boolean {
  return learned.some(
    (rule) => rule.kind === kind && rule.site === activity.site && rule.verb === activity.verb,
  );
}

/** Whether so many were seen in so many days, a day being the calendar's; the brake makes them twice as long. */
function isCapped({ state, now, learned }: Question, cap: number, days: number): boolean {
  const times = stretch(learned);
  const ceiling = days === 1 ? CEILING.perDay : CEILING.perWeek;
  const since = days === 1 ? startOfDay(now - (times - 1) * DAY_MS) : now - times * days * DAY_MS;
  return state.showings.filter(({ shownAt }) => shownAt >= since).length >= Math.min(cap, ceiling);
}

function lastShared({ sharedAt, showings }: Question['state']): number | null {
  const times = showings.filter(({ answer }) => answer === 'share').map(({ answeredAt }) => answeredAt);
  return [sharedAt, ...times].reduce((last, at) => (at === null || at < (last ?? 0) ? last : at), null);
}

/** During a call the last prompt of the week is for what it asks for. Never one more than the cap. */
function isKeptForCall(question: Question): boolean {
  const { call, perWeek } = question.state.choices;
  if (call === null || perWeek < 2 || fitsCall(call, question.activity)) return false;
  return isCapped(question, perWeek - 1, WEEK_MS / DAY_MS);
}
