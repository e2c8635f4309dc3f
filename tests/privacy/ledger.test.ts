import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byDay, firstOf, type Noted, newestFirst, searchFor } from '@/utils/privacy/ledger';
import { PURPOSES, SentRequestSchema, sentRequest } from '@/utils/privacy/ledger-row';

const newest = (rows: readonly Noted[]) => [...rows].sort((a, b) => b.at - a.at);
const rows = (side: string) =>
  fc
    .array(fc.integer({ min: 0, max: 20 }))
    .map((moments) => newest(moments.map((at, index) => ({ id: `${side}${index}`, at }))));

describe('two lists as one', () => {
  test('holds every row once, newest first, each list in its own order', () => {
    fc.assert(
      fc.property(rows('seen'), rows('sent'), (seen, sent) => {
        const both = [...newestFirst(seen, sent)];
        expect(both.map(({ at }) => at)).toEqual(newest(both).map(({ at }) => at));
        expect(both.filter(({ id }) => id.startsWith('seen'))).toEqual(seen);
        expect(both.filter(({ id }) => id.startsWith('sent'))).toEqual(sent);
      }),
    );
  });

  test('is read no further than it takes', () => {
    let read = 0;
    function* counted() {
      for (;;) yield read++;
    }
    expect(firstOf(counted(), 3, (row) => row % 2 === 0)).toEqual({ rows: [0, 2, 4], more: true });
    expect(read).toBe(7);
    expect(firstOf([1, 2], 2, () => true)).toEqual({ rows: [1, 2], more: false });
  });
});

describe('a search', () => {
  const text = 'Je hebt 1 document bewerkt op wiki.stad.example. Café, pré-advies.';
  test.each([
    ['', true],
    ['  ', true],
    ['bewerkt', true],
    ['BEWERKT wiki', true],
    ['wiki bewerkt', true],
    ['cafe', true],
    ['CAFÉ', true],
    ['preadvies', false],
    ['pre-adv', true],
    ['bewerkt intranet', false],
    ['.*', false],
  ])('for “%s”: %s', (search, isFound) => {
    expect(searchFor(search)(text)).toBe(isFound);
  });

  test('finds every text by any words of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), fc.nat(), (words, start) => {
        const searched = words.slice(start % (words.length + 1)).join(' ');
        expect(searchFor(searched)(words.join(' '))).toBe(true);
      }),
    );
  });
});

test('days are told apart and nothing is lost between them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ma', 'di', 'wo')), (days) => {
      const grouped = byDay(days, (day) => day);
      expect(grouped.flatMap(({ rows }) => rows)).toEqual(days);
      for (const [index, { day, rows }] of grouped.entries()) {
        expect(new Set(rows)).toEqual(new Set([day]));
        expect(grouped[index + 1]?.day).not.toBe(day);
      }
    }),
  );
});

test('of what is sent only the origin is noted, whatever the address holds', () => {
  fc.assert(
    fc.property(fc.domain(), fc.string(), fc.constantFrom(...PURPOSES), (host, path, purpose) => {
      const url = `https://${host}/${path}`;
      const row = sentRequest(url, purpose, 5);
      expect(SentRequestSchema.parse(row)).toEqual({ id: row.id, at: 5, to: new URL(url).origin, purpose });
    }),
  );
});
