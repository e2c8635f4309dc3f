import type { EntryState } from './entry';
import type { OutboxDatabase } from './store';

/** What leaves by itself, sooner or later. */
export const ON_THEIR_WAY: readonly EntryState[] = ['waiting', 'sending', 'uncertain'];
export const NOT_ARRIVED: readonly EntryState[] = [...ON_THEIR_WAY, 'held', 'parked'];

const FIRST = Number.NEGATIVE_INFINITY;
const LAST = Number.POSITIVE_INFINITY;

type Entries = Pick<OutboxDatabase, 'entries'>;

/**
 * How many entries are in one of these states, of one community or of all: counted in an index, no row is read. With
 * `most` it counts no further in any of them: a browser looks at each entry of an index that it counts.
 */
export async function countInState(
  db: Entries,
  states: readonly EntryState[],
  { communityId, most }: { readonly communityId?: string; readonly most?: number } = {},
): Promise<number> {
  const counts = await Promise.all(
    states.map(async (state) => {
      const found = inState(db, state, communityId);
      return most === undefined ? found.count() : (await found.limit(most).primaryKeys()).length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function inState({ entries }: Entries, state: EntryState, communityId: string | undefined) {
  return communityId === undefined
    ? entries.where('[state+createdAt]').between([state, FIRST], [state, LAST], true, true)
    : entries
        .where('[communityId+state+dueAt]')
        .between([communityId, state, FIRST], [communityId, state, LAST], true, true);
}
