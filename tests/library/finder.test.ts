import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WORD_PAIRS } from '@/tests/server/search/pairs';
import { aPractice } from '@/tests/support/practices';
import { aShared, sharedPractices } from '@/tests/support/shared-practices';
import { stemsIn } from '@/utils/language/stems/stems';
import { termsOf } from '@/utils/language/stems/terms';
import { foldWord, wordsOf } from '@/utils/language/stems/words';
import { Finder } from '@/utils/library/finder';
import { SAYS_NOTHING } from '@/utils/library/function-words';
import type { Shared } from '@/utils/library/shelf';
import { unsharedTopic } from '@/utils/library/similar';

function finderOf(rows: readonly Pick<Shared, 'id' | 'practice'>[]): Finder {
  const finder = new Finder();
  for (const row of rows) finder.put(row);
  return finder;
}

/** The same by reading every practice. */
function countNaively(rows: readonly Shared[], topic: string): number {
  const words = wordsOf(topic.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).filter((word) => {
    const folded = foldWord(word);
    return folded.length > 1 && !SAYS_NOTHING.has(folded);
  });
  return rows.filter(({ practice: { title, topics, did, why, tip, language } }) => {
    const text = [title, ...topics, ...topics.map(apart), did, why, tip].join(' ');
    const terms = [...termsOf(wordsOf(text), language)];
    return words.every((word) => {
      const forms = [foldWord(word), ...stemsIn(null)(word)];
      return terms.some((term) =>
        forms.some((form) => term === form || (form.length >= 4 && term.includes(form))),
      );
    });
  }).length;
}

function apart(topic: string): string {
  return topic.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}

const topics = fc.oneof(
  fc.constantFrom(
    'selectielijsten',
    'DigitaalArchief',
    'mailbox',
    'e-mail',
    'de',
    'loonfiche bijlage',
    'Ocr',
  ),
  fc.constantFrom('ruimtevaart', 'lijst', 'vernietigen', 'geldig', 'plannen', 'woo', 'réunion', 'straße'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', 'toString'),
);

describe('a topic of which nobody shared anything', () => {
  test('is one that a naive count finds nowhere, also after changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 1_000 }),
        fc.array(topics, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (count, seed, asked, changes) => {
          let rows = sharedPractices(count, seed);
          const finder = finderOf(rows);
          if (changes) {
            const others = sharedPractices(count, seed + 1);
            for (const row of rows.slice(count / 2)) finder.remove(row.id);
            rows = rows
              .slice(0, count / 2)
              .map((row, at) => ({ ...row, practice: others[at]?.practice ?? row.practice }));
            for (const row of rows) finder.put(row);
          }
          const first = asked.find((topic) => wordsThatSay(topic) && countNaively(rows, topic) === 0);
          expect(unsharedTopic(finder, asked)).toBe(first ?? null);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each(Object.entries(WORD_PAIRS))(
    'is none that stands there in another form: %s',
    (language, pairs) => {
      const missed = [...pairs.compared, ...pairs.ofTheTrade].filter(({ inText, searched }) => {
        const finder = finderOf([aShared({ practice: aPractice({ title: inText, topics: [], language }) })]);
        return unsharedTopic(finder, [searched]) !== null;
      });
      expect(missed.length).toBeLessThanOrEqual(Math.ceil(pairs.ofTheTrade.length * 0.15));
    },
  );
});

function wordsThatSay(topic: string): boolean {
  return wordsOf(apart(topic)).some((word) => {
    const folded = foldWord(word);
    return folded.length > 1 && !SAYS_NOTHING.has(folded);
  });
}
