import { describe, expect, test } from 'vitest';
import { aMember, aServer, get, type PostedStatus, post } from './support';

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
    expect(rows).toMatchObject([{ id: body.id, text: '', spoiler_text: '' }]);
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
