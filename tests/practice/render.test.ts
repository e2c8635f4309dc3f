import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import type { Format } from '@/utils/practice/format';
import { textFromHtml } from '@/utils/practice/html';
import { read } from '@/utils/practice/read';
import { render } from '@/utils/practice/render';
import { tidy } from '@/utils/practice/tidy';
import { aPractice, DUTCH, references, sendable, WORDINGS } from '../support/practices';

/** HTML as Mastodon makes it of a plain text: paragraphs, line ends, links in three spans, hashtags as links. */
function mastodonHtml(text: string): string {
  const escaped = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
  const linked = escaped
    .replace(
      /https:\/\/([^\s&<]+)/g,
      '<a href="x"><span class="invisible">https://</span><span>$1</span></a>',
    )
    .replace(/(^|\s)#([\p{L}\p{N}]+)/gu, '$1<a href="/tags/x" class="mention hashtag">#<span>$2</span></a>');
  return `<p>${linked.replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br />')}</p>`;
}

const RUNS = process.env.DEELGENOOT_LONG === '1' ? 12_000 : 500;
const FORMATS = ['plain', 'markdown', 'html', 'wikitext'] as const satisfies Format[];

describe('render', () => {
  test('writes title, labelled sections, page, hashtags and reference, each after an empty line', () => {
    const practice = aPractice({ tip: 'Begin klein.', topics: ['digitaal archief', 'DMS'] });
    expect(render(practice, 'DG-7F3K-2Q9D', DUTCH)).toBe(
      [
        'Mappen per zaak',
        'Wat ik deed: Ik heb de mappen per zaak geordend.',
        'Waarom: Dan vindt iedereen alles terug.',
        'Tip: Begin klein.',
        'Pagina: https://dms.voorbeeld.be/zaak/12',
        '#DigitaalArchief #DMS',
        'Ref. DG-7F3K-2Q9D',
      ].join('\n\n'),
    );
  });

  test('leaves out what is empty', () => {
    const practice = aPractice({ why: ' ', tip: '', topics: [], link: null });
    expect(render(practice, 'DG-7F3K-2Q9D', DUTCH).split('\n\n')).toHaveLength(3);
  });

  test('is the same for a practice and for its tidy form', () => {
    fc.assert(
      fc.property(sendable, references, (practice, reference) => {
        const words = WORDINGS[practice.language as Language];
        expect(render(tidy(practice), reference, words)).toBe(render(practice, reference, words));
      }),
    );
  });
});

describe('read is the inverse of render', { timeout: 600_000 }, () => {
  const roundTrip = (through: (text: string) => string, format: Format = 'plain'): void => {
    fc.assert(
      fc.property(sendable, references, (practice, reference) => {
        const text = render(practice, reference, WORDINGS[practice.language as Language], format);
        const found = read(through(text), WORDINGS, format);
        expect(found?.reference).toBe(reference);
        expect(found?.practice).toEqual(tidy(practice));
      }),
      { numRuns: RUNS },
    );
  };

  test.each(FORMATS)('written as %s', (format) => roundTrip((text) => text, format));

  test('for the text with the line ends of another system', () =>
    roundTrip((text) => text.replace(/\n/g, '\r\n')));
  test('for the HTML that Mastodon makes of it', () => roundTrip((text) => textFromHtml(mastodonHtml(text))));

  test.each(LANGUAGES)('the language is the one whose labels stand in it: %s', (language) => {
    const text = render(aPractice({ language }), 'DG-7F3K-2Q9D', WORDINGS[language]);
    expect(read(text, WORDINGS)?.practice.language).toBe(language);
  });

  test.each([
    ['a space', ' '],
    ['a no-break space', '\u00a0'],
    ['nothing', ''],
  ])('a platform may make %s of the narrow space before a French colon', (_what, space) => {
    const practice = aPractice({ language: 'fr', why: 'Conseil\u202f: lisez.\n\nConseil\u202f: relisez.' });
    const text = render(practice, 'DG-7F3K-2Q9D', WORDINGS.fr).replaceAll('\u202f:', `${space}:`);
    const why = practice.why.replaceAll('\u202f:', `${space}:`);
    expect(read(text, WORDINGS)?.practice).toEqual({ ...practice, why });
  });

  test.each([
    ['has no reference', 'Titel\n\nWat ik deed: iets'],
    ['has its reference in the middle', 'Titel\n\nRef. DG-7F3K-2Q9D\n\nWat ik deed: iets'],
    ['has no section', 'Goedemorgen\n\nRef. DG-7F3K-2Q9D'],
    ['is empty', ''],
  ])('a post that %s is no practice', (_what, text) => {
    expect(read(text, WORDINGS)).toBeNull();
  });
});
