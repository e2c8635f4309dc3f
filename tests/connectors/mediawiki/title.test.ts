import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPage, legalTitle, toPage } from '@/utils/community/connectors/mediawiki/text';
import { HOSTILE_TEXTS } from '../../support/hostile-texts';

const titleOf = (line: string) => legalTitle(`${line}\n\nTekst`, 'plain', 'DG-7F3K-2Q9D');

test.each([
  ['mappen per zaak', 'Mappen per zaak'],
  ['Vraag: wat nu?', 'Vraag – wat nu?'],
  ['Help:Talk:x', 'Help – Talk – x'],
  ['Om 10:30 samen', 'Om 10:30 samen'],
  ['C# [x] {y} a|b <i> _z_', 'C x y a b i z'],
  ['50%20 &amp; ~~~~', '50 20 &amp'],
  ['../weg en ./hier', '…/weg en ./hier'],
  ['L’archivage', 'L’archivage'],
  ['ßeta', 'ßeta'],
  ['###', 'DG-7F3K-2Q9D'],
])('%j becomes the title %j', (line, title) => {
  expect(titleOf(line)).toBe(title);
});

test('a title is legal whatever it is made of, and no longer than a wiki takes', () => {
  const lines = [...HOSTILE_TEXTS, 'x'.repeat(500), '日'.repeat(300)];
  for (const line of lines) {
    const title = titleOf(line.split('\n')[0] || 'x');
    expect(title).not.toMatch(/[#<>[\]|{}_\p{Cc}\p{Cs}]|~~~|^:|^\s|\s$/u);
    expect(new TextEncoder().encode(title).length).toBeLessThanOrEqual(240);
  }
});

test('a title that is the page’s own is not said twice; any other is', () => {
  const text = 'Mappen per zaak\n\nWat: x';
  expect(toPage(text, 'plain', 'Mappen per zaak')).toBe('Wat: x');
  expect(toPage(text, 'plain', 'Nieuwe naam')).toBe('= Mappen per zaak =\n\nWat: x');
  expect(fromPage('Wat: x', 'Nieuwe naam')).toBe('Nieuwe naam\n\nWat: x');
});

test('what a wiki would write otherwise, in NFC, is kept as it was', () => {
  const odd = fc
    .array(fc.constantFrom(...'ae\u0301\u0308\u212b\u1100\u1161 \u0001'), { minLength: 1, maxLength: 12 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(odd, (line) => {
      const written = toPage(`Titel\n\nx${line}x`, 'plain', 'Titel');
      expect(fromPage(written.normalize('NFC'), 'Titel')).toBe(`Titel\n\nx${line}x`);
    }),
    { seed: 1 },
  );
});
