import type { TableDeclaration } from '@/utils/kernel/tables';

/** Tokens stand apart from communities, so that nothing that lists communities can carry one along. */
export const COMMUNITY_TABLES = {
  communities: 'id, origin',
  tokens: 'communityId',
} as const satisfies TableDeclaration;

/** A token, bound to the one origin that it may be sent to. */
export interface StoredToken {
  readonly communityId: string;
  readonly origin: string;
  readonly token: string;
}
