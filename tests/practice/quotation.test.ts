import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUES } from '@/utils/language/catalogues';
import { LANGUAGES } from '@/utils/language/languages';
import { LONGEST_QUOTATION, startOf } from '@/utils/practice/quotation';

test.each([
  ['what fits', 'Elke zaak krijgt een map.', 40, 'Elke zaak krijgt een map.'],
  ['several lines', ' Elke zaak\r\n\tkrijgt\u2028een map. ', 40, 'Elke zaak krijgt een map.'],
  ['a word that does not fit any more', 'Elke zaak krijgt een map.', 18, 'Elke zaak krijgt…'],
  ['a word that just fits', 'Elke zaak krijgt een map.', 17, 'Elke zaak krijgt…'],
  ['one long word', 'aaaaaaaaaaaaaaaa', 8, 'aaaaaaa…'],
  ['a long word behind a short one', 'zie https://wiki.example/akten', 12, 'zie https:/…'],
  ['marks that turn text round', 'factuur\u202Egnp.exe', 40, 'factuurgnp.exe'],
  ['half a letter', 'a\uD83D b', 40, 'a b'],
  ['nothing but spaces', ' \n ', 40, ''],
])('the start of %s', (_what, text, most, start) => {
  expect(startOf(text, most)).toBe(start);
});

test('the start of any text fits, is one line, and begins as the text does', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 80 }), (parts, most) => {
      const whole = startOf(parts.join(' '), Number.POSITIVE_INFINITY);
      const start = startOf(parts.join(' '), most);
      expect([...start].length).toBeLessThanOrEqual(most);
      expect(start).not.toMatch(/[\n\r\t]|\s$/u);
      expect(start === whole || (start.endsWith('…') && whole.startsWith(start.slice(0, -1)))).toBe(true);
    }),
  );
});

test.each(LANGUAGES)('the options say in %s how long a quotation can be', (language) => {
  expect(CATALOGUES[language].options['by-yourself-menu']).toContain(` ${LONGEST_QUOTATION} `);
});
