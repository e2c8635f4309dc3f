import { browser } from 'wxt/browser';
import type { Activity } from '@/utils/activity/activity';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { isWhole, listsOf } from '@/utils/library/reach';
import type { Shared } from '@/utils/library/shelf';
import {
  about,
  type Near,
  type RowsOf,
  type Subject,
  similarTo,
  tells,
  unsharedTopic,
} from '@/utils/library/similar';
import { MOST_SHARED } from '@/utils/library/store';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import type { LibraryReplies } from '@/utils/messaging/library-messages';
import type { SharedView } from '@/utils/messaging/library-views';
import type { Draft } from '@/utils/outbox/entry';
import { originOf } from '@/utils/settings/policy';
import type { Answerers } from '../answer-messages';
import type { IdentifiedCaller } from '../identify-caller';
import { siteSystem } from '../recipe-views';
import type { Services } from '../services';
import { sharedView } from '../shared-view';
import { isPermitted } from '../sites';
import { maySpeakOf } from './drafts';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

const MOST = 3;
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
  const { practice, corrects, answers, concludes } = draft;
  // What belongs to a post that is there is no news beside it.
  const isNew = corrects === null && answers === null && concludes === undefined;
  if (finder === null || !isNew) return succeed({ similar: [], unique: null });
  const begun = await beginningOf(services, draft);
  const near =
    begun === null
      ? await similarTo(finder, practice, rowsIn(services))
      : await about(finder, begun, practice.language, rowsIn(services));
  const unique = (await isWholeLibrary(services)) ? unsharedTopic(finder, practice.topics) : null;
  return succeed({ similar: await views(services, near, tells), unique });
}

/** What is known of a draft in which nothing was written yet; null once something was. */
async function beginningOf(
  services: Services,
  { practice, activityId, page }: Draft,
): Promise<Subject | null> {
  if (practice.did.trim() !== '' || practice.topics.length > 0) return null;
  const prompts = services.db.prompts.where({ 'activity.id': activityId ?? '' });
  const prompt = activityId === null ? undefined : await prompts.first();
  if (prompt !== undefined) return subjectOf(services, prompt.activity);
  return page === undefined ? null : { title: page.title, beside: '' };
}

async function subjectOf(services: Services, { verb, title, site }: Activity): Promise<Subject> {
  const { t } = await services.words();
  const system = siteSystem(await services.db.sites.get(site), await services.recipes.current());
  return { title, beside: `${t(`verbs.${verb}`, { title: '' })} ${system?.name ?? ''}` };
}

async function fitting(services: Services, { url }: RequestOf<'library:fitting'>): Reply<'library:fitting'> {
  const site = url === undefined ? null : originOf(url);
  if (site === null || !(await isGranted(services, site))) return succeed({ fitting: [] });
  const finder = services.library.finder(); // made only where it is used: most pages are no site
  if (finder === null) return succeed({ fitting: [] });
  const { language } = await services.words();
  const best = new Map<string, Near>();
  for (const subject of await subjectsOn(services, site)) {
    for (const near of await about(finder, subject, language, rowsIn(services))) {
      if (near.score > (best.get(near.shared.id)?.score ?? 0)) best.set(near.shared.id, near);
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

/** What somebody is busy with there: the page in front, and what was done lately. */
async function subjectsOn(services: Services, site: string): Promise<Subject[]> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const inFront = originOf(tab?.url ?? '') === site ? [{ title: tab?.title ?? '', beside: '' }] : [];
  const prompts = await services.db.prompts
    .where('createdAt')
    .above(services.clock() - RECENT_MS)
    .filter(({ activity }) => activity.site === site)
    .toArray();
  const done = await Promise.all(prompts.slice(-MOST).map(({ activity }) => subjectOf(services, activity)));
  return [...inFront, ...done];
}

/** Whether the index can prove that something is not there: every post of every community was read, and lately. */
async function isWholeLibrary({ db, clock }: Services): Promise<boolean> {
  const communities = (await db.communities.toArray()).filter(({ kind }) => kind !== 'page');
  const reaches = await db.reaches.bulkGet(communities.map(({ id }) => id));
  const since = clock() - DAY_MS;
  const whole = communities.every((community, index) => {
    const reach = reaches[index];
    return reach !== undefined && isWhole(reach, listsOf(community), since);
  });
  return communities.length > 0 && whole && (await db.shared.count()) < MOST_SHARED;
}

function rowsIn({ db }: Services): RowsOf {
  return (ids) => db.shared.bulkGet([...ids]);
}

async function views(
  { db }: Services,
  near: readonly Near[],
  fits: (row: Shared) => boolean,
): Promise<SharedView[]> {
  const communities = await db.communities.toArray();
  const rows = near.map(({ shared }) => shared);
  return rows
    .filter(fits)
    .slice(0, MOST)
    .map((row) => sharedView(row, communities));
}
