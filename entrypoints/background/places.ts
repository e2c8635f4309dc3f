import type { Community } from '@/utils/community/community';
import { MINUTE_MS } from '@/utils/kernel/clock';
import type { Services } from './services';

const ASK_AGAIN_MS = 10 * MINUTE_MS;
const askedAt = new Map<string, number>();

/** Whether connecting has just said which they are: empty, it may be that it could not. */
function isFresh({ places, connectedAt }: Community, now: number): boolean {
  return places !== null && places.length > 0 && now - connectedAt < ASK_AGAIN_MS && now >= connectedAt;
}

/** Looks again which places the person is in, in the communities that have them: at most once in ten minutes. */
export async function refreshPlaces({ db, perform, clock, announce }: Services): Promise<void> {
  for (const community of await db.communities.toArray()) {
    const { id, accountId, places } = community;
    if (isFresh(community, clock())) continue;
    if (places === null || clock() - (askedAt.get(id) ?? Number.NEGATIVE_INFINITY) < ASK_AGAIN_MS) continue;
    askedAt.set(id, clock());
    const found = await perform<'places'>(community, { verb: 'places', memberId: accountId });
    if (!found.ok || JSON.stringify(found.value) === JSON.stringify(places)) continue;
    await db.communities.update(id, { places: [...found.value] });
    announce();
  }
}
