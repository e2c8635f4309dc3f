import { expect, test } from 'vitest';
import { parseQuery } from '@/server/search/query';
import { rank } from '@/server/search/rank';
import { searchText } from '@/server/search/search-text';
import type { Store } from '@/server/store/store';
import { type Pair, WORD_PAIRS } from './search/pairs';
import { say, search } from './searching';
import { aMember, aServer } from './support';

type Spoken = keyof typeof WORD_PAIRS;

/** As the ranking alone finds them, in memory: no database may find fewer, or more. */
function isFoundInMemory({ inText, searched }: Pair, language: string): boolean {
  return rank(parseQuery(searched), [{ id: '1', ...searchText(inText, language) }]).length === 1;
}

async function isFound(store: Store, reader: string, { inText, searched }: Pair, language: Spoken) {
  const id = await say(store, reader, inText, { language });
  return (await search(store, reader, searched)).includes(id);
}

/** [language, pairs that should find each other, found at least; pairs that should stay apart, found at most]. */
const MEASURED: readonly (readonly [Spoken, number, number, number, number])[] = [
  ['nl', 55, 52, 40, 7],
  ['fr', 51, 50, 41, 12],
  ['de', 51, 42, 40, 10],
  ['en', 41, 37, 41, 12],
];

test.each(MEASURED)(
  '%s: the database finds what the ranking finds',
  async (language, size, floor, apart, ceiling) => {
    const server = await aServer();
    const { account } = await aMember(server);
    const pairs = WORD_PAIRS[language];
    const together = [...pairs.compared, ...pairs.ofTheTrade];
    expect([together.length, pairs.apart.length]).toEqual([size, apart]);
    const counts = { together: 0, apart: 0 };
    for (const kind of ['together', 'apart'] as const) {
      for (const pair of kind === 'together' ? together : pairs.apart) {
        const found = await isFound(server.store(), account.id, pair, language);
        expect(found, `${pair.inText}~${pair.searched}`).toBe(isFoundInMemory(pair, language));
        counts[kind] += Number(found);
      }
    }
    console.log(
      `${language}: found ${counts.together}/${size}, and ${counts.apart}/${apart} that should stay apart`,
    );
    expect(counts.together).toBeGreaterThanOrEqual(floor);
    expect(counts.apart).toBeLessThanOrEqual(ceiling);
  },
);
