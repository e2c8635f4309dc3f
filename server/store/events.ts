import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema';
import { isoTime, type Store } from './store';

export type Event = Selectable<Schema['events']>;

type NewEvent = Pick<Event, 'kind'> & Partial<Pick<Event, 'account_id' | 'status_id' | 'notification_id'>>;

/** Writes down what happened, in the transaction in which it happens: every node reads it and tells its listeners. */
export async function recordEvent(trx: Kysely<Schema>, store: Store, event: NewEvent): Promise<void> {
  await trx
    .insertInto('events')
    .values({
      account_id: null,
      status_id: null,
      notification_id: null,
      ...event,
      community_id: store.communityId,
      id: store.newId(),
      created_at: isoTime(store.clock()),
    })
    .execute();
}
