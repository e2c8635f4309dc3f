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
  quarantine: 'id',
} as const satisfies TableDeclaration;

/** Since version 4. */
export const DISCARDED_TABLES = { discarded: 'id, until' } as const satisfies TableDeclaration;

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
export interface Pace {
  readonly communityId: string;
  /** Steps without any success. */
  readonly failures: number;
  /** Epoch ms until which nothing is sent. */
  readonly until: number;
  /** Epoch ms before which the community asked us not to come back (Retry-After); nothing lifts it. */
  readonly asked: number;
}

/** A row that our schemas do not know, put aside so that the others go on. */
export interface Quarantined {
  readonly id: string;
  readonly row: unknown;
  /** Epoch ms. */
  readonly at: number;
}
