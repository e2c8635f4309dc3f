import { useState } from 'preact/hooks';
import type { Place } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import type { CommunityView, DraftView } from '@/utils/messaging/views';
import { type Destination, defaultAudience } from './destination';
import type { WritingState } from './writing';

interface Choice {
  readonly communityId: string | null;
  readonly place: Place | null;
  readonly audience: Audience;
}

/** Where the post goes, what else can be chosen there, and how. */
export interface DestinationChoice {
  readonly destination: Destination;
  readonly places: readonly Place[];
  /** Why it goes there; null once the person chose something else. */
  readonly reason: NonNullable<DraftView['suggested']>['reason'] | null;
  readonly setPlace: (placeId: string | null) => void;
  readonly setAudience: (audience: Audience) => void;
}

const NONE: readonly Place[] = [];

/**
 * The chosen place and audience inside a community; another community, or one that changed, begins anew. A place that
 * goes from the list stays chosen: the community refuses the post, and nobody else reads it. A correction or
 * a reply has no choice: it goes where that post is.
 */
export function useDestination(
  { community, places }: Pick<WritingState, 'community' | 'places'>,
  { draft, suggested }: DraftView,
): DestinationChoice {
  const [choice, setChoice] = useState(() => firstChoice(community, places, suggested));
  const post = draft.corrects ?? draft.answers;
  const communityId = community?.id ?? null;
  const chosen = choice?.communityId === communityId ? choice : null;
  const listed = places[communityId ?? ''] ?? NONE;
  const place = listed.find(({ id }) => id === chosen?.place?.id) ?? chosen?.place ?? null;
  const choices = place === null || listed.includes(place) ? listed : [...listed, place];
  const audienceStands = chosen !== null && community?.audiences.includes(chosen.audience) === true;
  const audience = audienceStands ? chosen.audience : defaultAudience(community);
  const destination: Destination = {
    community,
    placeId: place?.id ?? null,
    audience: place?.closed === true ? 'followers' : audience, // nobody else may read what is posted in it
    ...(post === null ? {} : { placeId: post.placeId, audience: post.audience }),
  };
  const isSuggested = suggested?.communityId === communityId && suggested?.placeId === destination.placeId;
  return {
    destination,
    places: choices,
    reason: isSuggested ? (suggested?.reason ?? null) : null,
    setPlace: (next) => {
      const chosenPlace = choices.find(({ id }) => id === next) ?? null;
      setChoice({ communityId, place: chosenPlace, audience });
    },
    setAudience: (next) => setChoice({ communityId, place, audience: next }),
  };
}

/** The place that was suggested, or the only one where there must be one; the audience is never wider for it. */
function firstChoice(
  community: CommunityView | null,
  places: DraftView['places'],
  suggested: DraftView['suggested'],
): Choice | null {
  if (community === null) return null;
  const listed = places[community.id] ?? NONE;
  const only = community.needsPlace && listed.length === 1 ? listed[0] : undefined;
  if (suggested?.communityId !== community.id && only === undefined) return null;
  const place = listed.find(({ id }) => id === suggested?.placeId) ?? only ?? null;
  return { communityId: community.id, place, audience: defaultAudience(community) };
}
