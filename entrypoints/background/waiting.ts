import type { EntryView, WaitingView } from '@/utils/messaging/views';
import { countInState, NOT_ARRIVED, ON_THEIR_WAY } from '@/utils/outbox/counts';
import type { Entry } from '@/utils/outbox/entry';
import { readOutstanding } from '@/utils/outbox/outstanding';
import { readDrain } from './drain';
import { entryView, readSurroundings, type Surroundings } from './entry-views';
import { postView } from './posts';
import type { Services } from './services';

/** More than these in one state take a browser long to count: a popup first opens. */
const SOON_COUNTED = 100;

/** The first rows of what has not arrived yet, as soon as can be: where there is much, `waitingView` counts it. */
export async function firstWaiting(services: Services, most: number): Promise<WaitingView> {
  const { db, clock } = services;
  const total = await countInState(db, NOT_ARRIVED, { most: SOON_COUNTED });
  if (total < SOON_COUNTED) return waitingView(services, most);
  const surroundings = await readSurroundings(db);
  const entries = await readOutstanding(db, most);
  return {
    rows: await Promise.all(entries.map((entry) => rowOf(services, entry, surroundings))),
    total,
    isPartial: true,
    drain: null,
    asked: await askedToWait(services, surroundings, clock()),
  };
}

/** What has not arrived yet: `most` rows, and all of it counted. */
export async function waitingView(services: Services, most: number): Promise<WaitingView> {
  const { db, clock } = services;
  const surroundings = await readSurroundings(db);
  const entries = await readOutstanding(db, most);
  return {
    rows: await Promise.all(entries.map((entry) => rowOf(services, entry, surroundings))),
    total: await countInState(db, NOT_ARRIVED),
    drain: await readDrain(services),
    asked: await askedToWait(services, surroundings, clock()),
  };
}

/** A conflict is looked at where it is: that one comes with its page. */
async function rowOf(services: Services, entry: Entry, surroundings: Surroundings): Promise<EntryView> {
  const post =
    entry.reason === 'conflict' ? await postView(services, entry.id, surroundings.communities) : null;
  return entryView(entry, surroundings, services.clock(), post);
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
  const counts = await Promise.all(
    asking.map(({ id }) => countInState(db, ON_THEIR_WAY, { communityId: id, most: 1 })),
  );
  return asking
    .filter((_community, index) => (counts[index] ?? 0) > 0)
    .map(({ communityName, until }) => ({ communityName, until }));
}
