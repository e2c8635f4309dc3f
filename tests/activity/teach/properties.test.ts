import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRecipe } from '@/utils/activity/check-recipe';
import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange, ExchangeBody, ExchangeType } from '@/utils/activity/exchange';
import { findSelectors } from '@/utils/activity/html-markers';
import { readRecipe } from '@/utils/activity/read-recipe';
import { recognise } from '@/utils/activity/recognise';
import { hear, LessonSchema, seePage } from '@/utils/activity/teach/lesson';
import { ProposalSchema } from '@/utils/activity/teach/proposal';
import { propose } from '@/utils/activity/teach/propose';
import { aForm, aJson, anExchange } from '../../support/exchanges';
import { aLesson, SITE, taught } from '../../support/lessons';

const word = fc.constantFrom('dossiers', 'edit', 'api', 'save', 'notes', 'index.php', 'v2');
const letters = 'abcdefghijklmnopqrstuvwxyz';
/** What people write, look for or work on: words, numbers, ids. `Qz` is nowhere else. */
const canary = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), minLength: 6, maxLength: 12 }).map((text) => `Qz${text}`),
  fc.uuid().map((id) => `Qz${id}`),
  fc.integer({ min: 100, max: 99_999 }).map((number) => `Qz${number}`),
  fc.lorem({ maxCount: 4 }).map((text) => `Qz ${text}`),
);
const name = fc.constantFrom('title', 'action', 'mode', 'csrf_token', 'password', 'tekst', 'id', 'save');
const body: fc.Arbitrary<ExchangeBody> = fc.oneof(
  fc.dictionary(name, canary, { maxKeys: 4 }).map(aForm),
  fc.dictionary(name, fc.oneof(canary, fc.dictionary(name, canary)), { maxKeys: 4 }).map(aJson),
  canary.map((text) => ({ kind: 'text' as const, text })),
  fc.constantFrom<ExchangeBody>({ kind: 'none' }, { kind: 'opaque' }),
);
const address = fc
  .tuple(fc.array(fc.oneof(word, canary), { maxLength: 5 }), fc.dictionary(name, canary, { maxKeys: 2 }))
  .map(([path, query]) => {
    const url = new URL(`${SITE}/${path.map(encodeURIComponent).join('/')}`);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return url.href;
  });
const part: fc.Arbitrary<Partial<Exchange>> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  url: address,
  type: fc.constantFrom<ExchangeType>('main_frame', 'xmlhttprequest', 'ping', 'other'),
  body,
  status: fc.constantFrom(200, 201, 302, 303, 403),
  redirect: fc.oneof(
    fc.constant(null),
    address,
    canary.map((text) => `https://elsewhere.test/${text}`),
  ),
  requestHeaders: fc.dictionary(fc.constantFrom('cookie', 'x-csrf', 'accept'), canary),
  responseHeaders: fc.dictionary(fc.constantFrom('set-cookie', 'x-saved', 'x-id'), canary),
});
const run = fc.array(part, { maxLength: 5 });
const runs = fc.tuple(run, run, run, run);

test('no value ever stands in what a lesson keeps or proposes', () => {
  fc.assert(
    fc.property(runs, (four) => {
      const lesson = taught(four);
      expect(JSON.stringify(lesson)).not.toContain('Qz');
      expect(JSON.stringify(propose(lesson))).not.toContain('Qz');
    }),
    { numRuns: 400 },
  );
});

test('nor what was typed, named or kept secret the same way each time', () => {
  const typed = fc.constantFrom('title', 'tekst', 'password', 'csrf_token', 'session_id', 'name', 'comment');
  const secret = fc.string({ unit: fc.constantFrom(...letters), minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(typed, secret, secret, (field, before, cancelled) => {
      const save = (value: string): Partial<Exchange> => ({
        url: `${SITE}/dossiers/17/edit`,
        body: aForm({ [field]: `qz${value}`, save: '' }),
      });
      const lesson = taught([[save(before)], [save(before)], [save(before)], [save(cancelled)]]);
      expect(JSON.stringify([lesson, propose(lesson)])).not.toContain('qz');
    }),
  );
});

test('whatever is proposed takes one of each run and nothing that was cancelled, and passes its own test', () => {
  let proposed = 0;
  const ids = fc.tuple(canary, canary, canary, canary);
  const fields = fc.dictionary(name, fc.constantFrom('save', 'stay', 'on'), { maxKeys: 3 });
  const kind = fc.constantFrom(
    { type: 'main_frame' as const, status: 302, redirect: `${SITE}/dossiers` },
    { type: 'xmlhttprequest' as const, status: 200, redirect: null },
  );
  fc.assert(
    fc.property(
      ids,
      fields,
      fields,
      kind,
      runs,
      fc.array(word, { maxLength: 2 }),
      (four, done, not, how, noise, end) => {
        const act = (index: number): Partial<Exchange> => ({
          url: `${SITE}/${['dossiers', encodeURIComponent(four[index] ?? ''), ...end].join('/')}`,
          body: aForm(index === 3 ? not : done),
          ...how,
        });
        const heard = noise.map((each, index) => [...each, act(index)]);
        const lesson = taught(heard);
        LessonSchema.parse(lesson);
        for (const { recipe, fixtures } of ProposalSchema.parse(propose(lesson)).candidates) {
          proposed += 1;
          expect(readRecipe(JSON.stringify(recipe))).toMatchObject({ ok: true });
          const recipes = compileRecipes([recipe]);
          const counted = heard.map(
            (each) => each.filter((one) => recognise(anExchange(one), recipes, recipe.id) !== null).length,
          );
          expect(counted.slice(0, 3).every((count) => count > 0)).toBe(true);
          expect(counted[3]).toBe(0);
          expect(checkRecipe(recipe.id, fixtures, recipes, findSelectors)).toEqual([]);
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(proposed).toBeGreaterThan(100);
});

test.each<[string, Partial<Exchange>]>([
  ['in another tab', { tabId: 2 }],
  ['on another origin', { url: 'http://dms.test:8080/dossiers/17/edit' }],
  ['after ten minutes', { at: 600_000 }],
  ['that was refused', { status: 403 }],
  ['that led to a sign-in', { status: 302, redirect: `${SITE}/login` }],
  ['that only read', { method: 'GET' }],
])('nothing is kept of what happened %s', (_what, exchange) => {
  const lesson = aLesson();
  expect(hear(lesson, anExchange(exchange))).toEqual(lesson);
});

test('a lesson stays small however much a page sends', () => {
  let lesson = aLesson();
  for (let n = 0; n < 500; n += 1)
    lesson = hear(lesson, anExchange({ url: `${SITE}/a${'b'.repeat(n % 30)}/${n}` }));
  expect(lesson.traces.length).toBeLessThanOrEqual(120);
});

test('the site is known by its host, and by what all its pages say', () => {
  const save = (id: number): Partial<Exchange> => ({
    url: `${SITE}/dossiers/${id}/edit`,
    status: 302,
    redirect: `${SITE}/`,
  });
  const markers = (generator: string, title: (id: number) => string) => {
    let lesson = aLesson();
    for (const [index, id] of [17, 23, 4711, 5].entries()) {
      lesson = { ...lesson, run: index };
      if (index < 3) lesson = hear(lesson, anExchange(save(id)));
      lesson = seePage(lesson, { generator, title: title(id) });
    }
    return propose(lesson).candidates[0]?.recipe.site.all?.slice(1);
  };
  expect(markers('Zaak & Co 7.1', (id) => `Dossier ${id} - Zaaksysteem`)).toEqual([
    { dom: "meta[name=generator][content^='Zaak']" },
  ]);
  expect(markers('', (id) => `Dossier ${id} | Zaaksysteem`)).toEqual([{ title: '*Zaaksysteem' }]);
  expect(markers('', (id) => `Zaaksysteem - Dossier ${id}`)).toEqual([]);
  expect(markers('', () => 'Dossier')).toEqual([]);
});
