import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord, LONGEST_WORD, wordsOf } from '@/utils/language/stems/words';

describe('the words of a text', () => {
  test.each([
    ['lower-case, at every sign', 'Zaak-dossier: 2024/17!', ['zaak', 'dossier', '2024', '17']],
    ['ß is ss, ligatures are two letters', 'Straße STRAẞE œuvre', ['strasse', 'strasse', 'oeuvre']],
    ['French elisions fall off', "l'archive d’accès qu’il JUSQU’À", ['archive', 'accès', 'il', 'à']],
    ['a word that ends like an elision keeps its letters', "aujourd'hui", ['aujourd', 'hui']],
    ['Dutch plurals and English possessives lose their s', "foto's archive’s", ['foto', 'archive']],
    ['accents stay for the stemmer, also typed apart', 'réunion re\u0301union', ['réunion', 'réunion']],
    ['soft hyphens are invisible', 'archief\u00adbeheer', ['archiefbeheer']],
    ['signs alone are nothing', ' …  🎉 -- \u0000', []],
  ])('%s', (_what, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('a long word is cut, so that its beginning is still found', () => {
    expect(wordsOf(`${'a'.repeat(500)} b`)).toEqual(['a'.repeat(LONGEST_WORD), 'b']);
  });

  test.each([
    [
      'host and path count, scheme, ids and query do not',
      'Zie https://www.gemeente.example/archief/Selectielijst%202024/9f86d081884c?session=geheim#boven nu',
      ['zie', 'gemeente', 'example', 'archief', 'selectielijst', '2024', 'nu'],
    ],
    ['a broken escape harms nothing', 'https://a.example/%E0%A4%A/archief', ['example', 'archief']],
  ])('of an address: %s', (_what, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('an address gives 12 words at most', () => {
    const address = `https://host.example/${Array.from({ length: 500 }, () => 'woord').join('/')}`;
    expect(wordsOf(address)).toHaveLength(12);
  });
});

describe('a folded word', () => {
  test.each([
    ['réunion', 'reunion'],
    ['één', 'een'],
    ['geüpload', 'geupload'],
    ['日本語', '日本語'],
    ['한국', '한국'],
  ])('%s is %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  test('is letters and digits only, of limited length, and folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const folded of wordsOf(text).map(foldWord)) {
          expect(folded).toMatch(/^[\p{L}\p{N}]{0,64}$/u);
          expect(foldWord(folded)).toBe(folded);
        }
      }),
    );
  });
});
