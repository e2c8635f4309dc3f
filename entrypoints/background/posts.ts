import type { Community } from '@/utils/community/community';
import type { PostView } from '@/utils/messaging/views';
import { type Post, readPost } from '@/utils/outbox/post';
import { isReply } from '@/utils/practice/words';
import type { Services } from './services';

const MOST_ARRIVED = 20;
/** Receipts of corrections stand among them; whoever corrected this often sees fewer arrivals. */
const MOST_READ = 3 * MOST_ARRIVED;

/** The newest arrivals, newest first; a post that was corrected is one. */
export async function arrivedPosts(
  { db }: Services,
  communities: readonly Community[],
): Promise<readonly PostView[]> {
  const newest = await db.receipts.orderBy('at').reverse().limit(MOST_READ).toArray();
  const firsts = newest.filter(({ corrects }) => corrects === null).slice(0, MOST_ARRIVED);
  const posts = await Promise.all(firsts.map(({ entryId }) => readPost(db, entryId)));
  return posts.flatMap((post) => (post === null ? [] : [viewOf(post, communities)]));
}

/** The post that an entry brought or corrects, as interfaces see it; null before the first has arrived. */
export async function postView(
  { db }: Services,
  entryId: string,
  communities: readonly Community[],
): Promise<PostView | null> {
  const post = await readPost(db, entryId);
  return post === null ? null : viewOf(post, communities);
}

function viewOf({ first, newest, entry }: Post, communities: readonly Community[]): PostView {
  const community = communities.find(({ id }) => id === first.communityId);
  const stands = first.withdrawnAt === null;
  const isTalkedAbout = stands && entry !== null && community !== undefined && community.kind !== 'page';
  return {
    entryId: first.entryId,
    title: newest.title,
    ...(entry?.answers ? { answers: entry.answers.title } : {}),
    reference: first.reference,
    url: newest.url,
    communityName: community?.name ?? new URL(first.url).host,
    at: first.at,
    correctedAt: newest === first ? null : newest.at,
    withdrawnAt: first.withdrawnAt,
    text: entry?.text ?? null,
    canCorrect: stands && entry !== null && community?.canEdit === true,
    canAnswer: isTalkedAbout,
    canConclude: isTalkedAbout && !isReply(entry.practice),
    canTell: stands && communities.some(({ id }) => id === entry?.concludes?.communityId),
    canWithdraw: stands && community?.canRemove === true,
    canShareLink: stands && communities.some(({ id, kind }) => id !== first.communityId && kind !== 'page'),
  };
}
