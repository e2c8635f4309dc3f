import type { Community } from '@/utils/community/community';
import type { FoundPost } from '@/utils/community/connector';
import { keptBackFor } from '@/utils/community/failure';
import { DAY_MS } from '@/utils/kernel/clock';
import {
  ANSWERED_MS,
  isDue,
  isWorthAsking,
  MOST_REPLIES,
  type Reply,
  soonAgain,
} from '@/utils/library/responses';
import type { Response } from '@/utils/library/shelf';
import type { Receipt } from '@/utils/outbox/entry';
import { read } from '@/utils/practice/read';
import type { PracticeWords } from '@/utils/practice/words';
import { allWordings } from './refresh-library';
import type { Services } from './services';

/** As many as the popup shows; who shares more in two months hears of the newest. */
const MOST_POSTS = 20;
/** For one look: pages of own posts, and threads; a post beyond that waits for the next day's. */
const MOST_PAGES = 5;
const MOST_THREADS = 10;

interface Turn {
  readonly community: Community;
  readonly due: readonly Receipt[];
}

/**
 * Looks what came back on one's own posts of two months, at each at most once a day whatever comes of it: one list
 * tells how often people thanked and replied, and only where the replies are others than before their texts are read.
 */
export async function refreshResponses(services: Services): Promise<void> {
  if (navigator.onLine === false) return; // the day's look would be spent on nothing
  for (const turn of await takeTurns(services)) {
    if (await look(services, turn)) services.announce();
  }
}

/** Posts whose look is due, noted as looked at: popup and delivery may come at once. */
async function takeTurns({ db, clock }: Services): Promise<readonly Turn[]> {
  const now = clock();
  const readDue = async (): Promise<Turn[]> => {
    const paces = new Map((await db.paces.toArray()).map(({ communityId, until }) => [communityId, until]));
    const asks = ({ id, signedOut, kind }: Community) =>
      !signedOut && kind !== 'page' && (paces.get(id) ?? 0) <= now;
    const communities = (await db.communities.toArray()).filter(asks);
    const receipts = communities.length === 0 ? [] : await ownReceipts(db, now);
    const known = await db.responses.bulkGet(receipts.map(({ entryId }) => entryId));
    const looked = receipts.map((receipt, index) => ({
      receipt,
      arrivedAt: receipt.at,
      askedAt: known[index]?.askedAt,
    }));
    return communities.flatMap((community) => {
      const there = looked.filter(({ receipt }) => receipt.communityId === community.id);
      if (!isWorthAsking(there, now)) return [];
      const due = there.filter(({ arrivedAt, askedAt }) => isDue(arrivedAt, askedAt, now));
      return [{ community, due: due.map(({ receipt }) => receipt) }];
    });
  };
  if ((await readDue()).length === 0) return []; // mostly: then nothing has to wait for a write
  return db.transaction('rw', [db.responses, db.communities, db.paces, db.receipts], async () => {
    const turns = await readDue();
    for (const receipt of turns.flatMap(({ due }) => due)) {
      const stored = (await db.responses.get(receipt.entryId)) ?? nothingYet(receipt);
      await db.responses.put({ ...stored, askedAt: now });
    }
    return turns;
  });
}

async function ownReceipts({ receipts }: Services['db'], now: number): Promise<Receipt[]> {
  const recent = receipts.where('at').above(now - ANSWERED_MS);
  const newest = await recent.reverse().limit(MOST_POSTS).toArray();
  return newest.filter(({ corrects, withdrawnAt }) => corrects === null && withdrawnAt === null);
}

function nothingYet({ entryId, communityId, postId }: Receipt): Response {
  const none = { thanks: 0, replyCount: 0, replies: [], askedAt: 0, toldThanks: 0, toldAt: 0 };
  return { entryId, communityId, postId, ...none };
}

/** Whether something came. A community that does not answer is asked again the next day. */
async function look(services: Services, { community, due }: Turn): Promise<boolean> {
  const words = await allWordings(services);
  let threads = 0;
  let hasNews = false;
  for (const { post, entryId } of await findOwn(services, community, due)) {
    const stored = await services.db.responses.get(entryId);
    if (stored === undefined) continue;
    const isSame = stored.replyCount === post.replies;
    if (!isSame) threads += 1;
    const replies =
      isSame || threads > MOST_THREADS
        ? null
        : await readReplies(services, community, { postId: post.id, entryId }, words);
    const read = replies === null ? {} : { replies: [...replies], replyCount: post.replies };
    const thanks = Math.max(0, post.thanks - Number(post.thanked)); // one's own are no news
    if (replies === null && thanks === stored.thanks) continue;
    await services.db.responses.update(entryId, { thanks, ...read });
    hasNews = true;
  }
  return hasNews;
}

interface OwnPost {
  readonly post: FoundPost;
  readonly entryId: string;
}

/** Where own posts are listed place by place, in each place in which one is due. */
async function findOwn(services: Services, community: Community, due: readonly Receipt[]) {
  if (community.readsBy !== 'place') return findIn(services, community, due, {});
  const found: OwnPost[] = [];
  for (const placeId of new Set(due.map((receipt) => receipt.placeId ?? null))) {
    const there = due.filter((receipt) => (receipt.placeId ?? null) === placeId);
    found.push(...(await findIn(services, community, there, { placeId })));
  }
  return found;
}

async function findIn(
  services: Services,
  community: Community,
  due: readonly Receipt[],
  place: { readonly placeId?: string | null },
): Promise<OwnPost[]> {
  const missing = new Map(due.map(({ postId, entryId }) => [postId, entryId]));
  // It may have been there long before we heard that it had arrived.
  const since = Math.min(...due.map(({ at }) => at)) - DAY_MS;
  const found: OwnPost[] = [];
  let next: { cursor?: string } = {};
  for (let page = 0; page < MOST_PAGES && missing.size > 0; page += 1) {
    const asked = { verb: 'find', marker: '', since, authorId: community.accountId } as const;
    const answer = await services.perform<'find'>(community, { ...asked, ...place, ...next });
    if (!answer.ok) {
      if (keptBackFor(answer.error) !== null) await lookSoonAgain(services, [...missing.values()]);
      break;
    }
    for (const post of answer.value.posts) {
      const entryId = missing.get(post.id);
      if (entryId !== undefined && missing.delete(post.id)) found.push({ post, entryId });
    }
    if (answer.value.cursor === null) break;
    next = { cursor: answer.value.cursor };
  }
  return found;
}

/** Nothing was asked, as that would have been too much at once: the day's look is not spent. */
async function lookSoonAgain({ db, clock }: Services, entryIds: readonly string[]): Promise<void> {
  const askedAt = soonAgain(clock());
  for (const entryId of entryIds) await db.responses.update(entryId, { askedAt });
}

/** Direct replies of others; null where the community does not say. */
async function readReplies(
  services: Services,
  community: Community,
  { postId, entryId }: Pick<Receipt, 'postId' | 'entryId'>,
  words: Readonly<Record<string, PracticeWords>>,
): Promise<readonly Reply[] | null> {
  const thread = await services.perform<'thread'>(community, { verb: 'thread', postId });
  if (!thread.ok) {
    if (keptBackFor(thread.error) !== null) await lookSoonAgain(services, [entryId]);
    return null;
  }
  return thread.value.posts
    .filter(({ answersId, authorId }) => answersId === postId && authorId !== community.accountId)
    .sort((one, other) => one.at - other.at)
    .slice(-MOST_REPLIES)
    .map((post) => replyOf(post, words));
}

/** What our own people wrote has a form; what was written in another app is shown as it is. */
function replyOf(post: FoundPost, words: Readonly<Record<string, PracticeWords>>): Reply {
  const { id, url, authorId, authorName, at, thanked } = post;
  const practice = read(post.text, words)?.practice;
  const kind = practice?.kind === 'answer' || practice?.kind === 'reuse' ? practice.kind : null;
  return {
    postId: id,
    ...{ url, authorId, authorName, at, thanked },
    text: kind === null ? post.text : (practice?.did ?? post.text),
    ...(kind === null ? {} : { kind }),
  };
}
