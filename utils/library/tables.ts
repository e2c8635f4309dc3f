import type { TableDeclaration } from '@/utils/kernel/tables';

/** Since version 6. What asks is found by its kind, what answers it by the post that it answers: neither scans. */
export const LIBRARY_TABLES = {
  shared: 'id, communityId, at, answersId, [practice.kind+at]',
  reaches: 'communityId',
  responses: 'entryId, askedAt, communityId',
} as const satisfies TableDeclaration;
