import { describe, expect, test } from 'vitest';
import { findSelectors, titleOf } from '@/utils/activity/html-markers';

describe('markers in a text', () => {
  const page =
    '<html data-user=anna class="js mw"><head><meta NAME="generator" content=\'DokuWiki 1\'><title> A </title>';
  test.each([
    ['meta[name=generator][content^=DokuWiki]', true],
    ['meta[name="generator"][content$="1"]', true],
    ['meta[name=generator][content*=Wiki]', true],
    ['meta[name=generator][content=DokuWiki]', false],
    ['html[data-user]', true],
    ['html.mw', true],
    ['.mw', true],
    ['body.mw', false],
    ['a#nextcloud', false],
    ['html body', false],
    ['', false],
  ])('%s: %s', (selector, there) => {
    expect(findSelectors(page, [selector]).has(selector)).toBe(there);
  });

  test.each([
    ['Alfresco &raquo; Library', 'Alfresco » Library'],
    ['Edit &ldquo;A&rdquo; &lsaquo; B &#8212; WordPress', 'Edit “A” ‹ B — WordPress'],
    ['R&amp;D &lt;plan&gt; &quot;a&quot;', 'R&D <plan> "a"'],
    ['d&#39;&#xC9;tat &#x1F600;', "d'État 😀"],
    ['&unknown; &#xFFFFFFF; & &amp;lt;', '&unknown; &#xFFFFFFF; & &lt;'],
  ])('the title %s reads %s', (written, title) => {
    expect(titleOf(`<title>${written}</title>`)).toBe(title);
  });

  test('the title', () => expect(titleOf(page)).toBe('A'));

  test.each(['<meta ', '<meta a', '<title', 'a', '<title>'])('a page of nothing but %s has none', (piece) => {
    const text = piece.repeat(100_000);
    expect([findSelectors(text, ['meta[name]']), titleOf(text)]).toEqual([new Set(), null]);
  });
});
