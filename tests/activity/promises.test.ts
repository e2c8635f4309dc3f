import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange, ExchangeBody } from '@/utils/activity/exchange';
import { exchangeOf, pageAnswerOf } from '@/utils/activity/fixtures';
import { finishActivity, recognise } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { allFixtures } from '../support/recipe-fixtures';

const shipped = compileRecipes(SHIPPED_RECIPES);
const positives = allFixtures().flatMap(([id, { positives: all }]) =>
  all.map(({ exchange, page, what }) => ({
    id,
    what: `${id}: ${what}`,
    exchange: exchangeOf(exchange),
    page,
  })),
);
const positive = fc.constantFrom(...positives);
const numRuns = 2_000;
const CANARY = 'canary7f3a';

describe('whatever else an exchange that proves something says', () => {
  test('a failing status makes it nothing', () => {
    const failing = fc.oneof(fc.constant(0), fc.integer({ min: 400, max: 599 }));
    fc.assert(
      fc.property(positive, failing, ({ id, exchange }, status) => {
        expect(recognise({ ...exchange, status }, shipped, id)).toBeNull();
      }),
      { numRuns },
    );
  });

  test('a redirect to a sign-in makes it nothing', () => {
    const login = fc.constantFrom(
      '/login',
      '/Sign-In',
      '/idp/saml2/start',
      '/oauth2/authorize',
      '/cas/login.jsp',
      '/wp-login.php',
    );
    fc.assert(
      fc.property(positive, login, fc.integer({ min: 301, max: 308 }), ({ id, exchange }, path, status) => {
        fc.pre(!/login/i.test(exchange.url)); // a page of that name redirects to itself
        const { origin } = new URL(exchange.url);
        const sent = {
          ...exchange,
          status,
          redirect: `${origin}${path}?return=${encodeURIComponent(exchange.url)}`,
        };
        expect(recognise(sent, shipped, id)).toBeNull();
      }),
      { numRuns },
    );
  });

  test('a negative that it meets makes it nothing', () => {
    const ignoring = new Map(
      SHIPPED_RECIPES.map((recipe) => {
        const ignore = [...(recipe.ignore ?? []), { query: { 'is-a-draft': true } as const }];
        return [recipe.id, compileRecipes([{ ...recipe, ignore }])] as const;
      }),
    );
    fc.assert(
      fc.property(positive, ({ id, exchange }) => {
        const url = new URL(exchange.url);
        url.searchParams.append('is-a-draft', '1');
        const recipes = ignoring.get(id) ?? shipped;
        expect(recognise({ ...exchange, url: url.href }, recipes, id)).toBeNull();
      }),
      { numRuns },
    );
  });
});

describe('what is kept of an exchange that proves something', () => {
  /** Puts something that must never be kept wherever there is room beside what the exchange needs. */
  const seeded = (exchange: Exchange): Exchange => {
    const url = new URL(exchange.url);
    url.searchParams.append('zz-session', CANARY);
    url.hash = CANARY;
    const { redirect, requestHeaders, responseHeaders } = exchange;
    return {
      ...exchange,
      url: url.href,
      body: seededBody(exchange.body),
      requestHeaders: { ...requestHeaders, cookie: CANARY, authorization: CANARY, referer: CANARY },
      responseHeaders: { ...responseHeaders, 'set-cookie': CANARY, 'x-trace': CANARY },
      redirect: redirect === null ? null : withSecrets(redirect),
      initiator: `http://dms.test/${CANARY}`,
    };
  };
  const withSecrets = (address: string): string => {
    const url = new URL(address);
    url.searchParams.append('zz-session', CANARY);
    url.hash = CANARY;
    return url.href;
  };
  const seededBody = (body: ExchangeBody): ExchangeBody => {
    if (body.kind === 'form')
      return { ...body, fields: { ...body.fields, 'zz-text': [CANARY], password: [CANARY] } };
    const { value } = body.kind === 'json' ? body : { value: null };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return body;
    const all = { ...value, 'zz-text': CANARY, password: CANARY };
    return { kind: 'json', value: all, text: JSON.stringify(all) };
  };

  test.each(positives.map((each) => [each.what, each] as const))('%s', (_what, { id, exchange, page }) => {
    // Some redirects must be the page itself and nothing more; nothing can be hidden in those.
    const everywhere = seeded(exchange);
    const recognition =
      recognise(everywhere, shipped, id) ??
      recognise({ ...everywhere, redirect: exchange.redirect }, shipped, id);
    if (recognition === null) throw new Error('what was added changed what was recognised');
    expect(JSON.stringify({ ...recognition, base: new URL(recognition.base).pathname })).not.toContain(
      CANARY,
    );
    const activity = finishActivity(recognition, pageAnswerOf(page), 'an-id');
    expect(JSON.stringify(activity)).not.toContain(CANARY);
    expect(Object.keys(activity).sort()).toEqual([
      'at',
      'count',
      'id',
      'link',
      'site',
      'system',
      'title',
      'verb',
    ]);
  });
});
