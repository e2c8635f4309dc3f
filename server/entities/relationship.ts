import type { Ports } from '../ports';
import type { Account } from '../store/accounts';
import { type Relationship, relationshipsOf } from '../store/relationships';

/** Mastodon's Relationships of a member with these accounts, in the order given. */
export async function relationshipEntities(ports: Ports, member: Account, ids: readonly string[]) {
  const relationships = await relationshipsOf(ports.store, member, ids);
  return ids.map((id) => relationshipFields(id, relationships(id)));
}

/** Every field of Mastodon's schema; nobody blocks or mutes here. */
function relationshipFields(id: string, relationship: Relationship) {
  return {
    id,
    following: relationship.following,
    showing_reblogs: relationship.showsBoosts,
    notifying: relationship.toldOfPosts,
    languages: null,
    followed_by: relationship.followedBy,
    blocking: false,
    blocked_by: false,
    muting: false,
    muting_notifications: false,
    muting_expires_at: null,
    requested: relationship.requested,
    requested_by: relationship.requestedBy,
    domain_blocking: false,
    endorsed: false,
    note: '',
  };
}
