import * as z from 'zod/mini';
import { COUNTS_IN } from '@/utils/practice/length';

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
export const PostFormatSchema = z.enum(['plain', 'markdown', 'html', 'wikitext']);
export type PostFormat = z.infer<typeof PostFormatSchema>;

/** How a person can let us in. */
export const SignInKindSchema = z.enum([
  /** On the platform's own page (OAuth, PKCE). */
  'oauth',
  /** By a code that is typed on the platform's own page. */
  'device',
  /** By a key that the platform hands over encrypted, to be pasted or by redirect. */
  'key',
  /** By a password that the platform makes for one application. */
  'app-password',
  /** As the person is signed in there in this browser. */
  'session',
  /** By a token that the person makes there and pastes. */
  'token',
]);
export type SignInKind = z.infer<typeof SignInKindSchema>;

/** So many requests in so many ms, and no more. */
export const RateLimitSchema = z.strictObject({
  requests: z.int().check(z.positive()),
  perMs: z.int().check(z.positive()),
});
export type RateLimit = z.infer<typeof RateLimitSchema>;

/** A connected platform and account. Its token is kept apart, bound to the origin. */
export const CommunitySchema = z.strictObject({
  id: z.string(),
  /** The platform's id in the register. */
  connector: z.string(),
  origin: z.string(),
  /** The origin with the path under which the platform stands. Absent: the origin. */
  base: z.optional(z.string()),
  /** What the platform calls itself. */
  name: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  accountHandle: z.string(),
  /** By which the person signs in there; absent where nobody said. */
  signInName: z.optional(z.string()),
  /** Own organisation, or across organisations: decides what is prefilled. */
  scope: z.enum(['own', 'across']),
  maxCharacters: z.int(),
  /** Absent in one that was connected before this was asked: characters. */
  countsIn: z.optional(z.enum(COUNTS_IN)),
  /** How long a title may be, in code points. Absent: as it is. */
  titleLimits: z.optional(z.strictObject({ least: z.int(), most: z.int() })),
  /** Posts that people answer, or pages that are kept up to date. Absent: a stream. */
  kind: z.optional(z.enum(['stream', 'page'])),
  /** All of them hold. Absent: its answers say how often it may be asked. */
  rateLimit: z.optional(z.readonly(z.array(RateLimitSchema))),
  /** Every post stands in a place. Absent: it need not. */
  needsPlace: z.optional(z.boolean()),
  /** What others say is read from lists of the whole community, or place by place. Absent: from lists. */
  readsBy: z.optional(z.enum(['list', 'place'])),
  /** Absent: it can. */
  canThank: z.optional(z.boolean()),
  keepsKeys: z.boolean(),
  /** What was posted can be replaced by other text; or be removed. */
  canEdit: z.boolean(),
  canRemove: z.boolean(),
  /** Its members make links with which others join. Absent in one that was connected before this was asked. */
  canInvite: z.optional(z.boolean()),
  /** How many pictures go with a post. Absent in one that was connected before this was asked: none. */
  pictures: z.optional(z.int()),
  /** What posts are written in for it. Absent, plain text: one that was connected before this was asked. */
  format: z.optional(PostFormatSchema),
  audiences: z.array(z.enum(['public', 'members', 'followers'])),
  /** Those that the person is in, as of the last look; null where the platform has none. */
  places: z.nullable(z.array(PlaceSchema)),
  /** It can call on everybody to write about something. Absent in one that was connected before this was asked. */
  hasCalls: z.optional(z.boolean()),
  /** Absent until it was asked. */
  calls: z.optional(z.array(CommunityCallSchema)),
  /** Epoch ms of the last look, whatever came of it. */
  callsAskedAt: z.optional(z.number()),
  connectedAt: z.number(),
  /** In which way the person signed in, and what the token may do, in the platform's own words. Absent: unknown. */
  signedInBy: z.optional(SignInKindSchema),
  mayDo: z.optional(z.array(z.string())),
  /** Sign-in expired: everything waits, nothing is lost. */
  signedOut: z.boolean(),
  /** The person wants nothing sent there for now. Absent: it goes. */
  paused: z.optional(z.boolean()),
});
export type Community = z.infer<typeof CommunitySchema>;
