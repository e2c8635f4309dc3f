import type { Community } from '@/utils/community/community';
import type { Failure, FoundPost, OperationValues, Perform } from '@/utils/community/connector';
import { type Clock, HOUR_MS, isRecent, MINUTE_MS } from '@/utils/kernel/clock';
import { read } from '@/utils/practice/read';
import type { PracticeWords } from '@/utils/practice/words';
import {
  advance,
  type Found,
  type List,
  listsOf,
  nextStep,
  type Step,
  stretchOf,
  unread,
  withStretch,
} from './reach';
import type { Reach, Shared } from './shelf';
import { keepPage, type LibraryDatabase, MOST_SHARED, type Page, type ShelfChange } from './store';

/** A turn every ten minutes with ten requests in it: sixty an hour in a community, at the very most. */
export const TURN_MS = 10 * MINUTE_MS;
export const MOST_REQUESTS = 10;
const REFUSED_FOR_MS = HOUR_MS;

export interface SyncPorts {
  readonly db: LibraryDatabase;
  readonly clock: Clock;
  readonly perform: Perform;
  /** The labels of practices, by language. */
  readonly wordings: Readonly<Record<string, PracticeWords>>;
  /** Told of every page that brought or took something. */
  changed(change: ShelfChange): void;
}

/** Takes the turn of every community that is due, noted before anything is asked: two may come at once. */
export function takeTurns(db: LibraryDatabase, clock: Clock): Promise<readonly Community[]> {
  return db.transaction('rw', [db.communities, db.reaches], async () => {
    const now = clock();
    const due: Community[] = [];
    for (const community of await db.communities.toArray()) {
      const reach = (await db.reaches.get(community.id)) ?? unread(community.id);
      if (community.signedOut || listsOf(community).length === 0 || !isDue(reach, now)) continue;
      await db.reaches.put({ ...reach, askedAt: now });
      due.push(community);
    }
    return due;
  });
}

/** A moment in the future was noted by a clock that was wrong; a rest is at most a day. */
function isDue({ askedAt, until }: Reach, now: number): boolean {
  return !isRecent(askedAt, TURN_MS, now) && (until <= now || until - now > 24 * HOUR_MS);
}

/** Reads what is new in a community, and then older posts, as far as one turn goes. */
export async function syncCommunity(ports: SyncPorts, community: Community): Promise<void> {
  const { db, clock, perform } = ports;
  const lists = listsOf(community);
  const looked: List[] = [];
  for (let requests = 0; requests < MOST_REQUESTS; requests += 1) {
    const reach = (await db.reaches.get(community.id)) ?? unread(community.id);
    const step = nextStep(reach, lists, looked, (await db.shared.count()) < MOST_SHARED);
    if (step === null) return;
    if (step.part === 'newest') looked.push(step.list);
    const { list, since, cursor } = step;
    const found = await perform<'find'>(community, {
      verb: 'find',
      marker: '', // how far was read must be known of whatever else is said there too
      authorId: null,
      home: list.source === 'home',
      ...(list.placeId === undefined ? {} : { placeId: list.placeId }),
      since,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!found.ok) return rest(db, community.id, clock() + restAfter(found.error));
    if (!(await keep(ports, community, step, found.value))) return;
  }
}

/** False where the community was disconnected meanwhile. */
async function keep(
  ports: SyncPorts,
  { id }: Community,
  step: Step,
  found: Found & OperationValues['find'],
): Promise<boolean> {
  const { db, clock, changed } = ports;
  const page = pageOf(id, step, found, ports.wordings);
  const change = await db.transaction('rw', [db.shared, db.reaches, db.communities], async () => {
    const reach = await db.reaches.get(id);
    if (reach === undefined || (await db.communities.get(id)) === undefined) return null;
    const { list } = step;
    await db.reaches.put(withStretch(reach, list, advance(stretchOf(reach, list), step, found, clock())));
    return keepPage(db, page);
  });
  if (change !== null && change.put.length + change.gone.length > 0) changed(change);
  return change !== null;
}

function pageOf(
  communityId: string,
  { list, part }: Step,
  { posts, unordered }: OperationValues['find'],
  wordings: SyncPorts['wordings'],
): Page {
  const times = posts.map(({ at }) => at);
  const upTo = part === 'newest' ? Number.POSITIVE_INFINITY : Math.max(...times);
  const rows = posts.flatMap((post) => sharedOf(communityId, list, post, wordings));
  if (unordered !== undefined) {
    const ids = [...unordered.gone, ...posts.map(({ id }) => id)].map((postId) => rowId(communityId, postId));
    const gone = ids.filter((id) => !rows.some((row) => row.id === id));
    return { communityId, ...list, rows, span: null, gone };
  }
  return {
    communityId,
    ...list,
    rows,
    span: posts.length === 0 ? null : { after: Math.min(...times), upTo },
  };
}

/** Nothing where the post is none of ours: it has no reference line. */
function sharedOf(
  communityId: string,
  list: List,
  { id: postId, text, ...post }: FoundPost,
  wordings: SyncPorts['wordings'],
): Shared[] {
  const found = read(text, wordings);
  return found === null
    ? []
    : [{ ...post, ...found, id: rowId(communityId, postId), communityId, postId, ...list }];
}

function rowId(communityId: string, postId: string): string {
  return `${communityId} ${postId}`;
}

function restAfter(failure: Failure): number {
  if (failure.kind !== 'retry') return REFUSED_FOR_MS;
  return Math.max(failure.afterMs ?? 0, failure.answered ? REFUSED_FOR_MS : 0);
}

async function rest(db: LibraryDatabase, communityId: string, until: number): Promise<void> {
  await db.reaches.update(communityId, { until });
}
