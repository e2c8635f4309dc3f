import type { Community } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import type { Entry } from './entry';
import { LONGEST_REST_MS } from './times';

/** From the fewest readers to the most. */
const BY_WIDTH: readonly Audience[] = ['followers', 'members', 'public'];

/** Whether anything leaves for it now: it is signed in, and the person did not pause it. */
export function takesPosts({ signedOut, paused }: Pick<Community, 'signedOut' | 'paused'>): boolean {
  return !signedOut && paused !== true;
}

/**
 * A reply to a post of one's own that has not arrived. It has no community of its own: that follows its post. So no
 * claim finds it, and it holds up nobody.
 */
export function isBehind({ answers }: Pick<Entry, 'answers'>): boolean {
  return answers !== null && answers.postId === null;
}

/**
 * A parked or waiting entry on its way again to its community, as far as that can take it: not connected or signed out,
 * it waits for that. Never as another account. One of which a try may have arrived is `uncertain`: first we look.
 */
export function onward(before: Entry, community: Community | undefined, now: number): Entry {
  const entry = before.attached === undefined ? before : { ...before, attached: undefined };
  if (isBehind(entry)) return { ...entry, state: 'waiting', reason: null, detail: null };
  if (community === undefined) return { ...entry, state: 'parked', reason: 'not-connected', detail: null };
  if (isOfAnother(entry, community))
    return { ...entry, state: 'parked', reason: 'other-account', detail: null };
  if (community.signedOut) return { ...entry, state: 'parked', reason: 'signed-out', detail: null };
  return {
    ...entry,
    state: entry.firstTriedAt === null ? 'waiting' : 'uncertain',
    reason: null,
    detail: null,
    dueAt: restEnd(entry, now),
    leasedUntil: 0,
  };
}

/**
 * Epoch ms at which a Send no longer rests, now or later. What may have left rests no more, and a longer rest than there
 * is means that a clock jumped.
 */
export function restEnd({ restsUntil, firstTriedAt }: Entry, now: number): number {
  if (restsUntil === null || firstTriedAt !== null || restsUntil > now + LONGEST_REST_MS) return now;
  return Math.max(now, restsUntil);
}

/** Whether an entry was written as another account than this one; only a file can bring such a pair. */
function isOfAnother({ accountId }: Entry, community: Community): boolean {
  return accountId !== null && accountId !== community.accountId;
}

/** An entry that was written before anything was connected, for the first community that is; never for more readers. */
export function adopted(entry: Entry, community: Community): Entry {
  return {
    ...entry,
    communityId: community.id,
    accountId: community.accountId,
    placeId: entry.placeId ?? onlyPlace(community),
    audience: noWider(entry.audience, community.audiences),
  };
}

/** Where a post stands that was written before there was a place to choose; null where it need not, or nobody can tell. */
export function onlyPlace({ needsPlace, places }: Pick<Community, 'needsPlace' | 'places'>): string | null {
  return needsPlace === true && places?.length === 1 ? (places[0]?.id ?? null) : null;
}

/** Whether nobody reads the one who could not read the other. */
export function isNoWider(audience: Audience, than: Audience): boolean {
  return BY_WIDTH.indexOf(audience) <= BY_WIDTH.indexOf(than);
}

function noWider(wanted: Audience, offered: readonly Audience[]): Audience {
  const allowed = BY_WIDTH.slice(0, BY_WIDTH.indexOf(wanted) + 1).filter((one) => offered.includes(one));
  return allowed.at(-1) ?? wanted;
}
