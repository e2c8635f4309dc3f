import * as z from 'zod/mini';
import { PostFormatSchema } from '@/utils/community/community';
import { newId, newReference } from '@/utils/kernel/ids';
import type { RandomBytes } from '@/utils/kernel/random';
import { PracticeSchema } from '@/utils/practice/practice';
import { OverridesSchema } from '@/utils/privacy/override';

/** Why an entry waits for the person; the words for each stand in the catalogues under `parked`. */
export const PARKED_REASONS = [
  'signed-out',
  'not-connected',
  'refused',
  'word-refused',
  'captcha',
  'too-long',
  'forbidden',
  'gone',
  'moved',
  'withdrawn',
  'imported',
  'post-gone',
  'answered-gone',
  'conflict',
  'consent',
  'held-long',
  'other-account',
  'picture-refused',
  'picture-lost',
] as const;

/** Pictures that the community has, and the names that it gave them. */
export const AttachedSchema = z.strictObject({
  /** Epoch ms: a community forgets what no post shows. */
  at: z.number(),
  media: z.array(z.strictObject({ pictureId: z.string(), mediaId: z.string() })),
});
export type Attached = z.infer<typeof AttachedSchema>;

export const AudienceSchema = z.enum(['public', 'members', 'followers']);

/** The delivered post that a text is to replace, and who can read it there. */
export const CorrectionSchema = z.strictObject({
  /** The entry that brought the post: its receipt is the post's first. */
  entryId: z.string(),
  postId: z.string(),
  communityId: z.string(),
  placeId: z.nullable(z.string()),
  audience: AudienceSchema,
  /** The version there that the person was told of and looked at. Absent: the one that we wrote last, if any. */
  basedOn: z.optional(z.string()),
});
export type Correction = z.infer<typeof CorrectionSchema>;

/** The post that a text answers, and where it stands or was to stand when the person saw so. */
export const AnsweredSchema = z.strictObject({
  /** The entry that brings it, where it is one's own: no reply leaves before it has arrived. Null: somebody else's. */
  entryId: z.nullable(z.string()),
  /** Null while it has not arrived. */
  postId: z.nullable(z.string()),
  title: z.string(),
  /** Null: it waits for the first community that is connected. */
  communityId: z.nullable(z.string()),
  placeId: z.nullable(z.string()),
  audience: AudienceSchema,
});
export type Answered = z.infer<typeof AnsweredSchema>;

/** A page that a person began to write about by themselves: offered to them beside the text, and kept with it. */
export const DraftPageSchema = z.strictObject({
  /** May be empty. */
  title: z.string(),
  link: z.nullable(z.string()),
});
export type DraftPage = z.infer<typeof DraftPageSchema>;

/** Text being written. Keyed, many at once; `revision` grows by one with each save. */
export const DraftSchema = z.strictObject({
  id: z.string(),
  /** `DG-XXXX-XXXX`: given at once, so that the preview is what will be sent. */
  reference: z.string(),
  practice: PracticeSchema,
  /** The activity that it came from, or null where the person began by themselves. */
  activityId: z.nullable(z.string()),
  /** The page that the person began on; absent where an activity, or nothing, came first. */
  page: z.optional(DraftPageSchema),
  /** The community that has the post whose link this text takes to another; absent: none. */
  sharesFrom: z.optional(z.string()),
  /** Null: a new post. */
  corrects: z.nullable(CorrectionSchema),
  /** Null: answers nothing. */
  answers: z.nullable(AnsweredSchema),
  /** The post whose discussion it concludes: what it says will stand on a page. Absent: concludes none. */
  concludes: z.optional(AnsweredSchema),
  /** What the person let stand, and why: stays here, also once the text is sent. Absent: nothing. */
  overrides: z.optional(OverridesSchema),
  revision: z.int(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Draft = z.infer<typeof DraftSchema>;

/** What goes along with a text, whatever becomes of it: what its writer let stand, and what it concludes. */
export function carriedOn({ overrides, concludes }: Carried): Carried {
  return {
    ...(overrides === undefined ? {} : { overrides }),
    ...(concludes === undefined ? {} : { concludes }),
  };
}
type Carried = Pick<Draft, 'overrides' | 'concludes'>;

/** The same text as a draft of its own. A correction keeps the reference: it is that of its post. */
export function apart(draft: Draft, bytes?: RandomBytes): Draft {
  const reference = draft.corrects === null ? newReference(bytes) : draft.reference;
  return { ...draft, id: newId(bytes), reference, activityId: null };
}

/** Where an entry stands (DESIGN: waiting → sending → delivered, uncertain, held or parked). */
export const EntryStateSchema = z.enum(['waiting', 'sending', 'uncertain', 'held', 'parked', 'delivered']);
export type EntryState = z.infer<typeof EntryStateSchema>;

/** What kind of activity a post came from: where the next of that kind goes is proposed by it. Never leaves. */
export const AboutSchema = z.strictObject({ site: z.string(), verb: z.string() });

/** A post in the outbox: exactly what will be sent, to whom, under which key, and how that stands. */
export const EntrySchema = z.strictObject({
  /** The id of the draft that it was: sending the same draft twice is one entry. */
  id: z.string(),
  /** The idempotency key: the same on every try, new after a definite refusal and an edit. */
  key: z.string(),
  /** `DG-XXXX-XXXX`, stands in the text and is how the post is found again. */
  reference: z.string(),
  /** Null: written before any community was connected, it goes to the first one that is; or it follows another post. */
  communityId: z.nullable(z.string()),
  /** The account that it was written as, or null like `communityId`. Never leaves as another. */
  accountId: z.nullable(z.string()),
  placeId: z.nullable(z.string()),
  audience: AudienceSchema,
  /** Null: a new post. */
  corrects: z.nullable(CorrectionSchema),
  /** Null: answers nothing. Without `postId` it waits for that post to arrive. */
  answers: z.nullable(AnsweredSchema),
  /** As the draft had it. Absent: concludes none. */
  concludes: z.optional(AnsweredSchema),
  practice: PracticeSchema,
  /** Absent: none was sent yet. */
  attached: z.optional(AttachedSchema),
  /** As the draft had them: a text that is taken back asks nothing twice. Never sent. */
  overrides: z.optional(OverridesSchema),
  /** Absent where no activity came first. */
  about: z.optional(AboutSchema),
  /** Byte for byte what the preview showed. */
  text: z.string(),
  /** What the text is written in. Absent: plain text. */
  format: z.optional(PostFormatSchema),
  state: EntryStateSchema,
  reason: z.nullable(z.enum(PARKED_REASONS)),
  /** What the platform said, as plain text, where it refused. */
  detail: z.nullable(z.string()),
  attempts: z.int(),
  createdAt: z.number(),
  /** Epoch ms before which it is not tried; while a worker has it, the end of its claim. */
  dueAt: z.number(),
  /** Epoch ms until which the person may take it back without anything having left; null where it never rested. */
  restsUntil: z.nullable(z.number()),
  /** Epoch ms of the first try that may have arrived; null while none can have. */
  firstTriedAt: z.nullable(z.number()),
  lastTriedAt: z.nullable(z.number()),
  /** A claim: until this moment one worker has it. */
  leasedUntil: z.number(),
});
export type Entry = z.infer<typeof EntrySchema>;

/** Proof that the community has it. Kept for ever; a correction has one of its own beside the first. */
export const ReceiptSchema = z.strictObject({
  entryId: z.string(),
  communityId: z.string(),
  postId: z.string(),
  url: z.string(),
  /** Which version of its page this is; absent where the platform has none. */
  version: z.optional(z.string()),
  /** Where it stands; absent or null: beside all places. */
  placeId: z.optional(z.nullable(z.string())),
  /** Empty once the person's own copy was pruned. */
  title: z.string(),
  reference: z.string(),
  /** The entry whose post this text replaced; null for a post's first receipt. */
  corrects: z.nullable(z.string()),
  /** Epoch ms at which the community confirmed that the post is gone; only ever on a post's first receipt. */
  withdrawnAt: z.nullable(z.number()),
  /** SHA-256 of the text that was sent, hex. */
  sha256: z.string(),
  /** Epoch ms. */
  at: z.number(),
});
export type Receipt = z.infer<typeof ReceiptSchema>;
