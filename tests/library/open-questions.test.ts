import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aQuestion, aShared } from '@/tests/support/shared';
import { DAY_MS } from '@/utils/kernel/clock';
import { type Done, OPEN_MS, openQuestions } from '@/utils/library/open-questions';
import type { Shared } from '@/utils/library/shelf';

const NOW = 1_800_000_000_000;
const did = (text: string, topics: readonly string[] = []): Done => ({ text, topics });
const asked = (title: string, more: Partial<Shared> = {}, topics: string[] = []): Shared =>
  aQuestion({ at: NOW - DAY_MS, postId: title, practice: { title, did: '', topics }, ...more });

function titles(
  questions: readonly Shared[],
  done: readonly Done[],
  settled: readonly string[] = [],
): string[] {
  const found = openQuestions({ questions, settled: new Set(settled), done, now: NOW });
  return found.map(({ practice }) => practice.title);
}

describe('a question fits what one just did', () => {
  test.each([
    ['a word of its title', 'Wie heeft een aktenplan?', did('Aktenplan 2026.docx'), true],
    ['whatever its accents and capitals', 'ÉLIMINATION des dossiers', did('bordereau d’elimination'), true],
    ['where one word begins with the other', 'Vernietiging regelen', did('Vernietigingslijst 2025'), true],
    ['by its topic', 'Wie helpt?', did('Selectie van stukken'), true, ['SelectieVanStukken']],
    ['by the system that it was done in', 'Nextcloud en metadata', did('notulen Nextcloud'), true],
    ['by a topic of what was shared', 'Metagegevens: welke?', did('Zonder', ['Metagegevens']), true],
    [
      'not by words that every text has',
      'Hoe moet je dat voor elkaar krijgen',
      did('Nota voor je moet'),
      false,
    ],
    ['not by short words', 'Wie is de pc kwijt', did('pc 12 is de'), false],
    ['not by the beginning of a short word', 'Acht dozen', did('Achtergrond'), false],
    ['not where nothing was done', 'Wie heeft een aktenplan?', did(''), false],
  ] as const)('%s', (_why, title, done, fits, topics: readonly string[] = []) => {
    expect(titles([asked(title, {}, [...topics])], [done])).toEqual(fits ? [title] : []);
  });
});

describe('which come, and in which order', () => {
  const done = [did('Vernietigingslijst archief 2025')];

  test('what fits best first, then what was answered least, then the newest; three at most', () => {
    const questions = [
      asked('Archief: oud', { at: NOW - 3 * DAY_MS }),
      asked('Archief: nieuw', { at: NOW - DAY_MS }),
      asked('Archief: beantwoord', { replies: 2 }),
      asked('Vernietigingslijst van een archief', { replies: 9 }),
    ];
    expect(titles(questions, done)).toEqual([
      'Vernietigingslijst van een archief',
      'Archief: nieuw',
      'Archief: oud',
    ]);
  });

  test('a topic weighs more than a word', () => {
    expect(titles([asked('Archief'), asked('Wie weet het?', { replies: 5 }, ['archief'])], done)).toEqual([
      'Wie weet het?',
      'Archief',
    ]);
  });

  test('not what is settled, what is old, or what is no question', () => {
    const mine = asked('Archief: van mij');
    const old = asked('Archief: van lang geleden', { at: NOW - OPEN_MS });
    const practice = aShared({ at: NOW, practice: { title: 'Archief' } });
    expect(titles([mine, old, practice], done, [mine.id])).toEqual([]);
  });

  test('always the same ones, in whatever order they were read', () => {
    const question = fc.record({ word: fc.constantFrom('archief', 'lijst', 'mail'), replies: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(question, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (wishes, stream) => {
        const questions = wishes.map(({ word, replies }, n) => asked(word, { replies, id: `${n}` }));
        const random = [...questions].sort(() => ((stream.next().value ?? 0) % 2 === 0 ? 1 : -1));
        const found = (all: readonly Shared[]) =>
          openQuestions({ questions: all, settled: new Set(), done, now: NOW }).map(({ id }) => id);
        expect(found(random)).toEqual(found(questions));
        expect(found(questions).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
