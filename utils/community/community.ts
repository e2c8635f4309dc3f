import * as z from 'zod/mini';

/** A group, channel or category inside a community. */
export const PlaceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Only its members read what is posted in it. */
  closed: z.boolean(),
});
export type Place = z.infer<typeof PlaceSchema>;

/** What a community calls for at present, as of the last look. */
export const CommunityCallSchema = z.strictObject({
  id: z.string(),
  text: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Beginnings of words in titles of what it is about. */
  words: z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.minLength(1), z.maxLength(20)),
  /** Epoch ms. */
  from: z.number(),
  until: z.number(),
});
export type CommunityCall = z.infer<typeof CommunityCallSchema>;

/** In which formats a platform takes posts. */
export const PostFormatSchema = z.enum(['plain', 'markdown']);
export type PostFormat = z.infer<typeof PostFormatSchema>;

/** A connected platform and account. Its token is kept apart, bound to the origin. */
export const CommunitySchema = z.strictObject({
  id: z.string(),
  /** The connector's id. */
  connector: z.enum(['mastodon']),
  origin: z.string(),
  /** What the platform calls itself. */
  name: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  accountHandle: z.string(),
  /** Own organisation, or across organisations: decides what is prefilled. */
  scope: z.enum(['own', 'across']),
  maxCharacters: z.int(),
  keepsKeys: z.boolean(),
  /** What was posted can be replaced by other text; or be removed. */
  canEdit: z.boolean(),
  canRemove: z.boolean(),
  /** Its members make links with which others join. Absent in one that was connected before this was asked. */
  canInvite: z.optional(z.boolean()),
  /** What posts are written in for it. Absent, plain text: one that was connected before this was asked. */
  format: z.optional(PostFormatSchema),
  audiences: z.array(z.enum(['public', 'members', 'followers'])),
  /** Those that the person is in, as of the last look; null where the platform has none. */
  places: z.nullable(z.array(PlaceSchema)),
  /** Absent until it was asked. */
  calls: z.optional(z.array(CommunityCallSchema)),
  /** Epoch ms of the last look, whatever came of it. */
  callsAskedAt: z.optional(z.number()),
  connectedAt: z.number(),
  /** Sign-in expired: everything waits, nothing is lost. */
  signedOut: z.boolean(),
});
export type Community = z.infer<typeof CommunitySchema>;
