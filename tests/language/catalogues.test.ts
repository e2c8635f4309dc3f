import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { askedKey, keyUse, placeholdersOf, pluralsOf, readTexts } from '@/tests/support/catalogues';
import { createText } from '@/utils/language';
import { CATALOGUES } from '@/utils/language/catalogues';
import { LANGUAGES, type Language } from '@/utils/language/languages';

const FOLDER = 'utils/language/texts';
const textsOf = (language: Language) => readTexts(`${FOLDER}/${language}.json`);
const dutch = textsOf('nl');

/** Words that really are the same in two languages. */
const SAME = new Set([
  ...['Deelgenoot', 'delivered'], // a name, and a word that programs read
  ...[
    'Automatisch',
    'Communities',
    'Community',
    'Correction',
    'Diagnose',
    'Menu',
    'Questions',
    'Sites',
    'Status',
  ],
  ...['open', 'Text', 'Tip', 'Titel', 'Version', 'version'],
]);
const wordsOf = (text: string): string =>
  text
    .replace(/\{\{\w+\}\}/g, '')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
const MOST_IN_A_STORE = 132; // characters of a description, Chrome Web Store

test('there is a catalogue, a text for the manifest and a choice in the policy for every language', () => {
  const files = LANGUAGES.map((language) => `${language}.json`).sort();
  expect(readdirSync(FOLDER).sort()).toEqual(files);
  expect(readdirSync('locales').sort()).toEqual(files);
  const { properties } = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
  expect(properties.language.enum).toEqual(LANGUAGES);
});

test('every text is asked for somewhere', () => {
  const isUsed = keyUse();
  expect([...dutch.keys()].map(askedKey).filter((key) => !isUsed(key))).toEqual([]);
});

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const texts = textsOf(language);

  test('has the texts of the Dutch one, all filled in', () => {
    const keys = (of: typeof texts) => [...new Set([...of.keys()].map(askedKey))].sort();
    expect(keys(texts)).toEqual(keys(dutch));
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('has the plural forms of its language', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    expect([...pluralsOf(texts).keys()].sort()).toEqual([...pluralsOf(dutch).keys()].sort());
    const wrong = [...pluralsOf(texts)].filter(([, endings]) => `${endings.toSorted()}` !== `${wanted}`);
    expect(wrong).toEqual([]);
  });

  test('has the placeholders of the Dutch one', () => {
    const different = [...texts].filter(([key, text]) => {
      const measure = dutch.get(key) ?? dutch.get(`${askedKey(key)}_other`) ?? '';
      return placeholdersOf(text) !== placeholdersOf(measure);
    });
    expect(different).toEqual([]);
  });

  test('says nothing in the words of another language', () => {
    const others = LANGUAGES.filter((other) => other !== language).map(textsOf);
    const left = [...texts].filter(([key, text]) => {
      const words = wordsOf(text);
      const isLetter = words.length === 1; // a key of the keyboard, no word
      return words !== '' && !isLetter && !SAME.has(words) && others.some((other) => other.get(key) === text);
    });
    expect(left).toEqual([]);
  });

  test('has its texts for the manifest, the description a short one', () => {
    const manifest = readTexts(`locales/${language}.json`);
    expect([...manifest.keys()]).toEqual(['ext.name', 'ext.description', 'command.share']);
    const description = manifest.get('ext.description') ?? '';
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(MOST_IN_A_STORE);
    const others = LANGUAGES.filter((other) => other !== language);
    for (const key of ['ext.description', 'command.share']) {
      const elsewhere = others.map((other) => readTexts(`locales/${other}.json`).get(key));
      expect(elsewhere).not.toContain(manifest.get(key));
    }
  });
});

describe.each(LANGUAGES)('the answer keys in %s', (language) => {
  const { chip } = CATALOGUES[language];
  const { 'go-on': goOn, ...asked } = chip.keys;

  test('are letters of the answers themselves, beside what is filled in', () => {
    for (const [answer, key] of Object.entries(chip.keys)) {
      const words = chip[answer as keyof typeof chip.keys].replace(/\{\{\w+\}\}/g, '');
      expect(key).toMatch(/^[A-Z]$/);
      expect(words.toUpperCase()).toContain(key);
    }
  });

  test('mean one answer each', () => {
    const together = [Object.values(asked), [goOn, chip.keys['not-now']]];
    for (const keys of together) expect(new Set(keys).size).toBe(keys.length);
  });
});

test('words that may be the same are the same somewhere', () => {
  const all = LANGUAGES.map(textsOf);
  const isShared = (words: string) =>
    [...dutch.keys()].some(
      (key) => all.filter((texts) => wordsOf(texts.get(key) ?? '') === words).length > 1,
    );
  expect([...SAME].filter((words) => !isShared(words))).toEqual([]);
});

describe('typography', () => {
  const wrong = (language: Language, pattern: RegExp) =>
    [...textsOf(language)].filter(([, text]) => !SAME.has(wordsOf(text)) && pattern.test(text));

  test('French has a narrow no-break space before ; : ! ? » and after «, and curved apostrophes', () => {
    expect(
      wrong('fr', /(?<![\u202f;:!?»])[;!?»]|(?<!\u202f):(?!\/\/|check )|«(?!\u202f)|\p{L}'\p{L}/u),
    ).toEqual([]);
  });
  test('German quotes stand low before and high after', () => {
    expect(wrong('de', /["”«»]|“(?=\p{L})|(?<!„[^“]*)“|„(?![^„]*“)/u)).toEqual([]);
  });
  test.each(['nl', 'en'] as const)('quotes and apostrophes in %s are high and curved', (language) => {
    expect(wrong(language, /["'„«»]/)).toEqual([]);
  });
});

test.each(LANGUAGES)('whoever says what stands on a button presses it, in %s', (language) => {
  const texts = textsOf(language);
  const unlike = [...texts].filter(([key, label]) => {
    const shown = texts.get(key.replace(/-label$/, '')) ?? '';
    return key.endsWith('-label') && !label.toLowerCase().includes(shown.toLowerCase());
  });
  expect(unlike).toEqual([]);
});

test.each([
  ['nl', /\bplek(ken)?\b/i], // plaats
  ['fr', /\bpreuve/i], // accusé de réception
  ['de', /Praktik|\bPraxis\b|Beleg/], // Praxisbeispiel, Empfangsbestätigung
] as const)('one idea has one word in %s', (language, other) => {
  expect([...textsOf(language)].filter(([, text]) => other.test(text))).toEqual([]);
});

test.each([
  [0, '0 fichier'],
  [1, '1 fichier'],
  [2, '2 fichiers'],
  [1_000_000, '1000000 fichiers'],
])('French counts %d as “%s”', (count, words) => {
  expect(createText('fr', CATALOGUES.fr)('verbs.upload-many', { count })).toBe(`déposé ${words}`);
});
