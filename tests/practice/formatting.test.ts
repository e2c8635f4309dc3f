import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Span } from '@/utils/practice/blocks';
import { type Format, inFormat, outOfFormat } from '@/utils/practice/format';
import { arranged } from '@/utils/practice/lines';
import { blocksOf, spansOf } from '@/utils/practice/spans';
import { markdownToHtml, toHtml } from '@/utils/practice/to-html';
import { sendable } from '../support/practices';

const strong = (text: string): Span => ({ text, strong: true });
const emphasis = (text: string): Span => ({ text, emphasis: true });
const both = (text: string): Span => ({ text, strong: true, emphasis: true });

describe('in a line', () => {
  test.each<[string, Span[]]>([
    ['zo **vet** als *schuin*', [{ text: 'zo ' }, strong('vet'), { text: ' als ' }, emphasis('schuin')]],
    ['***beide***', [both('beide')]],
    ['**vet en *schuin* zo**', [strong('vet en '), both('schuin'), strong(' zo')]],
    ['*schuin en **vet***', [{ text: '*schuin en **vet***' }]],
    ['*schuin en **vet** zo*', [emphasis('schuin en '), both('vet'), emphasis(' zo')]],
    [
      '(**vet**), “*schuin*”',
      [{ text: '(' }, strong('vet'), { text: '), “' }, emphasis('schuin'), { text: '”' }],
    ],
    ['2 * 3 * 4', [{ text: '2 * 3 * 4' }]],
    ['2 *3 is *zes*', [{ text: '2 *3 is ' }, emphasis('zes')]],
    ['voor**deel**', [{ text: 'voor**deel**' }]],
    ['** niets **', [{ text: '** niets **' }]],
    ['**open', [{ text: '**open' }]],
    ['****vier****', [{ text: '****vier****' }]],
    ['https://a.be/x*y*z.', [{ text: 'https://a.be/x*y*z', href: 'https://a.be/x*y*z' }, { text: '.' }]],
    ['**https://a.be**', [{ text: 'https://a.be', href: 'https://a.be', strong: true }]],
    ['javascript:alert(1)', [{ text: 'javascript:alert(1)' }]],
    ['', []],
  ])('%j has these runs', (line, spans) => {
    expect(spansOf(line)).toEqual(spans);
  });

  test.each(['*a ', '**a* ', 'a* ', '*', '***a**b*c ', 'http://', '(*'])(
    'a million characters of %j take no longer than they are',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(
        spansOf(text)
          .map((span) => span.text)
          .join('').length,
      ).toBeGreaterThan(0);
    },
  );
});

describe('in a text', () => {
  const item = (text: string): Span[] => [{ text }];
  test.each<[string, Block[]]>([
    [
      'Zo:\n- een\n- twee\nKlaar',
      [
        { kind: 'paragraph', spans: item('Zo:') },
        { kind: 'list', ordered: false, items: [item('een'), item('twee')] },
        { kind: 'paragraph', spans: item('Klaar') },
      ],
    ],
    ['1. een\n2. twee', [{ kind: 'list', ordered: true, items: [item('een'), item('twee')] }]],
    ['2. twee', [{ kind: 'paragraph', spans: item('2. twee') }]],
    ['a\nb', [{ kind: 'paragraph', spans: [{ text: 'a' }, { text: '\n' }, { text: 'b' }] }]],
  ])('%j has these parts', (text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  test.each([
    ['Zo:\n- een\n\n-   twee\nKlaar', 'Zo:\n\n- een\n- twee\n\nKlaar'],
    ['1. een\n\n2. twee\n\n1. drie', '1. een\n2. twee\n\n1. drie'],
    ['- een\n1. een', '- een\n\n1. een'],
    ['* een\n-twee\n 1. drie', '* een\n-twee\n 1. drie'],
  ])('%j is arranged', (text, tidied) => {
    expect(arranged(text)).toBe(tidied);
  });
});

describe('in another format', () => {
  test.each<[Format, string, string]>([
    ['markdown', '**a** _b_ a_b', '**a** \\_b\\_ a_b'],
    ['markdown', 'a*b [c](d) <e> &f; `g` | ~', 'a\\*b \\[c\\](d) \\<e\\> \\&f; \\`g\\` \\| \\~'],
    ['markdown', '# a\n--\n2. b\n    c\n+ d\n#e', '\\# a  \n\\--  \n2\\. b  \n&#32;   c  \n\\+ d  \n#e'],
    ['markdown', '- 1. a\n- # b', '- 1\\. a\n- \\# b'],
    ['markdown', 'zie https://a.be/x_y.', 'zie <https://a.be/x_y>.'],
    ['html', '*a* <b>\n\n1. "x"', '<p><em>a</em> &lt;b&gt;</p><ol><li>&quot;x&quot;</li></ol>'],
    ['html', '**a *b* c**', '<p><strong>a <em>b</em> c</strong></p>'],
    ['wikitext', '***a*** **b**\n\n- c\n\n1. d', "'''''a''''' '''b'''\n\n* c\n\n# d"],
    ['wikitext', "* a\n''b'' [[c]]", '&#42; a<br>\n&#39;&#39;b&#39;&#39; &#91;&#91;c&#93;&#93;'],
    ['plain', '**a**', '**a**'],
  ])('as %s, %j is %j', (format, text, written) => {
    expect(inFormat(text, format)).toBe(written);
    expect(outOfFormat(written, format)).toBe(text);
  });

  test('the HTML of Markdown is that of the text that it was made of', () => {
    fc.assert(
      fc.property(sendable, ({ did, why }) => {
        const text = arranged(`${did}\n\n${why}`.replace(/[\r\u2028]/gu, '\n').replace(/[^\S\n]+$/gmu, ''));
        expect(markdownToHtml(inFormat(text, 'markdown'))).toBe(toHtml(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test('what somebody else escaped in Markdown is no mark', () => {
    expect(markdownToHtml('\\*a\\* \\- \\<b\\> &lt;c&gt; &#42;d&#42;')).toBe(
      '<p>*a* - &lt;b&gt; &lt;c&gt; *d*</p>',
    );
    expect(markdownToHtml('\\- a\n1\\. b')).toBe('<p>- a<br />1. b</p>');
  });
});
