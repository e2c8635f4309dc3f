import { describe, expect, test } from 'vitest';
import { learnedSentence } from '@/components/settings/asking/learned-sentence';
import { LANGUAGES } from '@/utils/language/languages';
import type { LearnedRule } from '@/utils/prompting/learned';
import { textOf } from './support';

const until = new Date(2027, 0, 3).getTime();
const about = { site: 'https://wiki.example', verb: 'edit', until, lastAt: 0 } as const;
const notNow = { kind: 'not-now', since: 0, lastAt: 0, until } as const;

const RULES: readonly LearnedRule[] = [
  { kind: 'resting', showings: 3, ...about },
  { kind: 'unwelcome', showings: 14, ...about },
  { ...notNow, inARow: 1 },
  { ...notNow, inARow: 3 },
  { kind: 'brake', showings: 12, shared: 0, lastAt: 0 },
];

test('every kind of rule is a sentence that somebody can agree with or not', () => {
  expect(RULES.map((rule) => learnedSentence(textOf('nl'), rule, 'nl'))).toEqual([
    'Ik vraag tot 3 januari niets na het bewerken van iets op wiki.example: 3 vragen na elkaar brachten niets op.',
    'Ik vraag tot 3 januari niets na het bewerken van iets op wiki.example: na 14 vragen deelde je er bijna nooit iets over.',
    'Je zei “niet nu”. Daarom vraag ik niets tot 3 januari.',
    'Je zei 3 keer na elkaar “niet nu”. Daarom vraag ik niets tot 3 januari.',
    'Ik vraag nog maar half zo vaak: op 12 vragen in 60 dagen deelde je bijna nooit iets.',
  ]);
});

describe.each(LANGUAGES)('in %s', (language) => {
  const sentences = RULES.map((rule) => learnedSentence(textOf(language), rule, language));

  test('each is another, whole sentence without a gap', () => {
    expect(new Set(sentences).size).toBe(RULES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]+\.$/);
  });

  test('those of one signature name the site and until when, the others no site', () => {
    expect(sentences.map((sentence) => sentence.includes('wiki.example'))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(sentences.map((sentence) => /\b3\.? \p{L}+/u.test(sentence)).slice(0, 4)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
