import type { Insertable } from 'kysely';
import type { Schema } from '@/server/store/schema';
import { isoTime, type Store } from '@/server/store/store';

const AUTHORS = 100;
const PLACES = 10;
const ROWS_AT_ONCE = 1_000;
const NEXT_TO_EACH_OTHER_MS = 1_000;

/**
 * A community with a long past: most posts for everybody, one in four in a place (every other place is closed), one in
 * three an answer, one in ten a boost, two in three with tags. Answers the ids of a reader and of one of each kind.
 */
export async function manyPosts(store: Store, count: number) {
  const people = ids(store, 'p', AUTHORS);
  const places = ids(store, 'g', PLACES);
  await insert(store, 'accounts', [...people, ...places].map(account));
  await insert(
    store,
    'places',
    places.map(({ id }, n) => ({
      ...base(store),
      account_id: id,
      about: '',
      locked: n % 2,
      created_by: null,
    })),
  );
  const [reader = ''] = people.map(({ id }) => id);
  const followed = [...people.slice(1, 20), ...places.slice(0, 4)];
  await insert(
    store,
    'follows',
    followed.map(({ id: target_id, n }) => ({
      ...base(store),
      account_id: reader,
      target_id,
      id: idAt(n),
      state: 'accepted' as const,
      reblogs: 1,
      notify: 0,
    })),
  );
  const posts = Array.from({ length: count }, (_, n) => status(store, n, people, places));
  await insert(store, 'statuses', posts);
  const tags = posts.flatMap(({ community_id, id }, n) =>
    n % 3 === 0 ? [] : [`tag${n % 50}`, 'archief'].map((tag) => ({ community_id, tag, status_id: id })),
  );
  await insert(store, 'status_tags', tags);
  return { reader, author: people[1]?.id ?? '', openPlace: places[0]?.id ?? '', root: posts[1]?.id ?? '' };
}

interface Named {
  readonly id: string;
  readonly n: number;
  readonly handle: string;
  readonly store: Store;
}

function ids(store: Store, letter: string, count: number): Named[] {
  const start = letter === 'p' ? 0 : AUTHORS;
  return Array.from({ length: count }, (_, n) => ({
    store,
    n,
    handle: `${letter}${n}`,
    id: idAt(start + n),
  }));
}

function idAt(n: number): string {
  return (BigInt(Date.UTC(2024, 0) + n * NEXT_TO_EACH_OTHER_MS) << 16n).toString();
}

function base({ communityId, clock }: Store) {
  return { community_id: communityId, created_at: isoTime(clock()) };
}

function account({ store, id, handle }: Named): Insertable<Schema['accounts']> {
  return { ...base(store), id, handle, display_name: handle, role: 'member' };
}

function status(
  store: Store,
  n: number,
  people: readonly Named[],
  places: readonly Named[],
): Insertable<Schema['statuses']> {
  const boosts = n % 10 === 9;
  const place = n % 4 === 0 && !boosts ? places[(n / 4) % PLACES] : undefined;
  const answered = n % 3 === 2 && !boosts ? idAt(AUTHORS + PLACES + n - (n % 30) + 1) : null;
  return {
    ...base(store),
    id: idAt(AUTHORS + PLACES + n),
    account_id: people[(n * 7 + Math.floor(n / AUTHORS)) % AUTHORS]?.id ?? '',
    text: boosts ? '' : `Bericht ${n} over #archief en het bewaren van dossiers`,
    language: 'nl',
    visibility: place !== undefined && place.n % 2 === 1 ? 'private' : 'public',
    in_reply_to_id: answered,
    thread_id: answered,
    sensitive: 0,
    spoiler_text: '',
    deleted_at: null,
    edited_at: null,
    place_id: place?.id ?? null,
    reblog_of_id: boosts ? idAt(AUTHORS + PLACES + n - 1) : null,
  };
}

async function insert<Table extends keyof Schema>(
  { db }: Store,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await db
      .insertInto(table)
      .values(rows.slice(start, start + ROWS_AT_ONCE) as never)
      .execute();
  }
}
