import { useState } from 'preact/hooks';
import type { Audience } from '@/utils/community/connector';
import type { CommunityView, DraftView } from '@/utils/messaging/views';
import type { Correction } from '@/utils/outbox/entry';
import { type Destination, defaultAudience } from './destination';

interface Choice {
  readonly communityId: string | null;
  readonly placeId: string | null;
  readonly audience: Audience;
}

/**
 * The chosen place and audience inside a community; another community, or one that changed, begins anew. A correction
 * has no choice: it goes where its post is.
 */
export function useDestination(
  community: CommunityView | null,
  places: DraftView['places'],
  corrects: Correction | null,
) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const communityId = community?.id ?? null;
  const chosen = choice?.communityId === communityId ? choice : null;
  const place = (places[communityId ?? ''] ?? []).find(({ id }) => id === chosen?.placeId);
  const audienceStands = chosen !== null && community?.audiences.includes(chosen.audience) === true;
  const destination: Destination = {
    community,
    placeId: place?.id ?? null,
    audience: audienceStands ? chosen.audience : defaultAudience(community),
    ...(place?.closed === true ? { audience: 'followers' } : {}), // nobody else may read what is posted in it
    ...(corrects === null ? {} : { placeId: corrects.placeId, audience: corrects.audience }),
  };
  const { placeId } = destination;
  return {
    destination,
    setPlace: (next: string | null) =>
      setChoice({ communityId, placeId: next, audience: chosen?.audience ?? defaultAudience(community) }),
    setAudience: (next: Audience) => setChoice({ communityId, placeId, audience: next }),
  };
}
