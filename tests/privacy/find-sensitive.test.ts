import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { essence, findSensitive, mask } from '@/utils/privacy/find-sensitive';

const PATTERNS = { dossierPatterns: ['DOS-####-####', '@@/####/*'] };
const foundIn = (text: string): string[] =>
  findSensitive(text, PATTERNS).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('what is found', () => {
  test.each([
    ['93.05.18-223.61 is van An', 'national-number: 93.05.18-223.61'],
    ['geboren in 2000: 00012556777', 'national-number: 00012556777'],
    ['"930518 223 61"', 'national-number: 930518 223 61'],
    ['nr93051822361x', 'national-number: 93051822361'],
    ['https://dms.example/?p=93.05.18-223%2E61', 'national-number: 93.05.18-223%2E61'],
    ['93.45.18-223.50', 'bis-number: 93.45.18-223.50'],
    ['0566.988.259', 'enterprise-number: 0566.988.259'],
    ['TVA BE 0566 988 259.', 'enterprise-number: BE 0566 988 259'],
    ['KBO-nummer: 05.66.98.82.59', 'enterprise-number: 05.66.98.82.59'],
    ['op BE68 5390 0754 7034.', 'iban: BE68 5390 0754 7034'],
    ['gb82west12345698765432', 'iban: gb82west12345698765432'],
    ['Mail jan.peeters@voorbeeld.be.', 'e-mail: jan.peeters@voorbeeld.be'],
    ['<jürgen@straße.de>', 'e-mail: jürgen@straße.de'],
    ['?van=jan%40voorbeeld.be', 'e-mail: jan%40voorbeeld.be'],
    ['zie dos‑2024‑0012', 'dossier: dos‑2024‑0012'],
    ['AB/2024/x12y; de rest', 'dossier: AB/2024/x12y'],
    ['Bel 0470 12 34 56', 'phone: 0470 12 34 56'],
    ['+32 (0)2 123 45 67', 'phone: +32 (0)2 123 45 67'],
    ['02/123.45.67', 'phone: 02/123.45.67'],
    ['06-12345678', 'phone: 06-12345678'],
    ['01 23 45 67 89', 'phone: 01 23 45 67 89'],
    ['(030) 1234567', 'phone: (030) 1234567'],
    ['020 7946 0958', 'phone: 020 7946 0958'],
    ['tél. 26 12 34', 'phone: 26 12 34'],
    ['mijn gsm is 0470123456', 'phone: 0470123456'],
    ['0470123456 (gsm)', 'phone: 0470123456'],
    ['1234.56.782', 'bsn: 1234.56.782'],
    ['BSN: 123456782', 'bsn: 123456782'],
    ['Bürgerservicenummer 123 456 782', 'bsn: 123 456 782'],
  ])('%s', (text, expected) => {
    expect(foundIn(text)).toEqual([expected]);
  });

  test('is the longest, and of equals what its check digits say', () => {
    expect(foundIn('DOS-2024-0012 0566.988.259 jan@x.be')).toEqual([
      'dossier: DOS-2024-0012',
      'enterprise-number: 0566.988.259',
      'e-mail: jan@x.be',
    ]);
  });
});

describe('what is let be', () => {
  test.each([
    ['a check digit that does not fit', '93.05.18-223.62'],
    ['a month that there is not', '93.13.18-223.67'],
    ['a part of a longer number', '930518223610'],
    ['a mobile number that nothing is said about', 'nummer 0470123456'],
    ['nine digits that nothing is said about', 'order 123456782'],
    ['a word further than forty signs away', `BSN ${'-'.repeat(40)} 123456782`],
    ['days and years', 'tel. 12-03-2024, 2024-03-12, 2024-2025, 20240312'],
    ['an account of a community', '@an@community.example'],
    ['a moment in seconds', '1764124751'],
    ['a dossier inside a word', 'xDOS-2024-0012 DOS-2024-00123'],
    ['a fraction', '0123.456789'],
    ['two paragraphs', '93.05.18\n\n223.61'],
    ['a raised mark behind a word', 'zie noot²'],
  ])('%s: %s', (_what, text) => {
    expect(foundIn(text)).toEqual([]);
  });

  test('a pattern that would fit every word fits none', () => {
    expect(findSensitive('alles', { dossierPatterns: ['*', '**', '@*'] })).toEqual([]);
  });
});

describe('masked', () => {
  test.each(['93.05.18-223.61', '0566.988.259', 'BE68 5390 0754 7034', 'jan@x.be', 'DOS-2024-0012'])(
    '%s',
    (text) => {
      const whole = `Voor ${text} na`;
      const [finding] = findSensitive(whole, PATTERNS);
      if (finding === undefined) throw new Error('nothing found');
      expect(mask(whole, finding, '[iets]')).toBe('Voor [iets] na');
    },
  );

  test('a word in place of a number says nothing about its neighbour', () => {
    expect(foundIn('[telefoonnummer] 0470123456')).toEqual([]);
  });
});

test('one decision holds for every way of writing it', () => {
  expect(essence('93.05.18-223.61')).toBe(essence('930518 223\u00a061'));
  expect(essence('be68 5390')).toBe(essence('BE685390'));
});

test('whatever the text, findings stand in it, in order, apart, and masking all of them leaves none', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      '93.05.18-223.61',
      'BE68 5390 0754 7034',
      '0566.988.259',
      'a@b.be',
      'tel',
      '+32 2 123 45 67',
    ),
    fc.constantFrom(' ', '-', '.', '\u200b', '%40', '@', '＋', '1', '٣'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end } of findSensitive(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
      let masked = text;
      for (let turn = 0; turn < 40; turn += 1) {
        const [first] = findSensitive(masked);
        if (first === undefined) break;
        masked = mask(masked, first, '[…]');
      }
      expect(findSensitive(masked)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
