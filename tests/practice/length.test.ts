import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters } from '@/utils/practice/length';

const graphemes = (text: string): number => [...new Intl.Segmenter('en').segment(text)].length;

/** What Western texts are made of, and what joins or parts characters in others. */
const characters = fc.oneof(
  fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x2000, max: 0x20b0 }).map((code) => String.fromCharCode(code)),
  fc.constantFrom('\r\n', 'e\u0301', '👩‍💻', '©\ufe0f', '🇳🇱', '\u200d', 'n\u0303'),
);

test('plain texts are counted as all others are: by what a reader sees as one character', () => {
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 40 }), (parts) => {
      const text = parts.join('').replace(/[:@]/g, ''); // addresses and mentions count otherwise
      expect(countCharacters(text)).toBe(graphemes(text));
    }),
    { numRuns: 500 },
  );
});

test('every single character of plain texts counts as one', () => {
  const codes = Array.from({ length: 0x300 - 0x20 }, (_, at) => at + 0x20);
  const plain = String.fromCharCode(...codes, ...codes.toReversed()).replace(/[:@]/g, '');
  expect(countCharacters(plain)).toBe(plain.length);
  expect(graphemes(plain)).toBe(plain.length);
});
