import type { TableDeclaration } from '@/utils/kernel/tables';

/** Since version 5. */
export const PRIVACY_TABLES = { requests: 'id, at' } as const satisfies TableDeclaration;
