import type { Community } from '@/utils/community/community';
import type { Entry } from './entry';

/** Why a community is proposed: `last`: used last for the same kind of activity, or at all. */
export const DESTINATION_REASONS = ['last', 'only', 'own', 'recent', 'first'] as const;

/** Where a new post would go if the person chooses nothing, and why there. */
export interface SuggestedDestination {
  readonly communityId: string;
  /** Null: the whole community. */
  readonly placeId: string | null;
  readonly reason: (typeof DESTINATION_REASONS)[number];
}

type Connected = Pick<Community, 'id' | 'scope' | 'places'>;
type Earlier = Pick<Entry, 'communityId' | 'placeId' | 'corrects' | 'answers' | 'about'>;

/**
 * Where posts about the same verb on the same site went last; else the only community, one's own organisation, the one
 * shared in last, the first. A place only where that was used last for the same, and the person is still in it.
 * `earlier`: newest first. Null where nothing is connected.
 */
export function suggestDestination(
  communities: readonly Connected[],
  earlier: readonly Earlier[],
  about: Entry['about'],
): SuggestedDestination | null {
  const chosen = earlier.filter(
    ({ communityId, corrects, answers }) =>
      corrects === null && answers === null && communities.some(({ id }) => id === communityId),
  );
  const same = chosen.find((post) => isSame(post.about, about));
  const there = communities.find(({ id }) => id === same?.communityId);
  if (there !== undefined) {
    return { communityId: there.id, placeId: placeStill(there, same?.placeId ?? null), reason: 'last' };
  }
  const [first] = communities;
  if (first === undefined) return null;
  if (communities.length === 1) return whole(first, 'only');
  const own = communities.find(({ scope }) => scope === 'own');
  if (own !== undefined) return whole(own, 'own');
  const recent = communities.find(({ id }) => id === chosen[0]?.communityId);
  return recent === undefined ? whole(first, 'first') : whole(recent, 'recent');
}

function isSame(one: Entry['about'], other: Entry['about']): boolean {
  return one !== undefined && other !== undefined && one.site === other.site && one.verb === other.verb;
}

function placeStill({ places }: Connected, placeId: string | null): string | null {
  return places?.some(({ id }) => id === placeId) ? placeId : null;
}

function whole({ id }: Connected, reason: SuggestedDestination['reason']): SuggestedDestination {
  return { communityId: id, placeId: null, reason };
}
