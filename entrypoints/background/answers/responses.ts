import type { Audience } from '@/utils/community/connector';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type Reply as GivenReply, newsOf, told as toldOf } from '@/utils/library/responses';
import type { Response } from '@/utils/library/shelf';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import type { ReplyView, ResponseView } from '@/utils/messaging/shared-views';
import type { Answered, Receipt } from '@/utils/outbox/entry';
import { readPost } from '@/utils/outbox/post';
import { beginReply } from '@/utils/outbox/reply';
import { startOf } from '@/utils/practice/quotation';
import type { IdentifiedCaller } from '../identify-caller';
import { refreshResponses } from '../responses';
import type { Services } from '../services';
import { takesThanks } from '../shared-view';
import { giveThanks } from '../thank';
import { unattended } from '../unattended';
import { maySpeakOf } from './drafts';
import { goOnWith } from './entries';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

/** The most recently looked at so many; older posts are not looked at any more. */
const MOST_RESPONSES = 100;
/** Of a reply without a title, so that its own answer can name it. */
const LONGEST_NAME = 60;

export async function read(
  services: Services,
  { entryId }: RequestOf<'responses:read'>,
  caller: IdentifiedCaller,
): Reply<'responses:read'> {
  if (!(await maySpeakOf(caller, entryId ?? ''))) return fail({ code: 'not-allowed' });
  const { db } = services;
  unattended(refreshResponses(services));
  const rows =
    entryId === undefined
      ? await db.responses.orderBy('askedAt').reverse().limit(MOST_RESPONSES).toArray()
      : await db.responses.where({ entryId }).toArray();
  const came = rows.filter(({ thanks, replies }) => thanks > 0 || replies.length > 0);
  return succeed(await viewsOf(services, came));
}

/** Of posts that stand: what came back on a withdrawn one is history. */
async function viewsOf(services: Services, responses: readonly Response[]): Promise<ResponseView[]> {
  const { db, words } = services;
  const ids = responses.map(({ entryId }) => entryId);
  const [receipts, entries] = await Promise.all([db.receipts.bulkGet(ids), db.entries.bulkGet(ids)]);
  const communities = await db.communities.toArray();
  const { t } = await words();
  const titleOf = ({ title, reference }: Receipt, answers: Answered | null | undefined): string =>
    title || (answers ? t('shared.reply-to', { title: answers.title }) : reference);
  return responses.flatMap((response, index) => {
    const receipt = receipts[index];
    if (receipt === undefined || receipt.withdrawnAt !== null) return [];
    const { entryId, thanks, replies } = response;
    const news = newsOf(response);
    const canThank = takesThanks(communities, response.communityId);
    const viewsOfReplies = (some: typeof replies) => some.map((reply) => viewOf(reply, canThank));
    const view = {
      entryId,
      title: titleOf(receipt, entries[index]?.answers),
      thanks,
      replies: viewsOfReplies(replies),
    };
    return [{ ...view, news: { thanks: news.thanks, replies: viewsOfReplies([...news.replies]) } }];
  });
}

function viewOf(
  { postId, url, authorName, at, text, kind, thanked }: GivenReply,
  canThank: boolean,
): ReplyView {
  return { postId, url, authorName, at, text, thanked, canThank, ...(kind === undefined ? {} : { kind }) };
}

/** What the popup has shown is told: once, and not again. Nobody is called: it is the popup that asks this. */
export async function told(
  { db }: Services,
  { entryId, thanks, at }: RequestOf<'responses:told'>,
): Reply<'responses:told'> {
  await db.responses.where({ entryId }).modify((response) => {
    Object.assign(response, toldOf(response, { thanks, at }));
  });
  return succeed(null);
}

/** A draft that answers a reply to a post of one's own, for no more readers than that has. */
export async function answerReply(
  services: Services,
  { entryId, postId }: RequestOf<'reply:answer'>,
  caller: IdentifiedCaller,
): Reply<'reply:answer'> {
  if (!(await maySpeakOf(caller, entryId))) return fail({ code: 'not-allowed' });
  const { db, clock, words } = services;
  const found = await findReply(services, entryId, postId);
  if (found === null) return fail({ code: 'reply-gone' });
  const { communityId } = found.response;
  const title = startOf(found.reply.text, LONGEST_NAME);
  const audience = await audienceOf(services, found.response);
  const placeId = (await db.receipts.get(entryId))?.placeId ?? null;
  const answers = { postId, communityId, title, placeId, audience };
  const { language } = await words();
  const draft = await beginReply(db, { kind: 'answer', answers, language }, { clock });
  return goOnWith(services, draft, caller);
}

async function audienceOf({ db }: Services, { entryId, communityId }: Response): Promise<Audience> {
  const post = await readPost(db, entryId);
  const community = await db.communities.get(communityId);
  return post?.entry?.audience ?? community?.audiences[0] ?? 'followers';
}

export async function thankReply(
  services: Services,
  { entryId, postId, on }: RequestOf<'reply:thank'>,
): Reply<'reply:thank'> {
  const { db, announce } = services;
  const found = await findReply(services, entryId, postId);
  if (found === null) return fail({ code: 'reply-gone' });
  const thanked = await giveThanks(services, { communityId: found.response.communityId, postId, on });
  if (!thanked.ok) return thanked;
  await db.responses.where({ entryId }).modify((response) => {
    response.replies = response.replies.map((reply) =>
      reply.postId === postId ? { ...reply, thanked: on } : reply,
    );
  });
  announce();
  return succeed(null);
}

async function findReply({ db }: Services, entryId: string, postId: string) {
  const response = await db.responses.get(entryId);
  const reply = response?.replies.find((each) => each.postId === postId);
  return response === undefined || reply === undefined ? null : { response, reply };
}
