import type { Dexie, Table } from 'dexie';
import * as z from 'zod/mini';
import type { TableDeclaration } from '@/utils/kernel/tables';
import type { Community } from './community';

/** Tokens stand apart from communities, so that nothing that lists communities can carry one along. */
export const COMMUNITY_TABLES = {
  communities: 'id, origin',
  tokens: 'communityId',
} as const satisfies TableDeclaration;

/** As which application, where and for what a sign-in is renewed and taken back. */
const ClientSchema = z.strictObject({
  clientId: z.string(),
  clientSecret: z.optional(z.string()),
  /** Endpoints that were trusted when the person signed in. */
  token: z.string(),
  revoke: z.optional(z.string()),
  /** What was asked for. */
  scopes: z.string(),
});

/** A token, bound to the one origin that it may be sent to. */
export const StoredTokenSchema = z.strictObject({
  communityId: z.string(),
  origin: z.string(),
  /** Empty where the person is asked for as they are signed in there. */
  token: z.string(),
  /** Epoch ms: the first that ends of it and those for elsewhere. Absent: nobody said. */
  expiresAt: z.optional(z.number()),
  /** Good once on many servers: the new one stands here before anything is done with what came along. */
  refreshToken: z.optional(z.string()),
  client: z.optional(ClientSchema),
  /** Tokens for further origins, each bound to its own. */
  elsewhere: z.optional(z.record(z.string(), z.strictObject({ token: z.string(), scopes: z.string() }))),
  /** No token: every request goes with the cookies that the browser has for its origin. */
  asSignedIn: z.optional(z.literal(true)),
});
export type StoredToken = z.infer<typeof StoredTokenSchema>;

/** The tables that communities are kept in, on whichever database holds them. */
export interface CommunityDatabase extends Pick<Dexie, 'transaction'> {
  readonly communities: Table<Community, string>;
  readonly tokens: Table<StoredToken, string>;
}
