import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePractices, type GuestPractice } from '@/server/inviting/practices';
import { aPractice } from '../support/practices';

let count = 0;

function aGuestPractice(author: string, language: string, thanks = 0): GuestPractice {
  count += 1;
  return {
    id: String(count).padStart(18, '0'),
    found: { practice: aPractice({ language }), reference: 'DG-0000-0000' },
    marked: false,
    author: { id: author, name: author },
    createdAt: '2026-11-24T10:00:00.000Z',
    thanks,
  };
}

const authors = (chosen: readonly GuestPractice[]): string[] => chosen.map(({ author }) => author.id);

test('different authors come before the second of one, however much thanked', () => {
  const all = [aGuestPractice('a', 'nl', 9), aGuestPractice('a', 'nl', 8), aGuestPractice('b', 'nl', 1)];
  expect(authors(choosePractices([...all, aGuestPractice('c', 'nl')], 'nl'))).toEqual(['a', 'b', 'c']);
  expect(authors(choosePractices(all, 'nl'))).toEqual(['a', 'b', 'a']);
});

test('the reader’s language comes first, then what others wrote', () => {
  const all = [aGuestPractice('a', 'en', 9), aGuestPractice('b', 'nl'), aGuestPractice('c', 'nl')];
  expect(authors(choosePractices(all, 'nl'))).toEqual(['c', 'b', 'a']);
});

test('of equally thanked ones the newest come first', () => {
  const all = ['a', 'b', 'c', 'd'].map((author) => aGuestPractice(author, 'nl'));
  expect(authors(choosePractices(all, 'nl'))).toEqual(['d', 'c', 'b']);
});

test('three of them, none twice, whenever there are three', () => {
  const practice = fc
    .record({
      author: fc.constantFrom('a', 'b', 'c'),
      language: fc.constantFrom('nl', 'en'),
      thanks: fc.nat(3),
    })
    .map(({ author, language, thanks }) => aGuestPractice(author, language, thanks));
  fc.assert(
    fc.property(fc.array(practice, { maxLength: 8 }), (all) => {
      const chosen = choosePractices(all, 'nl');
      expect(new Set(chosen).size).toBe(Math.min(3, all.length));
      const own = all.filter(({ found }) => found.practice.language === 'nl').length;
      const ownChosen = chosen.filter(({ found }) => found.practice.language === 'nl').length;
      expect(ownChosen).toBe(Math.min(3, own));
    }),
  );
});
