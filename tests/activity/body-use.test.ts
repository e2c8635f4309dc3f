import { describe, expect, test } from 'vitest';
import { usesBody } from '@/utils/activity/body-use';
import { compileRecipes } from '@/utils/activity/compile';
import type { Recipe } from '@/utils/activity/recipe';
import { aRecipe } from '../support/exchanges';

const when = { method: 'PUT', path: '/documents/{id}', status: 200, body: { title: true } } as const;
const recipe = aRecipe({ when });

function uses(part: object, of: Recipe = recipe): boolean {
  const compiled = compileRecipes([of]).get(of.id);
  const start = { method: 'PUT', url: 'https://dms.example/documents/7', type: 'main_frame' } as const;
  return compiled !== undefined && usesBody(compiled, { ...start, ...part });
}

describe('whether a recipe can use a body', () => {
  test.each<[string, boolean, object, Recipe?]>([
    ['the path and method of a signal that tests a field', true, {}],
    ['the same in a sub-folder', true, { url: 'https://dms.example/app/documents/7/' }],
    ['a POST, which may mean any method', true, { method: 'POST' }],
    ['another method', false, { method: 'DELETE' }],
    ['another path', false, { url: 'https://dms.example/folders/7' }],
    ['another kind of request', false, { type: 'ping' }, aRecipe({ when: { ...when, type: 'main_frame' } })],
    [
      'another query',
      false,
      { url: 'https://dms.example/documents/7?do=show' },
      aRecipe({ when: { ...when, query: { do: 'edit' } } }),
    ],
    ['a title that shows a field', true, {}, aRecipe({ when: { status: 200 }, title: ['{body.title}'] })],
    [
      'a negative that tests one',
      true,
      {},
      aRecipe({ when: { status: 200 } }, { ignore: [{ body: { a: 'b' } }] }),
    ],
    [
      'a negative elsewhere',
      false,
      {},
      aRecipe({ when: { status: 200 } }, { ignore: [{ path: '/folders', body: { a: 'b' } }] }),
    ],
    ['signals that look at no body', false, {}, aRecipe({ when: { status: 200 } })],
  ])('%s: %s', (_what, expected, part, of) => {
    expect(uses(part, of)).toBe(expected);
  });

  test.each(['/login', '/users/sign_in', '/wp-login.php', '/sso/saml2', '/oauth/token'])(
    'never that of a sign-in: %s',
    (path) => {
      const anywhere = aRecipe({ when: { status: 200, body: { title: true } } });
      expect(uses({ url: `https://dms.example${path}` }, anywhere)).toBe(false);
      expect(uses({ url: `https://login.example/documents/7` }, anywhere)).toBe(false);
    },
  );
});
