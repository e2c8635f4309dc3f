import * as z from 'zod/mini';
import { bodyAs, itemsAs, maybe, momentOf } from '../../answer';
import type { FoundPost, PlainResponse, PostRef } from '../../connector';
import { untitled } from '../../microsoft/titled';
import { partsOf } from './paths';

const MOST_NAME = 100;
const identity = z.lazy(() => maybe(z.object({ id: maybe(z.string()), displayName: maybe(z.string()) })));

export const MessageSchema = z.lazy(() =>
  z.object({
    id: z.string().check(z.minLength(1)),
    replyToId: maybe(z.string()),
    messageType: maybe(z.string()),
    createdDateTime: maybe(z.string()),
    deletedDateTime: maybe(z.string()),
    subject: maybe(z.string()),
    webUrl: maybe(z.string()),
    from: maybe(z.object({ user: identity, application: identity })),
    body: maybe(z.object({ contentType: maybe(z.string()), content: maybe(z.string()) })),
    reactions: maybe(
      z.array(
        maybe(z.object({ reactionType: maybe(z.string()), user: maybe(z.object({ user: identity })) })),
      ),
    ),
    replies: maybe(z.array(z.unknown())),
    'replies@odata.count': maybe(z.int()),
  }),
);
export type Message = z.infer<typeof MessageSchema>;

/** What people show that they are glad of it with; others are anger, sorrow or surprise. */
const GLAD: ReadonlySet<string> = new Set(['like', 'heart', '👍', '❤', '❤️', '🙏', '👏']);
/** Ours, as it may be given back. */
const OWN: ReadonlySet<string> = new Set(['like', '👍']);

export function readMessage(response: PlainResponse): Message | null {
  return bodyAs(MessageSchema, response);
}

/** The id under which it stands in a place, and where a person can open it. */
export function refOf(
  { id, replyToId, webUrl }: Pick<Message, 'id' | 'replyToId' | 'webUrl'>,
  place: string,
): PostRef {
  const below = replyToId === null ? '' : `${replyToId}/`;
  const isAddress = webUrl !== null && /^https:\/\//iu.test(webUrl) && URL.canParse(webUrl);
  return { id: `${place}/${below}${id}`, url: isAddress ? webUrl : linkTo(`${place}/${below}${id}`) };
}

/** A link into Teams as documented for messages in channels. */
export function linkTo(postId: string): string {
  const [team = '', channel = '', root = '', reply] = postId.split('/');
  const query = new URLSearchParams({ groupId: team, parentMessageId: root });
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${reply ?? root}?${query}`;
}

/** What people said, and what was said below it where that came along; neither what was removed nor what Teams notes. */
export function postsOf(
  messages: readonly Message[],
  place: string,
  memberId: string | undefined,
): FoundPost[] {
  return withReplies(messages)
    .filter(isSaid)
    .map((one) => postOf(one, place, memberId));
}

/** The ids of what was removed: it stays in the list, empty. */
export function goneOf(messages: readonly Message[], place: string): string[] {
  const removed = withReplies(messages).filter(({ deletedDateTime }) => deletedDateTime !== null);
  return removed.map((one) => refOf(one, place).id);
}

function withReplies(messages: readonly Message[]): readonly Message[] {
  return messages.flatMap((message) => {
    const replies = itemsAs(MessageSchema, message.replies ?? []);
    return [message, ...replies.map((reply) => ({ ...reply, replyToId: reply.replyToId ?? message.id }))];
  });
}

function isSaid({ messageType, deletedDateTime }: Message): boolean {
  return (messageType ?? 'message') === 'message' && deletedDateTime === null;
}

function postOf(message: Message, place: string, memberId: string | undefined): FoundPost {
  const { from, reactions, replies, replyToId } = message;
  const author = from?.user ?? from?.application;
  const thanks = (reactions ?? []).flatMap((one) =>
    one !== null && GLAD.has(one.reactionType ?? '')
      ? [{ with: one.reactionType ?? '', by: one.user?.user?.id ?? null }]
      : [],
  );
  const people = new Set(thanks.map(({ by }, index) => by ?? index));
  return {
    ...refOf(message, place),
    text: textOf(message),
    authorId: author?.id ?? '',
    authorName: (author?.displayName ?? '').trim().slice(0, MOST_NAME),
    at: momentOf(message.createdDateTime),
    answersId: replyToId === null ? null : `${partsOf(place, 2)}/${replyToId}`,
    thanks: people.size,
    replies: message['replies@odata.count'] ?? itemsAs(MessageSchema, replies ?? []).filter(isSaid).length,
    thanked: thanks.some((one) => one.by === memberId && OWN.has(one.with)),
  };
}

function textOf({ subject, body }: Message): string {
  const content = body?.content ?? '';
  if (body?.contentType !== 'text') return untitled(subject, withEmoji(content));
  return [subject ?? '', content].filter((part) => part.trim() !== '').join('\n\n');
}

/** Teams writes `<emoji alt="🙂">` for what people pick there. */
function withEmoji(html: string): string {
  return html.replace(/<emoji\b[^<>]*?\salt="([^"<>]*)"[^<>]*>/giu, '$1');
}
