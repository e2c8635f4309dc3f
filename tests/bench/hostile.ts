import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange } from '@/utils/activity/exchange';
import { findSelectors, titleOf } from '@/utils/activity/html-markers';
import type { Recipe } from '@/utils/activity/recipe';
import { recognise } from '@/utils/activity/recognise';
import { readRequestBody } from '@/utils/activity/request-body';
import { textFromHtml } from '@/utils/practice/html';
import { anyExchange, inTurns } from './in-turns';
import type { Row } from './measure';

const HOSTILE = 64 * 1024;

/** Ten times the text, at most twelve times the time: nothing that a page sends may hold us up. */
export function measureHostile(): Row[] {
  const hard = '**a*b**a*b**c**';
  const match = (when: object, exchange: (length: number) => Exchange) => {
    const recipe = {
      id: 'hard',
      name: 'Hard',
      site: {},
      signals: [{ do: 'edit', when: { status: 200, ...when } }],
    };
    const recipes = compileRecipes([recipe as unknown as Recipe]);
    return (length: number) => {
      const sent = exchange(length);
      return () => void recognise(sent, recipes, recipe.id);
    };
  };
  const text = (length: number): string => 'ab'.repeat(length / 2);
  const html = (length: number): string => '<meta a<title>'.repeat(length / 14);
  const ways: [string, (length: number) => () => void][] = [
    [
      'body',
      match({ body: { $text: hard } }, (length) => ({
        ...anyExchange,
        body: { kind: 'text', text: text(length) },
      })),
    ],
    [
      'path',
      match({ path: `/${hard}` }, (length) => ({ ...anyExchange, url: `http://dms.test/${text(length)}` })),
    ],
    [
      'multipart head',
      (length) => {
        const bytes = new TextEncoder().encode(
          `--X\r\n${'content-disposition: form-data;'.repeat(length / 31)}`,
        );
        return () => void readRequestBody({ raw: [{ bytes: bytes.buffer }] });
      },
    ],
    [
      'page, its markers',
      (length) => {
        const page = html(length);
        return () => void [findSelectors(page, ['meta[name]']), titleOf(page)];
      },
    ],
    [
      'post, as text',
      (length) => {
        const post = '<a href="https://a.test">a'.repeat(length / 26);
        return () => void textFromHtml(post);
      },
    ],
  ];
  return ways.map(([what, made]) => {
    const [long, short] = [made(HOSTILE), made(HOSTILE / 10)];
    const several = (run: () => void) => () => {
      for (let n = 0; n < 20; n += 1) run();
    };
    return {
      what: `a hostile ${what}: 64 KiB, against 6.4`,
      ...inTurns(several(long), several(short)),
      most: 12,
    };
  });
}
