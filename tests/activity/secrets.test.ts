import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '@/utils/activity/exchange';
import { cleanLink } from '@/utils/activity/link';
import type { When } from '@/utils/activity/recipe';
import { readRequestBody } from '@/utils/activity/request-body';
import { activityIn, aForm, aJson, anExchange, aRecipe } from '../support/exchanges';

const CANARY = 'canary-7f3a';

/** Everything that outlives the exchange. */
function kept(
  exchange: Exchange,
  when: Omit<When, 'status'> & { status?: number },
  title: string[],
  link: string[] = [],
): string {
  const recipe = aRecipe({ when: { method: 'POST', status: 200, ...when }, title, link });
  return JSON.stringify(activityIn(exchange, recipe));
}

describe('a secret never gets into an activity, whatever the recipe asks for', () => {
  const secretNames = [
    'password',
    'wpEditToken',
    'sectok',
    'client_secret',
    '_wpnonce',
    'apiKey',
    'csrf',
    'pwd',
  ];

  test.each(secretNames)('not the field %s by its name, by a capture or by its ending', (name) => {
    const exchange = anExchange({ body: aForm({ [name]: CANARY }) });
    expect(kept(exchange, {}, [`{body.${name}}`])).not.toContain(CANARY);
    expect(kept(exchange, { body: { [name]: '{title}' } }, ['{title}'])).not.toContain(CANARY);
    expect(kept(exchange, {}, [`{body.*${name.slice(2)}}`])).not.toContain(CANARY);
    expect(kept(exchange, { body: { [`*${name.slice(2)}`]: '{title}' } }, ['{title}'])).not.toContain(CANARY);
    expect(kept(exchange, {}, ['{body.*}'])).not.toContain(CANARY);
  });

  test.each(secretNames)('not the query name %s', (name) => {
    const exchange = anExchange({ url: `http://dms.test/edit?${name}=${CANARY}` });
    expect(kept(exchange, {}, [`{query.${name}}`])).not.toContain(CANARY);
    expect(kept(exchange, { query: { [name]: '{title}' } }, ['{title}'])).not.toContain(CANARY);
    expect(kept(exchange, {}, ['a'], ['/edit?a={title}', `/edit?${name}={query.${name}}`])).not.toContain(
      CANARY,
    );
  });

  test.each(['authorization', 'cookie', 'x-csrf-token', 'proxy-authorization', 'x-api-key'])(
    'not the request header %s',
    (name) => {
      const exchange = anExchange({ requestHeaders: { [name]: CANARY } });
      expect(kept(exchange, { header: { [name]: '{title}' } }, ['{title}'])).not.toContain(CANARY);
    },
  );

  test('not the cookie that an answer sets', () => {
    const exchange = anExchange({ responseHeaders: { 'set-cookie': CANARY } });
    expect(kept(exchange, { res: { 'set-cookie': '{title}' } }, ['{title}'])).not.toContain(CANARY);
  });

  test('not a whole body, nor a JSON object with everything in it', () => {
    const exchange = anExchange({ body: aJson({ account: { name: 'Anna', password: CANARY } }) });
    expect(kept(exchange, {}, ['{body.$text}'])).not.toContain(CANARY);
    expect(kept(exchange, { body: { $text: '{title}' } }, ['{title}'])).not.toContain(CANARY);
    expect(kept(exchange, {}, ['{body.account}'])).not.toContain(CANARY);
    expect(kept(exchange, { body: { account: '{title}' } }, ['{title}'])).not.toContain(CANARY);
    expect(kept(exchange, {}, ['{body.account.password}'])).not.toContain(CANARY);
  });

  test('not by way of an address as a title', () => {
    const exchange = anExchange({ status: 302, redirect: `http://dms.test/documents/7?ticket=${CANARY}` });
    expect(kept(exchange, { status: 302 }, ['$location'], ['$location'])).not.toContain(CANARY);
  });

  test('the condition on such a name still holds or fails', () => {
    const recipe = aRecipe({
      when: { method: 'POST', status: 200, body: { sectok: '{x}' } },
      title: ['saved'],
    });
    expect(activityIn(anExchange({ body: aForm({ sectok: CANARY }) }), recipe)?.title).toBe('saved');
    expect(activityIn(anExchange({ body: aForm({ other: CANARY }) }), recipe)).toBeNull();
  });

  test('a password is dropped where it is read', () => {
    const fields = { user: ['anna'], password: [CANARY], wpPassword2: [CANARY], pwd: [CANARY], p: [CANARY] };
    expect(JSON.stringify(readRequestBody({ formData: fields }))).not.toContain(CANARY);
    const multipart = `--X\r\nContent-Disposition: form-data; name="password"\r\n\r\n${CANARY}\r\n--X--\r\n`;
    const bytes = new TextEncoder().encode(multipart).buffer as ArrayBuffer;
    expect(JSON.stringify(readRequestBody({ raw: [{ bytes }] }))).not.toContain(CANARY);
  });
});

describe('a link', () => {
  const base = 'http://dms.test/wiki/doku.php';

  test.each([
    ['http://dms.test/doku.php?id=a:b&sectok=1#part', ['id'], 'http://dms.test/doku.php?id=a:b'],
    ['/documents/7', [], 'http://dms.test/documents/7'],
    ['page?id=1', ['id'], 'http://dms.test/wiki/page?id=1'],
    ['http://anna:geheim@dms.test/a', [], 'http://dms.test/a'],
    ['http://dms.test/a;jsessionid=0F3A/b;v=2', [], 'http://dms.test/a/b;v=2'],
    ['http://dms.test/a?token=1&id=2', ['id', 'token'], 'http://dms.test/a?id=2'],
    ['http://dms.test:8080/a', [], null],
    ['https://dms.test/a', [], null],
    ['//elsewhere.test/a', [], null],
    ['javascript:alert(1)', [], null],
    ['http://[', [], null],
    ['', [], null],
    [`/${'a'.repeat(5000)}`, [], null],
  ])('%s, keeping %j → %s', (link, linkQuery, expected) => {
    expect(cleanLink(link, base, linkQuery)).toBe(expected);
  });

  const query = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), fc.string({ maxLength: 6 }), {
    maxKeys: 6,
  });

  test('never carries a query name that is not listed, and is the same when cleaned again', () => {
    fc.assert(
      fc.property(query, fc.array(fc.string({ maxLength: 6 })), fc.webPath(), (all, listed, path) => {
        const link = `http://dms.test${path}?${new URLSearchParams(all)}#${new URLSearchParams(all)}`;
        const cleaned = cleanLink(link, base, listed);
        if (cleaned === null) return;
        const names = [...new URL(cleaned).searchParams.keys()];
        expect(names.filter((name) => !listed.includes(name))).toEqual([]);
        expect(new URL(cleaned).hash).toBe('');
        expect(cleanLink(cleaned, base, listed)).toBe(cleaned);
      }),
    );
  });

  test('made of what a page sent cannot get a name or a path that the recipe did not write', () => {
    const recipe = aRecipe({ title: [], link: ['/show?id={body.id}'] }, { linkQuery: ['id', 'delete'] });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
        const link = activityIn(anExchange({ body: aForm({ id }) }), recipe)?.link ?? null;
        if (link === null) return;
        const url = new URL(link);
        expect(url.origin + url.pathname).toBe('http://dms.test/show');
        expect([...url.searchParams.keys()]).toEqual(['id']);
      }),
    );
    const hostile = anExchange({ body: aForm({ id: '1&delete=2#x' }) });
    expect(activityIn(hostile, recipe)?.link).toBe('http://dms.test/show?id=1%26delete%3D2%23x');
  });

  test.each(['..', '.', '../../admin', 'a/../b'])('is not built with the segment %s', (id) => {
    const exchange = anExchange({ body: aForm({ id }) });
    expect(activityIn(exchange, aRecipe({ link: ['/documents/{body.id}/show'] }))?.link).toBeNull();
  });
});

test('a session that a Java server writes into the path hides no activity, and is in none', () => {
  const recipe = aRecipe({
    when: { path: '/documents/{id}', status: 200 },
    title: ['{id}'],
    link: ['/documents/{id}/show'],
  });
  const exchange = anExchange({ url: 'http://dms.test/documents/7;jsessionid=canary' });
  expect(activityIn(exchange, recipe)).toMatchObject({
    title: '7',
    link: 'http://dms.test/documents/7/show',
  });
  const edit = aRecipe({ when: { path: '/doedit.action', status: 200 }, title: ['a'] });
  expect(
    activityIn(anExchange({ url: 'http://dms.test/doedit.action;jsessionid=canary' }), edit),
  ).not.toBeNull();
});
