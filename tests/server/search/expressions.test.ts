import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fts5Substrings, fts5Terms, likeSubstrings, tsqueryTerms } from '@/server/search/expressions';
import { parseQuery, type QueryWord } from '@/server/search/query';
import { rank } from '@/server/search/rank';
import { searchText } from '@/server/search/search-text';

const word = (folded: string, stems: string[] = [], asPrefix = false): QueryWord => ({
  folded,
  stems,
  asPrefix,
  asSubstring: folded.length >= 4,
});
const query = { words: [word('zaken', ['zaak']), word('wet', [], true)], tags: [], from: null };

/** An index in memory with these texts, ids from 1. */
function anIndex(texts: readonly string[]) {
  const db = new Database(':memory:');
  db.exec(`create virtual table by_term using fts5(terms, tokenize = 'unicode61 remove_diacritics 0')`);
  db.exec(`create virtual table by_trigram using fts5(folded, tokenize = 'trigram')`);
  const posts = texts.map((text, at) => ({ id: String(at + 1), ...searchText(text, 'nl') }));
  for (const { id, terms, folded } of posts) {
    db.prepare('insert into by_term (rowid, terms) values (?, ?)').run(Number(id), terms);
    db.prepare('insert into by_trigram (rowid, folded) values (?, ?)').run(Number(id), folded);
  }
  const found = (table: 'by_term' | 'by_trigram', expression: string | null): string[] =>
    expression === null
      ? []
      : db
          .prepare<[string], { id: number }>(`select rowid as id from ${table} where ${table} match ?`)
          .all(expression)
          .map(({ id }) => String(id));
  return { posts, found };
}

describe('the expressions', () => {
  test('for SQLite', () => {
    expect(fts5Terms(query)).toBe('("zaken" OR "zaak") AND ("wet" OR "wet"*)');
    expect(fts5Substrings(query)).toBe('"zaken"');
  });

  test('for PostgreSQL', () => {
    expect(tsqueryTerms(query)).toBe(`('zaken' | 'zaak') & ('wet' | 'wet':*)`);
    expect(likeSubstrings(query)).toEqual(['%zaken%']);
  });

  test('of nothing there is none', () => {
    const nothing = parseQuery('"" #tag from:me');
    expect([fts5Terms(nothing), fts5Substrings(nothing), tsqueryTerms(nothing)]).toEqual([null, null, null]);
    expect(likeSubstrings(nothing)).toEqual([]);
  });

  const signs = fc.constantFrom(
    `'`,
    `"`,
    `*`,
    `:`,
    `)`,
    `(`,
    `\\`,
    `%`,
    `_`,
    `&`,
    `|`,
    `!`,
    `-`,
    `NOT`,
    `NEAR`,
  );
  const anything = fc
    .array(fc.oneof(signs, fc.string({ unit: 'binary' }), fc.lorem()))
    .map((parts) => parts.join(' '));

  test('nothing that is typed leaves its quotation marks', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const parsed = parseQuery(typed);
        expect(fts5Terms(parsed) ?? '').toMatch(/^(?:[() ]|AND|OR|"[\p{L}\p{N}]+"\*?)*$/u);
        expect(fts5Substrings(parsed) ?? '').toMatch(/^(?: |AND|"[\p{L}\p{N}]+")*$/u);
        expect(tsqueryTerms(parsed) ?? '').toMatch(/^(?:[() &|]|'[\p{L}\p{N}]+'(?::\*)?)*$/u);
        for (const pattern of likeSubstrings(parsed)) expect(pattern).toMatch(/^%[\p{L}\p{N}]{4,}%$/u);
      }),
    );
  });

  test('SQLite understands each of them', () => {
    const { found } = anIndex(['zaken van het archief']);
    fc.assert(
      fc.property(anything, (typed) => {
        const parsed = parseQuery(typed);
        found('by_term', fts5Terms(parsed));
        found('by_trigram', fts5Substrings(parsed));
      }),
    );
  });

  const TEXTS = [
    'De archieven van één gemeente',
    'Archiefbeheer: de zaken',
    'Zaak\n\nstadsarchief',
    'Strasse',
    'een straße',
  ];

  function candidates(typed: string) {
    const { posts, found } = anIndex(TEXTS);
    const query = parseQuery(typed);
    const ids = [...found('by_term', fts5Terms(query)), ...found('by_trigram', fts5Substrings(query))];
    return { query, posts, candidates: posts.filter(({ id }) => ids.includes(id)) };
  }

  test.each([
    'archief',
    'archieven',
    'zaak',
    'zaak archief',
    'zaken archief beheer',
    'beheer',
    'straße',
    'één',
  ])('in SQLite %s finds what the ranking would find in all posts', (typed) => {
    const { query, posts, candidates: found } = candidates(typed);
    expect(found.length).toBeGreaterThan(0);
    expect(rank(query, found)).toEqual(rank(query, posts));
  });

  test('one word in another form and the next inside a compound is more than the indexes find', () => {
    const { query, posts, candidates: found } = candidates('zaken archief');
    expect([rank(query, found), rank(query, posts)]).toEqual([['2'], ['2', '3']]);
  });
});
