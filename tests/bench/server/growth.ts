import { createApp } from '@/server/app';
import { type NewStatus, postStatus } from '@/server/store/post-status';
import type { Store } from '@/server/store/store';
import { systemClock } from '@/utils/kernel/clock';
import { secureBytes } from '@/utils/kernel/random';
import { words } from '../../server/words';
import { durations, type Row, rate } from '../measure';
import { textOf } from './corpus';
import { aMember, type Measured } from './databases';

const FEW = 1_000;
const MANY = 100_000;
const TRIES = 300;
const WARM_UP = 30;
const ORIGIN = 'http://127.0.0.1:1';
const AUTHORS = 20;

const READS: readonly (readonly [what: string, path: (n: number) => string, most: number])[] = [
  ['timeline of 40', () => '/api/v1/timelines/home?limit=40', 1.5],
  ['notifications', () => '/api/v2/notifications?limit=40', 1.5],
  ['search: a word in many posts', () => '/api/v2/search?type=statuses&limit=20&q=archief', 8],
  ['search: a word in one post', (n) => `/api/v2/search?type=statuses&limit=20&q=uniek${n}`, 8],
  ['search: the beginning of a word', () => '/api/v2/search?type=statuses&limit=20&q=verni', 8],
  ['search: two words', () => '/api/v2/search?type=statuses&limit=20&q=dossier+termijn', 8],
];

/** How the p95 of what members do every day grows from a thousand posts to a hundred thousand. */
export async function measureGrowth(database: Measured): Promise<Row[]> {
  const store = await database.open();
  const reader = await aMember(store, 'lezer');
  const authors = await Promise.all(Array.from({ length: AUTHORS }, (_, n) => aMember(store, `auteur${n}`)));
  const ids = authors.map(({ id }) => id);
  const ask = askerOf(store, reader.token);
  await fill(store, ids, reader.id, 0, FEW);
  const few = await measureAll(store, ask, ids, FEW);
  await fill(store, ids, reader.id, FEW, MANY);
  const many = await measureAll(store, ask, ids, MANY);
  await store.close();
  return [...few].map(([what, { taken, most }]) => ({
    what: `${database.name}: ${what}, p95 at 100,000 against 1,000`,
    values: many.get(what)?.taken ?? [],
    against: taken,
    most,
  }));
}

function askerOf(store: Store, token: string): (path: string) => Promise<void> {
  const about = { origin: ORIGIN, name: 'Bench', language: 'nl', version: '0' } as const;
  const app = createApp({ store, clock: systemClock, randomBytes: secureBytes, ...about });
  return async (path) => {
    const answer = await app.request(`${ORIGIN}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    await answer.arrayBuffer();
  };
}

type Taken = Map<string, { readonly taken: readonly number[]; readonly most: number }>;

async function measureAll(
  store: Store,
  ask: (path: string) => Promise<void>,
  authors: readonly string[],
  posts: number,
): Promise<Taken> {
  const found: Taken = new Map();
  for (const [what, path, most] of READS) {
    await durations(WARM_UP, (n) => ask(path(n)));
    found.set(what, { taken: await durations(TRIES, (n) => ask(path((n * 31) % posts))), most });
  }
  const again = (n: number) =>
    postStatus(store, statusOf(authors, -n - 1 - posts, []), `bench-${posts}-${n}`);
  found.set('post', { taken: await durations(TRIES, again), most: 1.5 });
  return found;
}

/** Every twentieth post names the reader: notifications grow as well, and fill a page from the beginning. */
async function fill(
  store: Store,
  authors: readonly string[],
  reader: string,
  from: number,
  to: number,
): Promise<void> {
  await rate(8, to - from, async (done) => {
    const n = from + done;
    await postStatus(store, statusOf(authors, n, n % 20 === 0 ? [reader] : []), `fill-${n}`);
  });
}

function statusOf(authors: readonly string[], n: number, mentions: readonly string[]): NewStatus {
  const author = authors[Math.abs(n) % authors.length] ?? '';
  return words(author, textOf(Math.abs(n)), { mentions, tags: ['archief'] });
}
