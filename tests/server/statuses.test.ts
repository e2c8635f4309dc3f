import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aMember, aServer, get, type PostedStatus, post } from './support';

describe('one key, one post', () => {
  test('a key that is used again answers the first post, whatever its text', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const first = await post(server, token, 'Eén', 'key');
    const again = await post(server, token, 'Iets anders', 'key');
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id } });
    expect((await get<PostedStatus[]>(server, token, '/api/v1/timelines/home')).body).toHaveLength(1);
  });

  test('six at once with one key are one post', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const posted = await Promise.all(Array.from({ length: 6 }, () => post(server, token, 'Tegelijk', 'key')));
    expect(new Set(posted.map(({ body }) => body.id)).size).toBe(1);
    expect((await get<PostedStatus[]>(server, token, '/api/v1/timelines/home')).body).toHaveLength(1);
  });

  test('a key is remembered by another process, and a year later', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const first = await post(server, token, 'Blijft', 'key');
    await server.restart();
    server.time.now += 366 * 86_400_000;
    expect((await post(server, token, 'Blijft', 'key')).body.id).toBe(first.body.id);
  });

  test('after the post was deleted its key never makes another one', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const { body } = await post(server, token, 'Weg', 'key');
    await server.request(`/api/v1/statuses/${body.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    const again = await post(server, token, 'Weg', 'key');
    expect(again).toMatchObject({ status: 410, body: { id: body.id, error: expect.any(String) } });
    expect((await get<PostedStatus[]>(server, token, '/api/v1/timelines/home')).body).toEqual([]);
  });

  test('a key answers its post also when the post that it replied to was deleted since', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const { body: parent } = await post(server, token, 'Vraag');
    const reply = async () => {
      const answer = await server.request(`/api/v1/statuses?status=Antwoord&in_reply_to_id=${parent.id}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'key' },
      });
      return (await answer.json()) as PostedStatus;
    };
    const first = await reply();
    await server.request(`/api/v1/statuses/${parent.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    expect((await reply()).id).toBe(first.id);
  });

  test('keys that are too long to keep are refused, not shortened', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    expect((await post(server, token, 'Kort', 'k'.repeat(255))).status).toBe(200);
    expect((await post(server, token, 'Lang', `${'k'.repeat(255)}1`)).status).toBe(422);
  });

  test("two people's equal keys are two posts", async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna');
    const joris = await aMember(server, 'joris');
    const one = await post(server, anna.token, 'Van Anna', 'key');
    expect((await post(server, joris.token, 'Van Joris', 'key')).body.id).not.toBe(one.body.id);
  });

  test('without a key, the same words within a minute are the same post', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const first = await post(server, token, 'Dubbel geklikt');
    server.time.now += 59_000;
    expect((await post(server, token, 'Dubbel geklikt')).body.id).toBe(first.body.id);
    server.time.now += 60_000;
    expect((await post(server, token, 'Dubbel geklikt')).body.id).not.toBe(first.body.id);
  });
});

describe('what may be posted', () => {
  test.each([
    ['nothing', '   ', "Validation failed: Text can't be blank"],
    ['more than fits', 'a'.repeat(5_001), 'Validation failed: Text character limit of 5000 exceeded'],
  ])('%s is refused with a reason', async (_what, status, error) => {
    const server = await aServer();
    const { token } = await aMember(server);
    expect(await post(server, token, status)).toMatchObject({ status: 422, body: { error } });
  });

  test('an address counts for 23 characters, however long it is', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const text = `${'a'.repeat(4_976)} https://intranet.example/${'x'.repeat(2_000)}`;
    expect((await post(server, token, text)).status).toBe(200);
  });

  test.each(['media_ids[]=1', 'scheduled_at=2027-01-01T00:00:00Z'])(
    'what cannot be done as asked is not done: %s',
    async (field) => {
      const server = await aServer();
      const { token } = await aMember(server);
      const answer = await server.request(`/api/v1/statuses?status=Tekst&${field}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(422);
      expect((await get<PostedStatus[]>(server, token, '/api/v1/timelines/home')).body).toEqual([]);
    },
  );

  test('form, JSON and query mean the same', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const authorization = `Bearer ${token}`;
    const form = new URLSearchParams({ status: 'Uit een formulier', visibility: 'private' });
    const answers = [
      await server.request('/api/v1/statuses', { method: 'POST', headers: { authorization }, body: form }),
      await server.request('/api/v1/statuses?status=Uit+het+adres&visibility=private', {
        method: 'POST',
        headers: { authorization },
      }),
    ];
    for (const answer of answers) {
      expect(await answer.json()).toMatchObject({
        visibility: 'private',
        content: expect.stringContaining('<p>Uit '),
      });
    }
  });

  test('whatever is posted is shown as text', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const { body } = await post(server, token, '<script>alert(1)</script> & "x" https://a.example/?q=<b>');
    expect(body.content).not.toMatch(/<script|<b>/);
    expect(body.content).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;');
  });
});

describe('who may see and remove', () => {
  test('a post for followers only is, for others, not there', async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna');
    const joris = await aMember(server, 'joris');
    const made = await server.request('/api/v1/statuses?status=Stil&visibility=private', {
      method: 'POST',
      headers: { authorization: `Bearer ${anna.token}` },
    });
    const { id } = (await made.json()) as PostedStatus;
    expect(await get(server, joris.token, `/api/v1/statuses/${id}`)).toMatchObject({
      status: 404,
      body: { error: 'Record not found' },
    });
    expect((await get(server, anna.token, `/api/v1/statuses/${id}`)).status).toBe(200);
  });

  test("nobody removes another's post", async () => {
    const server = await aServer();
    const anna = await aMember(server, 'anna');
    const joris = await aMember(server, 'joris');
    const { body } = await post(server, anna.token, 'Van Anna');
    const answer = await server.request(`/api/v1/statuses/${body.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${joris.token}` },
    });
    expect(answer.status).toBe(403);
  });

  test('nothing of a deleted post stays but the memory of its key', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const { body } = await post(server, token, 'Een geheim', 'key');
    await server.request(`/api/v1/statuses/${body.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    const rows = await server.store().db.selectFrom('statuses').selectAll().execute();
    expect(rows).toMatchObject([{ id: body.id, text: '', text_hash: '', spoiler_text: '' }]);
  });

  test.each(['/api/v1/timelines/home', '/api/v1/timelines/public', '/api/v1/accounts/verify_credentials'])(
    '%s is for members',
    async (path) => {
      const server = await aServer();
      expect(await get(server, 'wrong', path)).toMatchObject({
        status: 401,
        body: { error: expect.any(String) },
      });
      expect((await server.request(path)).status).toBe(401);
    },
  );
});

describe('paging', () => {
  test('following "next" reads every post once, newest first, for any page size', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const made: string[] = [];
    for (let n = 0; n < 13; n += 1) {
      server.time.now += 1;
      made.unshift((await post(server, token, `Bericht ${n}`)).body.id);
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 15 }), async (limit) => {
        const seen: string[] = [];
        let path: string | null = `/api/v1/timelines/home?limit=${limit}`;
        while (path !== null) {
          const page: Awaited<ReturnType<typeof get<PostedStatus[]>>> = await get(server, token, path);
          seen.push(...page.body.map(({ id }) => id));
          const next: string | undefined = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
          path = next === undefined ? null : `${new URL(next).pathname}${new URL(next).search}`;
        }
        expect(seen).toEqual(made);
      }),
      { numRuns: 15 },
    );
  });

  test('min_id gives the nearest newer posts, since_id the newest', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      server.time.now += 1;
      ids.push((await post(server, token, `Bericht ${n}`)).body.id);
    }
    const read = async (query: string) =>
      (await get<PostedStatus[]>(server, token, `/api/v1/timelines/home?limit=2&${query}`)).body.map(
        ({ id }) => id,
      );
    expect(await read(`min_id=${ids[0]}`)).toEqual([ids[2], ids[1]]);
    expect(await read(`since_id=${ids[0]}`)).toEqual([ids[4], ids[3]]);
    expect(await read(`max_id=${ids[3]}`)).toEqual([ids[2], ids[1]]);
    for (const [query, expected] of [
      ['max_id=5', []],
      ['min_id=0', [ids[1], ids[0]]],
      ['max_id=9999999999999999999', [ids[4], ids[3]]],
      ['max_id=no-id&limit=no-number', [ids[4], ids[3]]],
    ] as const) {
      expect((await read(query)).slice(0, 2), query).toEqual(expected);
    }
  });
});
