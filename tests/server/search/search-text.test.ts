import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchText } from '@/server/search/search-text';
import { foldWord, wordsOf } from '@/utils/language/stems/words';

const termsOf = (text: string, language: string | null): Set<string> =>
  new Set(searchText(text, language).terms.split(/[ \n]/).filter(Boolean));
const foldedOf = (text: string): string => searchText(text, 'nl').folded;

describe('the terms of a text', () => {
  test.each([
    ['Archieven', 'nl', ['archieven', 'archief']],
    ['archivées', 'fr', ['archivees', 'archiv']],
    ['Beschlüsse', 'de', ['beschlusse', 'beschluss']],
    ['archived', 'en', ['archived', 'archiv']],
    ['geregistreerde', 'nl', ['geregistreerde', 'geregistreerd', 'registrer', 'geregistrer']],
    ['archivierte', 'de', ['archivierte', 'archiviert', 'archivi']],
  ])('%s (%s): the word itself and its stems', (text, language, terms) => {
    expect([...termsOf(text, language)].sort()).toEqual(terms.sort());
  });

  test('a region after the language changes nothing', () => {
    expect(termsOf('Zaken', 'nl-BE')).toEqual(termsOf('Zaken', 'nl'));
    expect(termsOf('Zaken', 'NL_be')).toEqual(termsOf('Zaken', 'nl'));
  });

  test.each([null, '', 'es', '__proto__'])('a text in language %j is stemmed in all four', (language) => {
    const terms = termsOf('brieven journaux Akten archived', language);
    expect([...terms]).toEqual(expect.arrayContaining(['brief', 'journal', 'akt', 'archiv']));
  });

  test('hold every folded word, and nothing but letters and digits', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(anyText, fc.constantFrom('nl', 'fr', 'de', 'en', null), (text, language) => {
        const terms = termsOf(text, language);
        for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}]{1,64}$/u);
        for (const folded of wordsOf(text).map(foldWord).filter(Boolean)) expect(terms).toContain(folded);
      }),
    );
  });
});

describe('the stored text', () => {
  test('has the title on its first line', () => {
    const text = '\nBewaartermijnen nagezien\n\nWat ik deed: de Selectielijst  bekeken.';
    expect(foldedOf(text)).toBe('bewaartermijnen nagezien\nwat ik deed de selectielijst bekeken');
    const [title, rest] = searchText(text, 'nl').terms.split('\n');
    expect(title?.split(' ')).toContain('bewaartermijn');
    expect(rest?.split(' ')).toContain('selectielijst');
  });

  test('a first line that is running text is no title', () => {
    expect(foldedOf(`${'lang '.repeat(60)}\nkort`)).toMatch(/^\nlang .* kort$/);
  });
});
