import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ActivitySchema } from '@/utils/activity/activity';
import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange, ExchangeBody, ExchangeType } from '@/utils/activity/exchange';
import { nearestSignal } from '@/utils/activity/explain';
import { readHar } from '@/utils/activity/har';
import { readRecipe } from '@/utils/activity/read-recipe';
import { candidatesOf, finishActivity, recognise } from '@/utils/activity/recognise';
import { readRequestBody } from '@/utils/activity/request-body';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { aForm, anExchange, aRecipe } from '../support/exchanges';
import { nextcloud, sharepoint } from '../support/recipes';

const recipes = compileRecipes([...SHIPPED_RECIPES, nextcloud, sharepoint]);

/** Any text, half letters and names that every object has among it, or a word that some recipe knows. */
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '\uD800', '..', '%', '%2F', '*', '{x}'),
  fc.constantFrom(
    'do[save]',
    'wikitext',
    'id',
    'action',
    'save',
    'title',
    'call',
    'delete',
    'confirm',
    'yes',
  ),
);
const path = fc.oneof(
  fc.array(word, { maxLength: 4 }).map((words) => `/${words.map(encodeLoosely).join('/')}`),
  fc.constantFrom('/doku.php', '/lib/exe/ajax.php', '/documents/7/edit', '/folders/a/upload', '/api.php'),
);
const query = fc.array(fc.tuple(word, word), { maxLength: 4 });
const map = fc.dictionary(word, word, { maxKeys: 4 });
const body: fc.Arbitrary<ExchangeBody> = fc.oneof(
  fc.dictionary(word, fc.array(word, { maxLength: 3 }), { maxKeys: 5 }).map(aForm),
  fc.json().map((text) => ({ kind: 'json' as const, value: JSON.parse(text) as unknown, text })),
  word.map((text) => ({ kind: 'text' as const, text })),
  fc.constantFrom<ExchangeBody>({ kind: 'none' }, { kind: 'opaque' }),
);
const exchange: fc.Arbitrary<Exchange> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'MOVE'),
    path,
    query,
    type: fc.constantFrom<ExchangeType>('main_frame', 'xmlhttprequest', 'ping'),
    requestHeaders: map,
    responseHeaders: map,
    body,
    status: fc.constantFrom(0, 200, 201, 302, 303, 500),
    redirect: fc.option(fc.oneof(word, fc.webUrl(), fc.constant('http://dms.test/documents/7?token=a'))),
  })
  .map(({ path: pathname, query: pairs, ...part }) => {
    const url = new URL(`http://dms.test${pathname}`);
    for (const [name, value] of pairs) url.searchParams.append(name, value);
    return anExchange({ ...part, url: url.href });
  });

function encodeLoosely(text: string): string {
  return text.replace(/[\s/?#\\\uD800-\uDFFF]/g, '-');
}

test('whatever a site sends, nothing throws and what is kept is an activity of that site', () => {
  fc.assert(
    fc.property(exchange, fc.option(word), (sent, answer) => {
      for (const id of [...recipes.keys(), null]) {
        const recognition = recognise(sent, recipes, id);
        if (recognition === null) continue;
        const activity = finishActivity(recognition, () => answer, 'an-id');
        expect(ActivitySchema.safeParse(activity).success).toBe(true);
        expect(activity.link === null || new URL(activity.link).origin === activity.site).toBe(true);
      }
      nearestSignal(sent, [...recipes.values()]);
      candidatesOf(sent, recipes);
    }),
    { numRuns: 1500 },
  );
});

test('whatever bytes a body has, reading it does not throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 3 }),
      fc.boolean(),
      (pieces, form) => {
        const start = new TextEncoder().encode('--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n');
        const raw = [...(form ? [start] : []), ...pieces].map((piece) => ({
          bytes: Uint8Array.from(piece).buffer,
        }));
        expect(readRequestBody({ raw }).kind).toMatch(/^(none|form|json|text|opaque)$/);
      },
    ),
  );
});

test('a JSON body without a bottom does not throw', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const bytes = new TextEncoder().encode(`{"a":${deep}}`).buffer as ArrayBuffer;
  const sent = anExchange({ body: readRequestBody({ raw: [{ bytes }] }) });
  const recipe = aRecipe({ when: { status: 200, body: { a: '{title}' } }, title: ['{body.a}', '{title}'] });
  expect(() => recognise(sent, compileRecipes([recipe]), recipe.id)).not.toThrow();
});

test('whatever JSON a file holds, it is read or a field is named', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      for (const read of [readHar(text), readRecipe(text)]) {
        expect(read.ok || read.error.field.length > 0).toBe(true);
      }
    }),
  );
});

test('a recipe changed in any one place is read or a field is named', () => {
  const texts = SHIPPED_RECIPES.map((recipe) => JSON.stringify(recipe));
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), word, (text, where, change) => {
      const at = where % text.length;
      const read = readRecipe(text.slice(0, at) + change + text.slice(at + 1));
      if (!read.ok) return;
      expect(() => recognise(anExchange(), compileRecipes([read.value]), read.value.id)).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});
