import { describe, expect, test } from 'vitest';
import { VERBS } from '@/utils/activity/activity';
import { LANGUAGES } from '@/utils/language/languages';
import TEMPLATES from '@/utils/practice/starters/templates.json';
import TOPICS from '@/utils/practice/starters/topics.json';
import { suggestTopics } from '@/utils/practice/suggest-topics';
import { type MadeTemplate, templatesFor } from '@/utils/practice/template';
import { hashtag } from '@/utils/practice/topics';
import { aPractice } from '../support/practices';

const namesFor = (verb: string | null, system: string | null, own: readonly MadeTemplate[] = []) =>
  templatesFor({ verb, system, language: 'nl' }, TEMPLATES, own).map(({ name }) => name);

describe('templates', () => {
  test.each(LANGUAGES)('there is one for every verb in %s', (language) => {
    for (const verb of VERBS) {
      const [template] = templatesFor({ verb, system: 'unknown', language }, TEMPLATES);
      expect(template?.did).toContain('…');
    }
  });

  test('what names the system comes before what names only the verb', () => {
    expect(namesFor('upload', 'alfresco')).toEqual(['Documenten in het DMS', 'Iets toegevoegd']);
    expect(namesFor('upload', 'unknown')).toEqual(['Iets toegevoegd']);
    expect(namesFor(null, null)).toEqual([]);
  });

  test('those of the organisation come first, where they fit, and four at most', () => {
    const own: MadeTemplate[] = [
      { name: 'alles', did: 'x' },
      { name: 'alfresco', systems: ['alfresco'], did: 'x' },
      { name: 'anders', verbs: ['delete'], did: 'x' },
      { name: 'frans', language: 'fr', did: 'x' },
    ];
    expect(namesFor('upload', 'alfresco', own)).toEqual([
      'alfresco',
      'alles',
      'Documenten in het DMS',
      'Iets toegevoegd',
    ]);
    expect(namesFor('upload', 'alfresco', [...own, ...own])).toHaveLength(4);
    expect(templatesFor({ verb: null, system: null, language: 'nl' }, [], own)).toEqual([
      { name: 'alles', did: 'x', why: '', tip: '' },
    ]);
  });
});

describe('topics', () => {
  test('the vocabulary has at least forty, each in every language and fit for a hashtag', () => {
    expect(TOPICS.length).toBeGreaterThanOrEqual(40);
    for (const concept of TOPICS) {
      for (const language of LANGUAGES) {
        expect(hashtag(concept[language].topic)).not.toBeNull();
        expect(concept[language].stems.every((stem) => stem === stem.toLowerCase() && stem !== '')).toBe(
          true,
        );
      }
    }
  });

  test.each([
    [
      'nl',
      'Ik heb de mailbox van een collega overgedragen met metadata',
      ['E-mail', 'Overbrenging', 'Metadata'],
    ],
    [
      'fr',
      'J’ai éliminé des dossiers selon le tableau de tri',
      ['Tableau de tri', 'Élimination', 'Constitution de dossier'],
    ],
    ['de', 'Ich habe Akten vernichtet', ['Vernichtung', 'Aktenbildung']],
    ['en', 'We scanned the minutes', ['Digitisation', 'Minutes']],
  ])('in %s, %j points at them', (language, did, topics) => {
    const found = suggestTopics(aPractice({ language, title: '', did, why: '', topics: [] }), TOPICS, []);
    expect(found).toEqual(expect.arrayContaining(topics));
    expect(found.length).toBeLessThanOrEqual(6);
  });

  test('what the text points at comes first, then what the community writes about; none that it has', () => {
    const practice = aPractice({ title: '', did: 'Alles gescand.', why: '', topics: ['oefening'] });
    expect(
      suggestTopics(practice, TOPICS, ['Oefening', 'Kelder', 'digitalisering', 'a', 'b', 'c', 'd']),
    ).toEqual(['Digitalisering', 'Kelder', 'a', 'b', 'c', 'd']);
  });
});
