import fc from 'fast-check';
import { createText } from '@/utils/language';
import { CATALOGUES } from '@/utils/language/catalogues';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { KINDS, type Practice } from '@/utils/practice/practice';
import { type PracticeWords, practiceWords } from '@/utils/practice/words';

const wordingOf = (language: Language): PracticeWords =>
  practiceWords(createText(language, CATALOGUES[language]));

export const DUTCH: PracticeWords = {
  did: 'Wat ik deed',
  why: 'Waarom',
  tip: 'Tip',
  page: 'Pagina',
  question: 'Vraag',
  purpose: 'Waarvoor',
  answer: 'Antwoord',
  reuse: 'Hergebruikt',
  conclusion: 'Wat we afspraken',
  discussion: 'Gesprek',
};
export const WORDINGS: Readonly<Record<Language, PracticeWords>> = {
  nl: DUTCH,
  fr: wordingOf('fr'),
  de: wordingOf('de'),
  en: wordingOf('en'),
};

const LABELS = Object.values(WORDINGS).flatMap((words) => Object.values(words));

export function aPractice(changes: Partial<Practice> = {}): Practice {
  return {
    title: 'Mappen per zaak',
    did: 'Ik heb de mappen per zaak geordend.',
    why: 'Dan vindt iedereen alles terug.',
    tip: '',
    topics: ['archief'],
    link: 'https://dms.voorbeeld.be/zaak/12',
    language: 'nl',
    ...changes,
  };
}

/** Text that is likely to break a frame: labels, tags, references, slashes, line ends of every kind. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'Waarom: ',
        'Tip: x',
        'Tip:',
        'Wat ik deed: ',
        'Pagina: https://a.be',
        ...LABELS.map((label) => `${label}: z`),
        ...LABELS.map((label) => `${label.trimEnd()}: `),
        '\\',
        '\\\\Tip: y',
        '#tag',
        '#a #b',
      ],
      ...[
        '\n',
        '\n\n',
        '\r\n',
        ' ',
        'Ref. DG-0000-0000',
        'https://b.be',
        '\\#tag',
        '&amp;',
        '<b>',
        '  - item',
        '\u2028',
      ],
      ...[
        '**vet**',
        '*schuin*',
        '***beide***',
        '**vet *en schuin* zo**',
        '*',
        '**',
        ' ** ',
        '\n- ',
        '\n- punt',
        '\n1. een',
        '\n2. twee',
        '\n2. ',
        '\n10) ',
        '- ',
        '1. ',
      ],
      ...[
        '\n# ',
        '\n> ',
        '\n+ ',
        '\n* ',
        '\n---',
        '\n===',
        '\n    ',
        '\n\t',
        '\n:;',
        '_x_',
        '__TOC__',
        '`x`',
        '```',
        '[a](https://c.be)',
        '[[a|b]]',
        '{{a}}',
        '{|',
        '|',
        "''",
        "'''a'''",
        '~~~~',
        '<nowiki>',
        '<br>',
        '<strong>',
        '&#42;',
        '&lt;',
        'https://d.be/a_b*c*?d=1&e=(f)',
        '**https://e.be**',
        '<https://f.be>',
      ],
    ),
  },
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

/** Practices that may be sent: with something done; the title may be left to be proposed. */
export const sendable: fc.Arbitrary<Practice> = fc
  .record(
    {
      title: fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: fc.constant('') }),
      did: text,
      why: text,
      tip: text,
      topics: fc.array(text, { maxLength: 5 }),
      link: fc.option(fc.oneof(fc.webUrl(), text)),
      language: fc.constantFrom(...LANGUAGES),
      kind: fc.constantFrom(...KINDS),
    },
    { requiredKeys: ['title', 'did', 'why', 'tip', 'topics', 'link', 'language'] },
  )
  .filter(({ did }) => did.replace(/[\s\u0085]/gu, '') !== '');

export const references: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 8, maxLength: 8 })
  .map((letters) => `DG-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`);
