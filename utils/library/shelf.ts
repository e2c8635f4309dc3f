import * as z from 'zod/mini';
import { PracticeSchema } from '@/utils/practice/practice';

/** A practice, question, answer or reuse that a community has, as of the last look. */
export const SharedSchema = z.strictObject({
  /** Community and post. */
  id: z.string(),
  communityId: z.string(),
  postId: z.string(),
  url: z.string(),
  authorId: z.string(),
  authorName: z.string(),
  /** Epoch ms. */
  at: z.number(),
  reference: z.string(),
  practice: PracticeSchema,
  /** The post that it answers; null where it answers none. */
  answersId: z.nullable(z.string()),
  /** In which list it was found, which alone can say that it is gone. */
  source: z.enum(['aloud', 'home']),
  /** In which place it stands; null: beside all places. Absent where that is not asked: lists hold all of them. */
  placeId: z.optional(z.nullable(z.string())),
  thanks: z.int(),
  replies: z.int(),
  /** Whether this person thanked for it. */
  thanked: z.boolean(),
});
export type Shared = z.infer<typeof SharedSchema>;

/** How far one list of posts was read. */
export const StretchSchema = z.strictObject({
  /** Epoch ms of the newest post that was read, practice or not; 0 before the first look. */
  newestAt: z.number(),
  /** Where reading older posts goes on; null once the beginning was reached, absent before the first look. */
  olderFrom: z.optional(z.nullable(z.string())),
  /** Posts between a look and the one before that are not read yet: from here, down to what is known (epoch ms). */
  gap: z.optional(z.strictObject({ from: z.string(), downTo: z.number() })),
  /** Epoch ms of the last time that its newest posts were read. */
  lookedAt: z.number(),
});
export type Stretch = z.infer<typeof StretchSchema>;

/** How far a community's posts were read. */
export const ReachSchema = z.strictObject({
  communityId: z.string(),
  /** What everybody can read. */
  aloud: StretchSchema,
  /** What comes from one's own places and those one follows, and perhaps more. */
  home: StretchSchema,
  /** Where it is read place by place: what stands in each, by the place's id; empty: beside all places. */
  places: z.optional(z.record(z.string(), StretchSchema)),
  /** Epoch ms of the last turn, whatever came of it. */
  askedAt: z.number(),
  /** Epoch ms before which nothing is asked: it failed, or the community asked for it. */
  until: z.number(),
});
export type Reach = z.infer<typeof ReachSchema>;
/** What came back on one of one's own posts. */
export const ResponseSchema = z.strictObject({
  /** The entry that brought the post. */
  entryId: z.string(),
  communityId: z.string(),
  postId: z.string(),
  thanks: z.int(),
  /** How many direct replies the community counted when they were last read. */
  replyCount: z.int(),
  /** Direct replies of others, oldest first. */
  replies: z.array(
    z.strictObject({
      postId: z.string(),
      url: z.string(),
      authorId: z.string(),
      authorName: z.string(),
      /** Epoch ms. */
      at: z.number(),
      text: z.string(),
      /** Absent: a reply like any other. */
      kind: z.optional(z.enum(['answer', 'reuse'])),
      /** Whether this person thanked for it. */
      thanked: z.boolean(),
    }),
  ),
  /** Epoch ms of the last look. */
  askedAt: z.number(),
  /** What of it the person was told of: so many thanks, replies up to this moment (epoch ms). */
  toldThanks: z.int(),
  toldAt: z.number(),
  /** By their ids the newest replies that the person was told of; absent in rows that only know `toldAt`. */
  told: z.optional(z.array(z.string())),
  /** Epoch ms at which the texts of the replies were read; absent: longer ago than rows remember. */
  readAt: z.optional(z.number()),
});
export type Response = z.infer<typeof ResponseSchema>;
