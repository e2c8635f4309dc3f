import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES } from '@/utils/language/languages';
import { titleEscape } from '@/utils/practice/escape';
import { tidy } from '@/utils/practice/tidy';
import { proposedTitle } from '@/utils/practice/title';
import { aPractice, sendable, WORDINGS } from '../support/practices';

test.each([
  ['Ik heb de mappen geordend. Daarna niets.', 'Ik heb de mappen geordend'],
  ['Hoe doen jullie dat? Wij weten het niet.', 'Hoe doen jullie dat?'],
  ['Eindelijk gelukt!', 'Eindelijk gelukt!'],
  [
    'Volgens art. 5 van nr. 12 mag het, bv. voor dr. J. Peeters. Goed.',
    'Volgens art. 5 van nr. 12 mag het, bv. voor dr. J. Peeters',
  ],
  ['Nous avons trié p.ex. les dossiers. Puis fini.', 'Nous avons trié p.ex. les dossiers'],
  ['Wir haben z.B. Akten sortiert. Dann Pause.', 'Wir haben z.B. Akten sortiert'],
  ['**Vet** en *schuin* gezet', 'Vet en schuin gezet'],
  ['- eerst dit\n- dan dat', 'eerst dit'],
  ['Op versie 2.1 overgestapt. Klaar.', 'Op versie 2.1 overgestapt'],
  ['“Mag dat?” vroeg ze', '“Mag dat?”'],
  ['Een regel\nen nog een', 'Een regel'],
  ['**', '**'],
  ['  ', ''],
])('of %j the title is %j', (did, title) => {
  expect(proposedTitle(did)).toBe(title);
});

test('a title that is proposed fits, is one line, and is there whenever something is told', () => {
  fc.assert(
    fc.property(sendable, ({ did }) => {
      const { title } = tidy(aPractice({ did, title: '' }));
      expect([...title].length).toBeLessThanOrEqual(80);
      expect(title).toMatch(/^\S(?:.*\S)?$/u);
    }),
  );
});

test("the person's own title goes before it", () => {
  expect(tidy(aPractice({ title: ' Eigen  titel ' })).title).toBe('Eigen titel');
});

test.each(LANGUAGES)('no title is taken for an answer or a reuse in %s', (language) => {
  for (const label of [WORDINGS[language].answer, WORDINGS[language].reuse]) {
    expect(titleEscape.on(`${label}: x`)).toBe(`\\${label}: x`);
    expect(titleEscape.off(`\\${label}: x`)).toBe(`${label}: x`);
  }
});
