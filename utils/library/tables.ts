import type { TableDeclaration } from '@/utils/kernel/tables';

/** Since version 6. */
export const LIBRARY_TABLES = {
  shared: 'id, communityId, at',
  reaches: 'communityId',
  responses: 'entryId, askedAt',
} as const satisfies TableDeclaration;
