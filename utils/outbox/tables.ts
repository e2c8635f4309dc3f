import type { TableDeclaration } from '@/utils/kernel/tables';

/** Claims walk `[state+dueAt]`, settling walks `[communityId+state]`: no operation scans. */
export const OUTBOX_TABLES = {
  drafts: 'id, updatedAt, activityId',
  entries: 'id, [state+dueAt], [communityId+state], createdAt',
  receipts: 'entryId, at, communityId',
} as const satisfies TableDeclaration;
