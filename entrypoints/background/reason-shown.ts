import type { Community } from '@/utils/community/community';
import { originOfId } from '@/utils/community/store';
import type { EntryView } from '@/utils/messaging/views';
import type { Entry } from '@/utils/outbox/entry';
import { takes } from '@/utils/outbox/takes';

type Shown = Pick<EntryView, 'reason' | 'accounts'>;

/**
 * Why an entry waits, as it stands with the connections of now: what was written as one account waits for that one,
 * also while another is connected at the same address.
 */
export function reasonShown(entry: Entry, communities: readonly Community[]): Shown {
  const { reason, communityId, placeId, detail } = entry;
  if (reason === 'refused' && (detail ?? '') === '') return { reason: 'refused-unsaid', accounts: null };
  // Without a place it is the whole address that answered "not here".
  if (reason === 'gone' && placeId === null) return { reason: 'address-gone', accounts: null };
  if (reason === 'not-connected' && communityId === null)
    return { reason: whyHomeless(entry, communities), accounts: null };
  const waits = reason === 'signed-out' || reason === 'not-connected' || reason === 'other-account';
  if (!waits || communityId === null) return { reason, accounts: null };
  const own = communities.find(({ id }) => id === communityId);
  const origin = originOfId(communityId);
  const other =
    reason === 'other-account'
      ? own
      : communities.find((one) => one.id !== communityId && one.origin === origin && !one.signedOut);
  if (other === undefined) return { reason: own === undefined ? 'disconnected' : reason, accounts: null };
  const isKnown = own !== undefined && own !== other;
  return {
    reason: isKnown ? 'other-account' : 'unknown-account',
    accounts: { writtenAs: isKnown ? own.accountName : '', connectedAs: other.accountName },
  };
}

/** Why what was written before anything was connected went to none of these. */
function whyHomeless({ practice }: Entry, communities: readonly Community[]): EntryView['reason'] {
  if (communities.length === 0) return 'not-connected';
  return communities.some((one) => takes(one, practice)) ? 'place-missing' : 'other-kind';
}
