import * as z from 'zod/mini';
import { textFromHtml } from '@/utils/practice/html';
import { IdSchema, itemsAs, jsonOf, maybe, momentOf } from '../../answer';
import type { Account, FoundPost, Member, PlainResponse, PostRef } from '../../connector';

/** Only the id must be there: recorded answers of ten years differ in all the rest. */
const MessageSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    sender_id: maybe(IdSchema),
    sender_type: maybe(z.string()),
    replied_to_id: maybe(IdSchema),
    thread_id: maybe(IdSchema),
    created_at: maybe(z.union([z.string(), z.number()])),
    web_url: maybe(z.string()),
    body: maybe(z.object({ plain: maybe(z.string()), parsed: maybe(z.string()), rich: maybe(z.string()) })),
    content_excerpt: maybe(z.string()),
    liked_by: maybe(
      z.object({
        count: maybe(z.int()),
        names: maybe(z.array(maybe(z.object({ user_id: maybe(IdSchema) })))),
      }),
    ),
  }),
);
export type Message = z.infer<typeof MessageSchema>;

/** What messages speak of: people, threads, groups, topics, other messages. */
const ReferenceSchema = z.lazy(() =>
  z.object({
    type: z.string(),
    id: IdSchema,
    full_name: maybe(z.string()),
    name: maybe(z.string()),
    stats: maybe(z.object({ updates: maybe(z.int()) })),
  }),
);
type Reference = z.infer<typeof ReferenceSchema>;

const EnvelopeSchema = z.lazy(() =>
  z.object({
    messages: z.array(z.unknown()),
    references: maybe(z.array(z.unknown())),
    meta: maybe(z.object({ older_available: maybe(z.boolean()) })),
  }),
);

export interface Messages {
  readonly messages: readonly Message[];
  readonly references: readonly Reference[];
  /** How many there were, those that cannot be read among them. */
  readonly count: number;
  /** Null where the answer does not say. */
  readonly hasOlder: boolean | null;
}

/** The messages of an answer, newest first as they came; null where it holds none of that kind. */
export function readMessages({ text }: PlainResponse): Messages | null {
  const envelope = EnvelopeSchema.safeParse(enveloped(jsonOf(text)));
  if (!envelope.success) return null;
  const { messages, references, meta } = envelope.data;
  return {
    messages: itemsAs(MessageSchema, messages),
    references: itemsAs(ReferenceSchema, references ?? []),
    count: messages.length,
    hasOlder: meta?.older_available ?? null,
  };
}

/** A message alone and a list of them are taken too, and the envelope that stands inside what a search gives. */
function enveloped(body: unknown): unknown {
  if (Array.isArray(body)) return body.length === 0 ? null : { messages: body };
  const inner = z.object({ messages: z.object({ messages: z.array(z.unknown()) }) }).safeParse(body);
  if (inner.success) return (body as { messages: unknown }).messages;
  return MessageSchema.safeParse(body).success ? { messages: [body] } : body;
}

/** Where a person can open it; Viva Engage's own page of its thread where the answer gives no address. */
export function refOf({ id, thread_id, web_url }: Message): PostRef {
  const isAddress = web_url !== null && /^https?:\/\//iu.test(web_url) && URL.canParse(web_url);
  const thread = btoa(JSON.stringify({ _type: 'Thread', id: thread_id ?? id }));
  return { id, url: isAddress ? web_url : `https://engage.cloud.microsoft/main/threads/${thread}` };
}

export function postsOf({ messages, references }: Messages, { member }: Account): FoundPost[] {
  return messages.map((message) => ({
    ...refOf(message),
    text: textOf(message, references),
    authorId: message.sender_id ?? '',
    authorName: senderOf(message, references),
    at: momentOf(message.created_at),
    answersId: message.replied_to_id,
    thanks: message.liked_by?.count ?? 0,
    replies: repliesTo(message, { messages, references }),
    thanked: (message.liked_by?.names ?? []).some((who) => who !== null && who.user_id === member?.id),
  }));
}

function textOf({ body, content_excerpt }: Message, references: readonly Reference[]): string {
  if (typeof body?.plain === 'string') return body.plain;
  if (typeof body?.rich === 'string') return textFromHtml(body.rich);
  return (body?.parsed ?? content_excerpt ?? '').replace(/\[\[(\w+):(\w+)\]\]/gu, (whole, type, id) => {
    const known = references.find((one) => one.type === type && one.id === id);
    const name = known?.full_name || known?.name || whole;
    return known !== undefined && type === 'tag' ? `#${name}` : name;
  });
}

/** Ids of people and of other things may be the same. */
function senderOf({ sender_id, sender_type }: Message, references: readonly Reference[]): string {
  const isSender = (type: string) => (one: Reference) => one.type === type && one.id === sender_id;
  const sender = references.find(isSender(sender_type ?? 'user')) ?? references.find(isSender('user'));
  return (sender?.full_name || sender?.name || '').trim().slice(0, MOST_NAME);
}

/** A thread says how many messages it has, the first among them; a message in its midst does not. */
function repliesTo({ id, thread_id }: Message, known: Pick<Messages, 'messages' | 'references'>): number {
  const thread = known.references.find((one) => one.type === 'thread' && one.id === thread_id);
  if (id === thread_id && typeof thread?.stats?.updates === 'number')
    return Math.max(0, thread.stats.updates - 1);
  return known.messages.filter((one) => one.replied_to_id === id).length;
}

const MOST_NAME = 100;
const MemberSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    full_name: maybe(z.string()),
    name: maybe(z.string()),
    email: maybe(z.string()),
    has_fake_email: maybe(z.boolean()),
  }),
);

export function memberOf({ text }: PlainResponse): Member | null {
  const member = MemberSchema.safeParse(jsonOf(text));
  if (!member.success) return null;
  const { id, full_name, name, email, has_fake_email } = member.data;
  const handle = (name ?? '').trim() === '' ? id : (name ?? id).trim();
  const known = { id, name: (full_name ?? '').trim().slice(0, MOST_NAME) || handle, handle };
  return email && has_fake_email !== true ? { ...known, signInName: email.trim() } : known;
}

/** The network's own name; null where it is none. */
export function networkOf({ text }: PlainResponse): string | null {
  const named = z.object({ name: z.string(), is_primary: maybe(z.boolean()) });
  const body = jsonOf(text);
  const networks = itemsAs(named, Array.isArray(body) ? body : [body]);
  return (networks.find((one) => one.is_primary === true) ?? networks[0])?.name ?? null;
}
