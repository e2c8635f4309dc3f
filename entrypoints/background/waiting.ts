import type { EntryView, WaitingView } from '@/utils/messaging/views';
import { countInState, NOT_ARRIVED, ON_THEIR_WAY } from '@/utils/outbox/counts';
import { readDrain } from './drain';
import { entryView, readSurroundings, type Surroundings } from './entry-views';
import type { Services } from './services';

/** What has not arrived yet, as the popup shows it. */
export async function waitingView(services: Services): Promise<WaitingView> {
  const { db, clock } = services;
  const surroundings = await readSurroundings(db);
  return {
    rows: await rows(services, surroundings),
    total: await countInState(db, NOT_ARRIVED),
    drain: await readDrain(services),
    asked: await askedToWait(services, surroundings, clock()),
  };
}

async function rows({ db, clock }: Services, surroundings: Surroundings): Promise<EntryView[]> {
  const now = clock();
  const entries = await db.entries.orderBy('createdAt').toArray();
  return entries
    .filter(({ state }) => state !== 'delivered')
    .toSorted((a, b) => Number(b.state === 'parked') - Number(a.state === 'parked'))
    .map((entry) => entryView(entry, surroundings, now));
}

async function askedToWait(
  { db }: Services,
  { communities, paces }: Surroundings,
  now: number,
): Promise<WaitingView['asked']> {
  const asking = communities.flatMap(({ id, name }) => {
    const until = paces.find(({ communityId }) => communityId === id)?.asked ?? 0;
    return until > now ? [{ id, communityName: name, until }] : [];
  });
  const counts = await Promise.all(asking.map(({ id }) => countInState(db, ON_THEIR_WAY, id)));
  return asking
    .filter((_community, index) => (counts[index] ?? 0) > 0)
    .map(({ communityName, until }) => ({ communityName, until }));
}
