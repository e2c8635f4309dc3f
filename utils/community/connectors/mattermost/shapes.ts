import * as z from 'zod/mini';
import { outOfFormat } from '@/utils/practice/format';
import type { Capabilities, FoundPost, Member } from '../../connector';
import { THANKS } from './build';
import { type Address, linkTo, postIdOf } from './ids';

const id = z.string().check(z.regex(/^[\w-]{1,64}$/u));

/** Only what we use of a post. */
export const PostSchema = z.object({
  id,
  user_id: z.string(),
  root_id: z.optional(z.nullable(z.string())),
  message: z.optional(z.nullable(z.string())),
  /** Empty for what people wrote. */
  type: z.optional(z.nullable(z.string())),
  create_at: z.optional(z.number()),
  delete_at: z.optional(z.number()),
  reply_count: z.optional(z.int()),
  props: z.catch(z.optional(z.object({ x_deelgenoot: z.optional(z.string()) })), undefined),
  metadata: z.catch(
    z.optional(
      z.object({
        reactions: z.optional(z.nullable(z.array(z.object({ user_id: z.string(), emoji_name: z.string() })))),
      }),
    ),
    undefined,
  ),
});
export type Post = z.infer<typeof PostSchema>;

export const PostsSchema = z.object({
  order: z.array(z.string()),
  posts: z.record(z.string(), z.unknown()),
  /** Empty where nothing is older. */
  prev_post_id: z.optional(z.string()),
});

/** The posts that these ids name; whatever is none is passed over. */
export function postsOf(ids: readonly string[], { posts }: z.infer<typeof PostsSchema>): Post[] {
  return ids.flatMap((one) => {
    const post = PostSchema.safeParse(Object.hasOwn(posts, one) ? posts[one] : null);
    return post.success ? [post.data] : [];
  });
}

export const UserSchema = z.object({
  id,
  username: z.string().check(z.minLength(1)),
  first_name: z.optional(z.nullable(z.string())),
  last_name: z.optional(z.nullable(z.string())),
});
export const UsersSchema = z.array(UserSchema);

export const TeamsSchema = z.array(z.object({ id, name: id, display_name: z.string() }));

export const ChannelsSchema = z.array(
  z.object({
    id,
    /** Empty for what stands outside all teams: direct messages. */
    team_id: z.string(),
    /** O: open, P: private; whatever else there is are direct messages. */
    type: z.string(),
    display_name: z.string(),
    name: z.string(),
    delete_at: z.optional(z.number()),
  }),
);

/** Every value is a text. */
export const ConfigSchema = z.object({
  Version: z.string(),
  BuildNumber: z.string(),
  SiteName: z.optional(z.string()),
  /** Only for those who are signed in. */
  MaxPostSize: z.optional(z.string()),
});

/** What every request that went well and tells nothing is answered with. */
export const DoneSchema = z.object({});

/** What the server's own column holds at the least. */
const USUAL_MAX_CHARACTERS = 16_383;
export const MOST_NAME = 100;

export function capabilitiesOf({ SiteName = '', MaxPostSize }: z.infer<typeof ConfigSchema>): Capabilities {
  const said = /^[1-9]\d{0,8}$/u.test(MaxPostSize ?? '') ? Number(MaxPostSize) : USUAL_MAX_CHARACTERS;
  return {
    name: SiteName.trim().slice(0, MOST_NAME),
    kind: 'stream',
    maxCharacters: said,
    countsIn: 'code-points',
    keepsKeys: false,
    canEdit: true,
    canRemove: true,
    hasPlaces: true,
    needsPlace: true,
    readsBy: 'place',
    canThank: true,
    canInvite: false,
    audiences: ['members'],
    pictures: 0,
    format: 'markdown',
  };
}

export function memberOf(user: z.infer<typeof UserSchema>): Member {
  return { id: user.id, name: nameOf(user), handle: user.username };
}

export function nameOf({ username, first_name, last_name }: z.infer<typeof UserSchema>): string {
  const name = `${first_name ?? ''} ${last_name ?? ''}`.trim();
  return (name === '' ? username : name).slice(0, MOST_NAME);
}

/** `asking`: whose thanks are told apart. The author's name is not in it. */
export function foundOf(post: Post, { team, channel }: Address, base: string, asking: string): FoundPost {
  const root = post.root_id ?? '';
  const at = { team, channel, post: post.id, root };
  const thanks = (post.metadata?.reactions ?? []).filter(({ emoji_name }) => emoji_name === THANKS);
  return {
    id: postIdOf(at),
    url: linkTo(base, at),
    text: outOfFormat(post.message ?? '', 'markdown'),
    authorId: post.user_id,
    authorName: post.user_id,
    at: post.create_at ?? 0,
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
  return props?.x_deelgenoot === undefined
    ? (message ?? '').includes(marker)
    : props.x_deelgenoot.includes(marker);
}
