import { browser } from 'wxt/browser';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { isWhole } from '@/utils/library/reach';
import type { Shared } from '@/utils/library/shelf';
import { about, type Near, similarTo, tells, unsharedTopic } from '@/utils/library/similar';
import { MOST_SHARED } from '@/utils/library/store';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import type { LibraryReplies } from '@/utils/messaging/library-messages';
import type { SharedView } from '@/utils/messaging/library-views';
import type { Draft } from '@/utils/outbox/entry';
import { originOf } from '@/utils/settings/policy';
import { activitySentence } from '../activity-words';
import type { Answerers } from '../answer-messages';
import type { IdentifiedCaller } from '../identify-caller';
import { siteSystem } from '../recipe-views';
import type { Services } from '../services';
import { sharedView } from '../shared-view';
import { isPermitted } from '../sites';
import { maySpeakOf } from './drafts';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

const MOST = 3;
/** More than are shown: questions, answers and posts of one's own are left out. */
const LOOKED_AT = 12;
/** What was done longer ago is not what somebody is busy with. */
const RECENT_MS = 4 * HOUR_MS;

/** Everything that is asked about what others shared. */
export function answers(services: Services): Pick<Answerers, keyof LibraryReplies> {
  return {
    'library:similar': (request, caller) => similar(services, request, caller),
    'library:fitting': (request) => fitting(services, request),
  };
}

async function similar(
  services: Services,
  { draftId }: RequestOf<'library:similar'>,
  caller: IdentifiedCaller,
): Reply<'library:similar'> {
  if (!(await maySpeakOf(caller, draftId))) return fail({ code: 'not-allowed' });
  const draft = await services.db.drafts.get(draftId);
  if (draft === undefined) return fail({ code: 'draft-gone' });
  const finder = services.library.finder();
  const { practice, corrects, answers } = draft;
  if (finder === null || corrects !== null || answers !== null) return succeed({ similar: [], unique: null });
  const begun = await beginningOf(services, draft);
  const near =
    begun === null
      ? similarTo(finder, practice, LOOKED_AT)
      : about(finder, begun, practice.language, LOOKED_AT);
  const unique = (await isWholeLibrary(services)) ? unsharedTopic(finder, practice.topics) : null;
  return succeed({ similar: await views(services, near, tells), unique });
}

/** What is known of a draft in which nothing was written yet; null once something was. */
async function beginningOf(
  { db, words }: Services,
  { practice, activityId, page }: Draft,
): Promise<string | null> {
  if (practice.did.trim() !== '' || practice.topics.length > 0) return null;
  const prompt =
    activityId === null ? undefined : await db.prompts.where({ 'activity.id': activityId }).first();
  if (prompt !== undefined) return activitySentence((await words()).t, prompt.activity);
  return page?.title ?? null;
}

async function fitting(services: Services, { url }: RequestOf<'library:fitting'>): Reply<'library:fitting'> {
  const finder = services.library.finder();
  const site = url === undefined ? null : originOf(url);
  if (finder === null || site === null || !(await isGranted(services, site))) return succeed({ fitting: [] });
  const { language } = await services.words();
  const best = new Map<string, Near>();
  for (const text of await subjectsOn(services, site)) {
    for (const near of about(finder, text, language, LOOKED_AT)) {
      if (near.score > (best.get(near.id)?.score ?? 0)) best.set(near.id, near);
    }
  }
  const ranked = [...best.values()].sort((one, other) => other.score - one.score);
  const accounts = new Map(
    (await services.db.communities.toArray()).map(({ id, accountId }) => [id, accountId]),
  );
  const byOthers = (row: Shared): boolean => tells(row) && accounts.get(row.communityId) !== row.authorId;
  return succeed({ fitting: await views(services, ranked, byOthers) });
}

async function isGranted({ db }: Services, site: string): Promise<boolean> {
  return (await db.sites.get(site)) !== undefined && (await isPermitted(site));
}

/** What somebody is busy with there: the title of the page in front, and what was done lately, with its system. */
async function subjectsOn(services: Services, site: string): Promise<string[]> {
  const { db, clock } = services;
  const { t } = await services.words();
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const title = originOf(tab?.url ?? '') === site ? (tab?.title ?? '') : '';
  const since = clock() - RECENT_MS;
  const prompts = await db.prompts.where('createdAt').above(since).toArray();
  const done = prompts.flatMap(({ activity }) =>
    activity.site === site ? [activitySentence(t, activity)] : [],
  );
  const system = siteSystem(await db.sites.get(site), await services.recipes.current())?.name ?? '';
  return [title, ...done.slice(-MOST).map((sentence) => `${sentence} ${system}`)].filter(
    (text) => text.trim() !== '',
  );
}

/** Whether the index can prove that something is not there: every post of every community was read, and lately. */
async function isWholeLibrary({ db, clock }: Services): Promise<boolean> {
  const communities = await db.communities.toArray();
  const reaches = await db.reaches.bulkGet(communities.map(({ id }) => id));
  const since = clock() - DAY_MS;
  const whole = reaches.every((reach) => reach !== undefined && isWhole(reach, since));
  return communities.length > 0 && whole && (await db.shared.count()) < MOST_SHARED;
}

async function views(
  { db }: Services,
  near: readonly Near[],
  fits: (row: Shared) => boolean,
): Promise<SharedView[]> {
  const rows = await db.shared.bulkGet(near.map(({ id }) => id));
  return rows.flatMap((row) => (row !== undefined && fits(row) ? [sharedView(row)] : [])).slice(0, MOST);
}
