import * as z from 'zod/mini';
import { newId } from '@/utils/kernel/ids';
import type { TableDeclaration } from '@/utils/kernel/tables';
import type { Draft, Entry } from './entry';

/**
 * Everything that delivery asks walks `[communityId+state+dueAt]`, and every list and count `[state+createdAt]`: no
 * operation scans. An entry without a community is in no index that names one: it is parked, and found by `reason`, or
 * waits behind the post that it answers, and is found by that. `quarantine` keeps rows that no version of ours wrote.
 */
export const OUTBOX_TABLES = {
  drafts: 'id, updatedAt, activityId, corrects.entryId, answers.entryId',
  entries:
    'id, [communityId+state+dueAt], [state+createdAt], reason, [reason+communityId], corrects.entryId, [state+answers.entryId]',
  receipts: 'entryId, at, communityId, corrects',
  paces: 'communityId',
  quarantine: 'id, at, seen',
} as const satisfies TableDeclaration;

/** Since version 6: a reply is also found by the post of somebody else that it answers. */
export const REPLY_TABLES = {
  drafts: `${OUTBOX_TABLES.drafts}, answers.postId`,
  entries: `${OUTBOX_TABLES.entries}, answers.postId`,
} as const satisfies TableDeclaration;

/** Since version 4. */
export const DISCARDED_TABLES = { discarded: 'id, until' } as const satisfies TableDeclaration;

/** Since version 6: what a picture shows, apart from the draft or entry that names it. */
export const PICTURE_TABLES = { pictures: 'id' } as const satisfies TableDeclaration;

/** A picture's bytes, made anew from what the person chose, so that nothing that a camera wrote is in them. */
export const StoredPictureSchema = z.strictObject({
  id: z.string(),
  type: z.enum(['image/jpeg', 'image/png']),
  bytes: z.instanceof(Uint8Array<ArrayBuffer>),
  /** In pixels. */
  width: z.int(),
  height: z.int(),
  /** Epoch ms at which it was put on disk. */
  at: z.number(),
});
export type StoredPicture = z.infer<typeof StoredPictureSchema>;

/**
 * What the person deleted and may still take back: out of everybody's way, so that nothing of it leaves meanwhile, and
 * exactly as it was.
 */
export type Discarded = {
  readonly id: string;
  /** Epoch ms from which it is gone for good. */
  readonly until: number;
} & ({ readonly kind: 'draft'; readonly row: Draft } | { readonly kind: 'entry'; readonly row: Entry });

/** How fast one community is asked: after failures it is left alone for a while. No row: it is well. */
export const PaceSchema = z.strictObject({
  communityId: z.string(),
  /** Steps without any success. */
  failures: z.number(),
  /** Epoch ms until which nothing is sent. */
  until: z.number(),
  /** Epoch ms before which the community asked us not to come back (Retry-After); nothing lifts it. */
  asked: z.number(),
});
export type Pace = z.infer<typeof PaceSchema>;

/** A row that our schemas do not know, put aside so that the others go on. Only the person removes it. */
export const QuarantinedSchema = z.strictObject({
  id: z.string(),
  /** The table that it was in. */
  table: z.string(),
  row: z.unknown(),
  /** Epoch ms at which it was put aside. */
  at: z.number(),
  /** 1 once the person has looked at it; a number, for IndexedDB has no index over booleans. */
  seen: z.literal([0, 1]),
});
export type Quarantined = z.infer<typeof QuarantinedSchema>;

/** A row as it is put aside; `now` in epoch ms. Under an id of its own: the same row may come back and go wrong again. */
export function aside(table: string, row: unknown, now: number): Quarantined {
  return { id: newId(), table, row, at: now, seen: 0 };
}
