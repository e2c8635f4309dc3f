import { afterEach, describe, expect, test, vi } from 'vitest';
import { aMember, aServer, get, type PostedStatus, post, type Server } from './support';

const HOME = '/api/v1/timelines/home';

afterEach(() => void vi.useRealTimers());

function headersOf({ headers }: { readonly headers: Headers }) {
  const read = (name: string): string | null => headers.get(`x-ratelimit-${name}`);
  return { limit: read('limit'), remaining: read('remaining'), reset: read('reset') };
}

/** Time alone is false: the database needs its timers. */
function stopTheClock(): void {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
}

describe('who asks too often', () => {
  test('reads in every answer how much is left, and then when to come back', async () => {
    const server = await aServer({ rateLimit: 2 });
    const { token } = await aMember(server);
    const before = Date.now();
    const first = await get(server, token, HOME);
    expect(headersOf(first)).toMatchObject({ limit: '2', remaining: '1' });
    const reset = headersOf(first).reset ?? '';
    expect(reset).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(Date.parse(reset)).toBeGreaterThanOrEqual(before + 300_000);
    expect((await get(server, token, '/api/v1/nothing')).headers.get('x-ratelimit-remaining')).toBe('0');
    const refused = await get(server, token, HOME);
    expect(refused).toMatchObject({ status: 429, body: { error: 'Too many requests' } });
    expect(headersOf(refused)).toMatchObject({ limit: '2', remaining: '0' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-expose-headers')).toContain('X-RateLimit-Reset');
  });

  test('keeps nobody else waiting: not another member, not who has no token', async () => {
    const server = await aServer({ rateLimit: 1 });
    const [anna, bram] = [await aMember(server), await aMember(server, 'bram')];
    const ask = (token: string) => get(server, token, HOME).then(({ status }) => status);
    expect([await ask(anna.token), await ask(anna.token)]).toEqual([200, 429]);
    expect(await ask(bram.token)).toBe(200);
    expect((await server.request('/api/v2/instance')).status).toBe(200);
    expect((await server.request('/api/v2/instance')).status).toBe(429);
  });

  test('with guessed tokens counts for one address', async () => {
    const server = await aServer({ rateLimit: 2 });
    const statuses = [];
    for (const guess of ['a', 'b', 'c']) statuses.push((await get(server, guess, HOME)).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  test('may ask again after five minutes', async () => {
    const server = await aServer({ rateLimit: 1 });
    stopTheClock();
    const ask = async () => (await server.request('/api/v2/instance')).status;
    expect([await ask(), await ask()]).toEqual([200, 429]);
    vi.advanceTimersByTime(300_001);
    expect(await ask()).toBe(200);
  });

  test('is not refused for pages, or for what a browser asks beforehand', async () => {
    const server = await aServer({ rateLimit: 1 });
    await server.request('/api/v2/instance');
    for (let tries = 0; tries < 3; tries += 1) {
      expect((await server.request('/sign-in')).status).toBe(200);
      expect((await server.request('/api/v2/instance', { method: 'OPTIONS' })).status).toBe(204);
    }
  });
});

describe('deletions', () => {
  const remove = (server: Server, token: string, id: string) =>
    server.request(`/api/v1/statuses/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });

  test('are thirty in half an hour; the thirty-first deletes nothing', async () => {
    const server = await aServer({ rateLimit: 300 });
    const { token } = await aMember(server);
    for (let n = 0; n < 30; n += 1) await remove(server, token, 'none');
    const { body } = await post(server, token, 'Blijft');
    const refused = await remove(server, token, body.id);
    expect(refused.status).toBe(429);
    expect(headersOf(refused)).toMatchObject({ limit: '30', remaining: '0' });
    expect((await get<PostedStatus>(server, token, `/api/v1/statuses/${body.id}`)).status).toBe(200);
  });
});

test('without a limit nothing is said of one', async () => {
  const server = await aServer();
  expect(headersOf(await server.request('/api/v2/instance'))).toEqual({
    limit: null,
    remaining: null,
    reset: null,
  });
});
