import { describe, expect, test } from 'vitest';
import { parseQuery, type QueryWord } from '@/server/search/query';
import { findingOf, rank } from '@/server/search/rank';
import { searchText } from '@/server/search/search-text';
import { type Pair, WORD_PAIRS } from './pairs';

const METHODS = {
  stem: (word: QueryWord): QueryWord => ({ ...word, asPrefix: false, asSubstring: false }),
  prefix: (word: QueryWord): QueryWord => ({ ...word, stems: [], asSubstring: false }),
  trigram: (word: QueryWord): QueryWord => ({ ...word, stems: [], asPrefix: false }),
  all: (word: QueryWord): QueryWord => word,
};
type Method = keyof typeof METHODS;
type Counts = Record<Method, number>;

function countsOf(pairs: readonly Pair[], language: string | null): Counts {
  const count = (method: Method): number =>
    pairs.filter(({ inText, searched }) => {
      const text = searchText(inText, language);
      return parseQuery(searched).words.every((word) => findingOf(METHODS[method](word), text) !== null);
    }).length;
  return { stem: count('stem'), prefix: count('prefix'), trigram: count('trigram'), all: count('all') };
}

/** What the index found when it was made: [language, kind of pair, pairs, per method]. More is welcome. */
const FLOORS: readonly (readonly [keyof typeof WORD_PAIRS, 'compared' | 'ofTheTrade', number, Counts])[] = [
  ['nl', 'compared', 15, { stem: 13, prefix: 11, trigram: 12, all: 15 }],
  ['nl', 'ofTheTrade', 40, { stem: 27, prefix: 23, trigram: 26, all: 37 }],
  ['fr', 'compared', 11, { stem: 11, prefix: 8, trigram: 8, all: 11 }],
  ['fr', 'ofTheTrade', 40, { stem: 38, prefix: 27, trigram: 28, all: 39 }],
  ['de', 'compared', 11, { stem: 7, prefix: 7, trigram: 9, all: 9 }],
  ['de', 'ofTheTrade', 40, { stem: 28, prefix: 25, trigram: 28, all: 33 }],
  ['en', 'ofTheTrade', 41, { stem: 35, prefix: 25, trigram: 27, all: 37 }],
];

/** Pairs that should stay apart and find each other all the same. Fewer is welcome. */
const CEILINGS: readonly (readonly [keyof typeof WORD_PAIRS, number, Counts])[] = [
  ['nl', 40, { stem: 1, prefix: 2, trigram: 5, all: 7 }],
  ['fr', 41, { stem: 5, prefix: 10, trigram: 9, all: 12 }],
  ['de', 40, { stem: 5, prefix: 5, trigram: 9, all: 10 }],
  ['en', 41, { stem: 7, prefix: 7, trigram: 6, all: 12 }],
];

function report(title: string, counts: Counts, of: number): void {
  const figures = Object.entries(counts).map(([method, count]) => `${method} ${count}/${of}`);
  console.log(`${title.padEnd(24)} ${figures.join('   ')}`);
}

describe('pairs that should find each other', () => {
  test.each(FLOORS)('%s, %s: %i pairs', (language, kind, size, floor) => {
    const pairs = WORD_PAIRS[language][kind];
    expect(pairs).toHaveLength(size);
    const found = countsOf(pairs, language);
    report(`${language} ${kind}`, found, size);
    for (const method of ['stem', 'prefix', 'trigram', 'all'] as const) {
      expect(found[method], method).toBeGreaterThanOrEqual(floor[method]);
    }
    expect(countsOf(pairs, null).all, 'in a post of unknown language').toBeGreaterThanOrEqual(floor.all);
  });

  test('the ranking leaves out none that a word finds', () => {
    for (const { compared, ofTheTrade } of Object.values(WORD_PAIRS)) {
      for (const { inText, searched } of [...compared, ...ofTheTrade]) {
        const post = { id: '1', ...searchText(inText, null) };
        const found = parseQuery(searched).words.every((word) => findingOf(word, post) !== null);
        expect(rank(parseQuery(searched), [post])).toEqual(found ? ['1'] : []);
      }
    }
  });
});

describe('pairs that should stay apart', () => {
  test.each(CEILINGS)('%s: %i pairs', (language, size, ceiling) => {
    const pairs = WORD_PAIRS[language].apart;
    expect(pairs).toHaveLength(size);
    const found = countsOf(pairs, language);
    report(`${language} apart`, found, size);
    for (const method of ['stem', 'prefix', 'trigram', 'all'] as const) {
      expect(found[method], method).toBeLessThanOrEqual(ceiling[method]);
    }
  });
});
