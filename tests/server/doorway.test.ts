import { describe, expect, test } from 'vitest';
import { publicOrigin } from '@/server/public-origin';
import { aMember, aServer, ORIGIN, post } from './support';

describe('the Host header', () => {
  test.each(['evil.example', '127.0.0.1:9999', '127.0.0.1', 'localhost:8700.evil.example'])(
    '%s is not served: not a page, not the API',
    async (host) => {
      const server = await aServer();
      for (const path of ['/sign-in', '/api/v2/instance', '/assets/style.css']) {
        const answer = await server.request(path, { headers: { host } });
        expect(answer.status).toBe(421);
        expect(await answer.json()).toMatchObject({ error: expect.any(String) });
      }
    },
  );

  test('whoever typed localhost is sent on, so that no cookie is ever set there', async () => {
    const server = await aServer();
    const answer = await server.request('/@anna/1?taal=en', { headers: { host: 'localhost:8700' } });
    expect(answer.headers.get('location')).toBe(`${ORIGIN}/@anna/1?taal=en`);
    const asApp = await server.request('/api/v2/instance', { headers: { host: 'localhost:8700' } });
    expect(asApp.status).toBe(421);
  });
});

describe('apps on other origins', () => {
  test('may ask with any header, and read the page links', async () => {
    const server = await aServer();
    const asked = await server.request('/api/v1/statuses', {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'authorization,idempotency-key' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-headers')).toBe('authorization,idempotency-key');
    expect(asked.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await server.request('/api/v2/instance');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Link');
  });
});

describe('every answer', () => {
  test.each(['/api/v2/instance', '/api/v1/nothing', '/sign-in', '/nothing', '/assets/avatar.svg'])(
    '%s has a name of its own, and keeps no other origin from showing it',
    async (path) => {
      const server = await aServer();
      const [one, other] = [await server.request(path), await server.request(path, { method: 'HEAD' })];
      const names = [one, other].map(({ headers }) => headers.get('x-request-id'));
      expect(new Set(names).size).toBe(2);
      for (const name of names) expect(name).toMatch(/^[0-9a-f-]{36}$/);
      expect(other.status).toBe(one.status);
      expect(await other.text()).toBe('');
      for (const header of ['cross-origin-opener-policy', 'cross-origin-resource-policy']) {
        expect(one.headers.get(header)).toBeNull();
      }
    },
  );

  test('an address of the API that is none is said so in JSON, by every method', async () => {
    const server = await aServer();
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await server.request('/api/v1/nothing', { method });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ error: 'Record not found' });
    }
  });

  test('the sign-in page of an app is for nobody’s script', async () => {
    const server = await aServer();
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await server.request('/oauth/authorize', { method });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('bodies that are none', () => {
  const JSON_TYPE = { 'content-type': 'application/json' };
  test.each([
    ['JSON that ends early', '{"status":', JSON_TYPE, 400],
    ['JSON that is a list', '["status"]', JSON_TYPE, 400],
    ['JSON with objects for texts', '{"status":{"toString":1},"media_ids":[{"toString":1}]}', JSON_TYPE, 422],
    ['a form without an end', 'x', { 'content-type': 'multipart/form-data; boundary=b' }, 400],
    ['a form without a boundary', 'x', { 'content-type': 'multipart/form-data' }, 400],
    ['more than a mebibyte', `{"status":"${'a'.repeat(1_100_000)}"}`, JSON_TYPE, 413],
  ])('%s', async (_what, body, headers, status) => {
    const server = await aServer();
    const { token } = await aMember(server);
    const answer = await server.request('/api/v1/statuses', {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: expect.any(String) });
  });

  test('more than a mebibyte in pieces, of a length that nobody says', async () => {
    const server = await aServer();
    const piece = new TextEncoder().encode('a'.repeat(65_536));
    let left = 20;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
    });
    const init = { method: 'POST', body, duplex: 'half', headers: JSON_TYPE };
    expect((await server.request('/api/v1/apps', init as RequestInit)).status).toBe(413);
  });

  test('characters that no database keeps are left out', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const { status, body } = await post(server, token, 'Half\ud800 en\0 heel');
    expect(status).toBe(200);
    expect(body.content).toBe('<p>Half en heel</p>');
  });
});

describe('the address that people use', () => {
  test.each([
    [undefined, '127.0.0.1', { ok: true, value: null }],
    [undefined, '::1', { ok: true, value: null }],
    ['https://community.example/pad', '0.0.0.0', { ok: true, value: 'https://community.example' }],
    ['http://localhost:9000', '127.0.0.1', { ok: true, value: 'http://localhost:9000' }],
    [undefined, '0.0.0.0', { ok: false, error: 'bad-origin' }],
    ['http://community.example', '0.0.0.0', { ok: false, error: 'bad-origin' }],
    ['http://localhost.evil.example', '127.0.0.1', { ok: false, error: 'bad-origin' }],
    ['community.example', '127.0.0.1', { ok: false, error: 'bad-origin' }],
    ['ftp://community.example', '127.0.0.1', { ok: false, error: 'bad-origin' }],
  ])('--origin %s with --host %s', (given, host, expected) => {
    expect(publicOrigin(given, host)).toEqual(expected);
  });
});
