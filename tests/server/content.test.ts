import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionsOf, tagsOf, toHtml } from '@/server/content';
import { textFromHtml } from '@/utils/practice/html';

const ORIGIN = 'https://deelgenoot.example';
const PEOPLE = new Map([['anna', `${ORIGIN}/@anna`]]);

describe('post text as HTML for apps', () => {
  test.each([
    ['Een alinea\nmet regels\n\nen nog een', '<p>Een alinea<br />met regels</p><p>en nog een</p>'],
    ['1 < 2 & "3"', '<p>1 &lt; 2 &amp; &quot;3&quot;</p>'],
    [
      'Over #DigitaalArchief.',
      `<p>Over <a href="${ORIGIN}/tags/digitaalarchief" class="mention hashtag" rel="tag">#<span>DigitaalArchief</span></a>.</p>`,
    ],
    [
      'Dank @Anna!',
      `<p>Dank <span class="h-card"><a href="${ORIGIN}/@anna" class="u-url mention">@<span>Anna</span></a></span>!</p>`,
    ],
    ['Dank @onbekend', '<p>Dank @onbekend</p>'],
    [
      'Zie https://www.intranet.example/nieuws.',
      '<p>Zie <a href="https://www.intranet.example/nieuws" rel="nofollow noopener noreferrer" target="_blank">' +
        '<span class="invisible">https://www.</span><span class="">intranet.example/nieuws</span>' +
        '<span class="invisible"></span></a>.</p>',
    ],
    [
      'https://intranet.example/een/heel/lang/adres?q=@anna#archief',
      '<p><a href="https://intranet.example/een/heel/lang/adres?q=@anna#archief" rel="nofollow noopener noreferrer"' +
        ' target="_blank"><span class="invisible">https://</span>' +
        '<span class="ellipsis">intranet.example/een/heel/lang</span>' +
        '<span class="invisible">/adres?q=@anna#archief</span></a></p>',
    ],
  ])('%s', (text, html) => {
    expect(toHtml(text, ORIGIN, PEOPLE)).toBe(html);
  });

  test('without an origin only web addresses are links, and shown whole', () => {
    const html = toHtml(
      '@anna #archief https://intranet.example/een/heel/lang/adres/dat/maar/doorgaat',
      null,
    );
    expect(html).toContain('@anna #archief <a');
    expect(html).toContain('>intranet.example/een/heel/lang/adres/dat/maar/doorgaat</a>');
  });

  test('whatever is written, only our own elements come out, and the text can be read back', () => {
    const part = fc.constantFrom(
      ...[
        '@anna',
        '#tag',
        '<b>',
        '&amp;',
        'https://a.example/',
        'www.',
        'x'.repeat(40),
        ' ',
        '"',
        "'",
        '👩‍👩‍👧',
        '@',
        '#',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const html = toHtml(text, ORIGIN, PEOPLE);
        expect(
          html.replace(/<\/?(?:p|a|span)(?: (?:href|class|rel|target)="[^"<>]*")*>|<br \/>/g, ''),
        ).not.toMatch(/[<>"]/);
        const squeeze = (whole: string) => whole.replace(/\s+/g, ' ').trim();
        expect(squeeze(textFromHtml(html))).toBe(squeeze(text));
      }),
    );
  });
});

test.each([
  ['@anna en @Joris, @anna', ['anna', 'joris']],
  ['anna@voorbeeld.be', []],
  ['https://a.example/?van=@anna en @joris', ['joris']],
  ['(@anna)', ['anna']],
  ['@anna@andere.example', ['anna']],
])('who is named in %s', (text, named) => {
  expect(mentionsOf(text)).toEqual(named);
});

test.each([
  ['#Archief #archief #archïef', ['archief', 'archïef']],
  ['#e\u0301e\u0301n is #één', ['één']],
  ['#123 telt niet, #2024plan wel', ['2024plan']],
  ['https://a.example/#deel en a#b', []],
])('the tags of %s', (text, tags) => {
  expect(tagsOf(text)).toEqual(tags);
});
