import * as z from 'zod/mini';
import { outOfFormat } from '@/utils/practice/format';
import { IdSchema, listOf, maybe, momentOf } from '../../answer';
import type { Account, FoundPost, PostRef } from '../../connector';

export const text = maybe(z.string());
export const flag = maybe(z.boolean());
export const count = maybe(z.int());
export const id = maybe(IdSchema);

/** Only what we use. `raw` is what was written, where it was asked for; `cooked` what the platform made of it. */
export const PostSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    topic_id: IdSchema,
    post_number: z.int(),
    topic_slug: text,
    topic_title: text,
    category_id: id,
    user_id: id,
    username: text,
    name: text,
    created_at: text,
    post_type: count,
    raw: text,
    cooked: text,
    reply_to_post_number: count,
    reply_count: count,
    posts_count: count,
    actions_summary: maybe(listOf(z.object({ id: z.int(), count, acted: flag }))),
    hidden: flag,
    deleted_at: text,
    user_deleted: flag,
  }),
);
export type Post = z.infer<typeof PostSchema>;
export const ListSchema = z.lazy(() => z.array(z.unknown()));
export const PostsSchema = z.lazy(() => listOf(PostSchema));

/** Waits for a moderator. */
export const HeldSchema = z.lazy(() =>
  z.object({
    action: z.literal('enqueued'),
    pending_post: maybe(z.object({ id: IdSchema })),
  }),
);
export const HeldListSchema = z.lazy(() =>
  z.object({
    pending_posts: z.array(z.object({ id: IdSchema, raw_text: text, title: text, created_at: text })),
  }),
);
export const LatestSchema = z.lazy(() => z.object({ latest_posts: PostsSchema }));
export const EditedSchema = z.lazy(() => z.object({ post: PostSchema }));
export const TopicSchema = z.lazy(() =>
  z.object({
    post_stream: z.object({ posts: PostsSchema, stream: z.optional(listOf(IdSchema)) }),
  }),
);

const LIKE = 2;
const REGULAR = 1;
const MOST_NAME = 100;

/** Topic and number: what any mention of a post tells, also of the one that it answers. */
export function idOf(topic: string, number: number): string {
  return `${topic}/${number}`;
}

/** Anything else than what `idOf` makes is a post that is nowhere. */
export function partsOf(postId: string): { readonly topic: string; readonly number: number } {
  const [, topic = '0', number = '1'] = /^(\d{1,19})\/(\d{1,9})$/u.exec(postId) ?? [];
  return { topic, number: Number(number) };
}

export function refOf({ topic_id, post_number, topic_slug }: Post, { base }: Account): PostRef {
  const slug = encodeURIComponent(topic_slug || '-');
  return { id: idOf(topic_id, post_number), url: `${base}/t/${slug}/${topic_id}/${post_number}` };
}

/** What waits for a moderator has no address of its own. */
export function heldRef(id: string, { base, member }: Account): PostRef {
  const url = `${base}/u/${encodeURIComponent(member?.handle ?? '')}/activity/pending`;
  return { id: `held/${id}`, url };
}

export function heldOf(
  { id, title, raw_text, created_at }: z.infer<typeof HeldListSchema>['pending_posts'][number],
  account: Account,
): FoundPost {
  const { id: user_id, handle: username } = account.member ?? { id: '', handle: '' };
  const said = { id, topic_id: id, post_number: 1, raw: raw_text, user_id, username, created_at };
  const post = PostSchema.parse(said);
  return { ...postOf(post, account, title), ...heldRef(id, account), held: true };
}

/** What people wrote and is still there: no notes of what moderators did. */
export function isSaid(post: Post): boolean {
  const isGone = post.deleted_at !== null || post.user_deleted === true || post.hidden === true;
  return !isGone && (post.post_type ?? REGULAR) === REGULAR;
}

/** `title`: the topic's, where the list says it in another place. */
export function postOf(post: Post, account: Account, title = post.topic_title): FoundPost {
  const { topic_id, post_number, reply_to_post_number } = post;
  const isFirst = post_number === 1;
  const like = post.actions_summary?.find(({ id }) => id === LIKE);
  const body = post.raw !== null ? outOfFormat(post.raw, 'markdown') : outOfFormat(post.cooked ?? '', 'html');
  const answers = reply_to_post_number ?? 1;
  return {
    ...refOf(post, account),
    text: isFirst && title ? `${title}\n\n${body}` : body,
    authorId: post.user_id ?? '',
    authorName: nameOf(post.name, post.username),
    at: momentOf(post.created_at),
    answersId: isFirst ? null : idOf(topic_id, answers),
    thanks: like?.count ?? Number(like?.acted === true),
    // What is said under a topic answers its first post, though the platform does not count it so.
    replies: (isFirst && post.posts_count ? post.posts_count - 1 : post.reply_count) ?? 0,
    thanked: like?.acted === true,
  };
}

export function nameOf(name: string | null | undefined, username: string | null | undefined): string {
  return (name?.trim() || username || '').slice(0, MOST_NAME);
}
