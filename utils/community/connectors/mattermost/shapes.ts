import * as z from 'zod/mini';
import { outOfFormat } from '@/utils/practice/format';
import { itemsAs, listOf, maybe } from '../../answer';
import { inChannels } from '../../channels';
import type { Capabilities, FoundPost, Member } from '../../connector';
import { THANKS } from './build';
import { type Address, linkTo, postIdOf } from './ids';

const id = z.string().check(z.regex(/^[\w-]{1,64}$/u));
const text = maybe(z.string());
const ReactionSchema = z.lazy(() => z.object({ user_id: z.string(), emoji_name: z.literal(THANKS) }));

/** Only what we use of a post. */
export const PostSchema = z.lazy(() =>
  z.object({
    id,
    user_id: z.string(),
    root_id: text,
    message: text,
    /** Empty for what people wrote. */
    type: text,
    create_at: z.catch(z.number(), 0),
    delete_at: maybe(z.number()),
    reply_count: maybe(z.int()),
    props: maybe(z.object({ x_deelgenoot: text })),
    metadata: maybe(z.object({ reactions: maybe(z.array(z.unknown())) })),
  }),
);
export type Post = z.infer<typeof PostSchema>;

export const PostsSchema = z.lazy(() =>
  z.object({
    order: listOf(z.string()),
    posts: z.record(z.string(), z.unknown()),
    /** Empty where nothing is older. */
    prev_post_id: text,
  }),
);

/** The posts that these ids name; whatever is none is passed over. */
export function postsOf(ids: readonly string[], { posts }: z.infer<typeof PostsSchema>): readonly Post[] {
  return itemsAs(
    PostSchema,
    ids.map((one) => (Object.hasOwn(posts, one) ? posts[one] : null)),
  );
}

export const UserSchema = z.lazy(() =>
  z.object({
    id,
    username: z.string().check(z.minLength(1)),
    first_name: text,
    last_name: text,
  }),
);
export const UsersSchema = z.lazy(() => z.array(z.unknown()));

export const TeamsSchema = z.lazy(() => listOf(z.object({ id, name: id, display_name: z.string() })));

export const ChannelsSchema = z.lazy(() =>
  listOf(
    z.object({
      id,
      /** Empty for what stands outside all teams: direct messages. */
      team_id: z.string(),
      /** O: open, P: private; whatever else there is are direct messages. */
      type: z.string(),
      display_name: z.string(),
      name: z.string(),
      delete_at: maybe(z.number()),
    }),
  ),
);

/** Every value is a text. */
export const ConfigSchema = z.lazy(() =>
  z.object({
    Version: z.string(),
    BuildNumber: z.string(),
    SiteName: text,
    /** Only for those who are signed in. */
    MaxPostSize: text,
  }),
);

/** What every request that went well and tells nothing is answered with. */
export const DoneSchema = z.lazy(() => z.object({}));

/** What the server's own column holds at the least. */
const USUAL_MAX_CHARACTERS = 16_383;
export const MOST_NAME = 100;

export function capabilitiesOf({ SiteName, MaxPostSize }: z.infer<typeof ConfigSchema>): Capabilities {
  const said = /^[1-9]\d{0,8}$/u.test(MaxPostSize ?? '') ? Number(MaxPostSize) : USUAL_MAX_CHARACTERS;
  const name = (SiteName ?? '').trim().slice(0, MOST_NAME);
  return inChannels({ name, maxCharacters: said, countsIn: 'code-points', format: 'markdown' });
}

export function memberOf({ id: user, username, first_name, last_name }: z.infer<typeof UserSchema>): Member {
  const name = `${first_name ?? ''} ${last_name ?? ''}`.trim();
  return { id: user, name: (name === '' ? username : name).slice(0, MOST_NAME), handle: username };
}

/** `asking`: whose thanks are told apart. The author's name is not in it. */
export function foundOf(post: Post, { team, channel }: Address, base: string, asking: string): FoundPost {
  const root = post.root_id ?? '';
  const at = { team, channel, post: post.id, root };
  const thanks = itemsAs(ReactionSchema, post.metadata?.reactions ?? []);
  return {
    id: postIdOf(at),
    url: linkTo(base, at),
    text: outOfFormat(post.message ?? '', 'markdown'),
    authorId: post.user_id,
    authorName: post.user_id,
    at: post.create_at,
    answersId: root === '' ? null : postIdOf({ team, channel, post: root, root: '' }),
    thanks: thanks.length,
    replies: Math.max(0, post.reply_count ?? 0),
    thanked: thanks.some(({ user_id }) => user_id === asking),
  };
}

/** What people wrote and nobody took away. */
export function isWritten({ type, delete_at }: Post): boolean {
  return (type ?? '') === '' && (delete_at ?? 0) === 0;
}

/** The mark that we put beside the text counts where there is one: others quote references too. */
export function isMarked({ props, message }: Post, marker: string): boolean {
  return (props?.x_deelgenoot ?? message ?? '').includes(marker);
}
