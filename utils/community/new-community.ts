import type { Community } from './community';
import type { Capabilities, Member } from './connector';
import { communityId } from './store';

/** Where and how somebody connected. */
export interface ConnectedAt {
  /** The platform's id in the register. */
  readonly platform: string;
  /** Origin and path of its interface. */
  readonly base: string;
  readonly scope: Community['scope'];
  /** Epoch ms. */
  readonly now: number;
}

/** The community that somebody just connected; its places are asked for after it. */
export function newCommunity(
  { platform: connector, base, scope, now }: ConnectedAt,
  me: Member,
  capabilities: Capabilities,
): Community {
  const { origin, host } = new URL(base);
  const { name, audiences, hasPlaces, hasCalls = false, ...can } = capabilities;
  const account = { connector, origin, ...(base === origin ? {} : { base }), accountId: me.id };
  return {
    id: communityId(account),
    ...account,
    ...can,
    hasCalls,
    // What else that look asks was asked to connect.
    ...(hasCalls ? {} : { callsAskedAt: now }),
    name: name === '' ? host : name,
    accountName: me.name,
    accountHandle: me.handle,
    ...(me.signInName === undefined ? {} : { signInName: me.signInName }),
    scope,
    audiences: [...audiences],
    places: hasPlaces ? [] : null,
    connectedAt: now,
    signedOut: false,
  };
}
