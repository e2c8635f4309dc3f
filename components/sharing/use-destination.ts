import { useState } from 'preact/hooks';
import type { Place } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import type { CommunityView, DraftView } from '@/utils/messaging/views';
import type { Answered, Correction } from '@/utils/outbox/entry';
import { type Destination, defaultAudience } from './destination';

interface Choice {
  readonly communityId: string | null;
  readonly place: Place | null;
  readonly audience: Audience;
}

const NONE: readonly Place[] = [];

/**
 * The chosen place and audience inside a community; another community, or one that changed, begins anew. A place that
 * goes from the list stays chosen: the community refuses the post, and nobody else reads it. A correction or
 * a reply has no choice: it goes where that post is.
 */
export function useDestination(
  community: CommunityView | null,
  places: DraftView['places'],
  post: Correction | Answered | null,
) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const communityId = community?.id ?? null;
  const chosen = choice?.communityId === communityId ? choice : null;
  const listed = places[communityId ?? ''] ?? NONE;
  const place = listed.find(({ id }) => id === chosen?.place?.id) ?? chosen?.place ?? null;
  const choices = place === null || listed.includes(place) ? listed : [...listed, place];
  const audienceStands = chosen !== null && community?.audiences.includes(chosen.audience) === true;
  const destination: Destination = {
    community,
    placeId: place?.id ?? null,
    audience: audienceStands ? chosen.audience : defaultAudience(community),
    ...(place?.closed === true ? { audience: 'followers' } : {}), // nobody else may read what is posted in it
    ...(post === null ? {} : { placeId: post.placeId, audience: post.audience }),
  };
  return {
    destination,
    places: choices,
    setPlace: (next: string | null) => {
      const chosenPlace = choices.find(({ id }) => id === next) ?? null;
      setChoice({
        communityId,
        place: chosenPlace,
        audience: chosen?.audience ?? defaultAudience(community),
      });
    },
    setAudience: (next: Audience) => setChoice({ communityId, place, audience: next }),
  };
}
