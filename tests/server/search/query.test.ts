import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldTag, MOST_WORDS, parseQuery } from '@/server/search/query';

describe('a search', () => {
  test('gives each word with its stems in all languages; only the last one also as a beginning', () => {
    const [first, last, ...more] = parseQuery('Archieven zaak').words;
    expect(more).toEqual([]);
    expect(first).toMatchObject({ folded: 'archieven', asPrefix: false, asSubstring: true });
    expect(first?.stems).toContain('archief');
    expect(last).toMatchObject({ folded: 'zaak', asPrefix: true, asSubstring: true });
  });

  test('short words are not looked for inside words, single letters not as beginnings', () => {
    expect(parseQuery('woo e').words).toMatchObject([
      { folded: 'woo', asSubstring: false },
      { folded: 'e', asSubstring: false, asPrefix: false },
    ]);
  });

  test('a repeated word and quotation marks count for nothing', () => {
    const words = parseQuery('"zaak dossier" Zaak').words.map(({ folded }) => folded);
    expect(words).toEqual(['zaak', 'dossier']);
  });

  test.each([
    ['from:me', 'me'],
    ['archief FROM:me', 'me'],
    ['from:@me', 'me'],
    ['from:@An.Jansen', { handle: 'an.jansen' }],
    ['from:an@elders.example zaak', { handle: 'an@elders.example' }],
    ['from:an from:bo', { handle: 'an' }],
    ['from:', null],
    ['from:é', null],
    ['xfrom:me', null],
    ['zaak', null],
  ])('%s is about the posts of %j', (typed, from) => {
    expect(parseQuery(typed).from).toEqual(from);
  });

  test('filters are no words', () => {
    const { words, tags, from } = parseQuery('from:me #Archief_Beheer zaak #Réunion #archief_beheer');
    expect(words.map(({ folded }) => folded)).toEqual(['zaak']);
    expect(tags).toEqual(['archief_beheer', 'reunion']);
    expect(from).toBe('me');
    expect(foldTag('Réunion')).toBe('reunion');
  });

  test('never throws, and stays small, whatever is typed', () => {
    const pieces = fc.constantFrom('#', 'from:', '@', '"', "l'", ' ', 'https://', '%E0', '\0', "'", '*', ')');
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const { words, tags, from } = parseQuery(typed);
        expect(words.length).toBeLessThanOrEqual(MOST_WORDS);
        expect(tags.length).toBeLessThanOrEqual(MOST_WORDS);
        expect(words.filter(({ asPrefix }) => asPrefix).length).toBeLessThanOrEqual(1);
        for (const { folded, stems } of words) {
          for (const form of [folded, ...stems]) expect(form).toMatch(/^[\p{L}\p{N}]{1,64}$/u);
        }
        for (const tag of tags) expect(tag).toMatch(/^[\p{L}\p{N}_]+$/u);
        if (from !== null && from !== 'me') expect(from.handle).toMatch(/^[a-z0-9_][a-z0-9_.@-]*$/);
      }),
    );
  });
});
