import type { EntryState } from './entry';
import type { OutboxDatabase } from './store';

/** What leaves by itself, sooner or later. */
export const ON_THEIR_WAY: readonly EntryState[] = ['waiting', 'sending', 'uncertain'];
export const NOT_ARRIVED: readonly EntryState[] = [...ON_THEIR_WAY, 'held', 'parked'];

const FIRST = Number.NEGATIVE_INFINITY;
const LAST = Number.POSITIVE_INFINITY;

/** How many entries are in one of these states, of one community or of all: counted in an index, no row is read. */
export async function countInState(
  { entries }: Pick<OutboxDatabase, 'entries'>,
  states: readonly EntryState[],
  communityId?: string,
): Promise<number> {
  const counts = await Promise.all(
    states.map((state) =>
      communityId === undefined
        ? entries.where('[state+createdAt]').between([state, FIRST], [state, LAST], true, true).count()
        : entries
            .where('[communityId+state+dueAt]')
            .between([communityId, state, FIRST], [communityId, state, LAST], true, true)
            .count(),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
