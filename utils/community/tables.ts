import * as z from 'zod/mini';
import type { TableDeclaration } from '@/utils/kernel/tables';

/** Tokens stand apart from communities, so that nothing that lists communities can carry one along. */
export const COMMUNITY_TABLES = {
  communities: 'id, origin',
  tokens: 'communityId',
} as const satisfies TableDeclaration;

/** A token, bound to the one origin that it may be sent to. */
export const StoredTokenSchema = z.strictObject({
  communityId: z.string(),
  origin: z.string(),
  token: z.string(),
});
export type StoredToken = z.infer<typeof StoredTokenSchema>;
