import type { Kysely, Selectable } from 'kysely';
import { SECOND_MS } from '@/utils/kernel/clock';
import { rowsToInsert, type Write, write } from './database/at-once';
import type { Schema } from './schema';
import { idAt, momentOf } from './status-id';
import { isoTime, type Store } from './store';

export type Event = Selectable<Schema['events']>;

type NewEvent = Pick<Event, 'kind'> & Partial<Pick<Event, 'account_id' | 'status_id' | 'notification_id'>>;

/** Writes down what happened, in the transaction in which it happens: every node reads it and tells its listeners. */
export async function recordEvent(trx: Kysely<Schema>, store: Store, event: NewEvent): Promise<void> {
  await write(trx, eventsToRecord(trx, store, [event]));
}

/** The same for several, and at least one, still to be written. */
export function eventsToRecord(trx: Kysely<Schema>, store: Store, events: readonly NewEvent[]): Write {
  const rows = events.map((event) => ({
    account_id: null,
    status_id: null,
    notification_id: null,
    ...event,
    community_id: store.communityId,
    id: store.newId(),
    created_at: isoTime(store.clock()),
  }));
  return rowsToInsert(trx, 'events', rows);
}

/** Tells that a post goes; those whom it names by themselves, because nothing will say any more that it named them. */
export async function recordDeletion(trx: Kysely<Schema>, store: Store, statusId: string): Promise<void> {
  await recordEvent(trx, store, { kind: 'deleted', status_id: statusId });
  const named = await trx
    .selectFrom('mentions')
    .select('account_id')
    .where('community_id', '=', store.communityId)
    .where('status_id', '=', statusId)
    .execute();
  for (const { account_id } of named) {
    await recordEvent(trx, store, { kind: 'deleted', status_id: statusId, account_id });
  }
}

/** A transaction takes some time, and the clocks of two nodes differ a little: an event may turn up behind later ones. */
const LATE_BY_MS = 10 * SECOND_MS;

/** Reads what happened since the reader was made: every event once, in the order of their ids. */
export class EventReader {
  #newest: string;
  #seen = new Set<string>();

  private constructor(private readonly store: Store) {
    this.#newest = idAt(store.clock());
  }

  /** A reader that has seen all that happened until now. */
  static async fromNow(store: Store): Promise<EventReader> {
    const reader = new EventReader(store);
    await reader.read();
    return reader;
  }

  async read(): Promise<Event[]> {
    const from = idAt(momentOf(this.#newest) - LATE_BY_MS);
    const rows = await this.store.db
      .selectFrom('events')
      .selectAll()
      .where('community_id', '=', this.store.communityId)
      .where('id', '>=', from)
      .orderBy('id')
      .execute();
    const fresh = rows.filter(({ id }) => !this.#seen.has(id));
    this.#seen = new Set(rows.map(({ id }) => id));
    const last = rows.at(-1)?.id ?? '';
    if (last > this.#newest) this.#newest = last;
    return fresh;
  }
}
