import type { Community } from '@/utils/community/community';
import type { FoundPost } from '@/utils/community/connector';
import { keptBackFor } from '@/utils/community/failure';
import { DAY_MS } from '@/utils/kernel/clock';
import { MOST_REPLIES, needsReading, type Reply } from '@/utils/library/responses';
import type { Receipt } from '@/utils/outbox/entry';
import { read } from '@/utils/practice/read';
import type { PracticeWords } from '@/utils/practice/words';
import { lookSoonAgain, type Turn, takeTurns } from './due-responses';
import { allWordings } from './refresh-library';
import type { Services } from './services';

/** For one look: pages of own posts, and threads; a post beyond that waits for the next day's. */
const MOST_PAGES = 5;
const MOST_THREADS = 10;

/**
 * Looks what came back on one's own posts of two months, at each at most once a day whatever comes of it: one list
 * tells how often people thanked and replied, and texts are read only where their number changed or a week went by.
 */
export async function refreshResponses(services: Services): Promise<void> {
  if (navigator.onLine === false) return; // the day's look would be spent on nothing
  for (const turn of await takeTurns(services)) {
    if (await look(services, turn)) services.announce();
  }
}

/** Whether something came. A community that does not answer is asked again the next day. */
async function look(services: Services, { community, due }: Turn): Promise<boolean> {
  const words = await allWordings(services);
  const now = services.clock();
  let threads = 0;
  let hasNews = false;
  for (const { post, entryId } of await findOwn(services, community, due)) {
    const stored = await services.db.responses.get(entryId);
    if (stored === undefined) continue;
    const wants = needsReading(stored, post.replies, now);
    if (wants) threads += 1;
    const replies =
      wants && threads <= MOST_THREADS
        ? await readReplies(services, community, { postId: post.id, entryId }, words)
        : null;
    const read = replies === null ? {} : { replies: [...replies], replyCount: post.replies, readAt: now };
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
