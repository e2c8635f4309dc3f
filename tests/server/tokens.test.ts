import { describe, expect, test } from 'vitest';
import { type App, aConsentingMember, BACK, register, VERIFIER } from './an-app';
import { get } from './support';

describe('a code', () => {
  test('becomes a token that works, also without the secret when PKCE proves the app', async () => {
    const { server, app, agree, exchange } = await aConsentingMember();
    const { status, body } = await exchange(await agree());
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'read', created_at: expect.any(Number) });
    expect(status).toBe(200);
    const path = '/api/v1/accounts/verify_credentials';
    expect(await get(server, body.access_token ?? '', path)).toMatchObject({
      status: 200,
      body: { acct: 'anna' },
    });
    const fields = { grant_type: 'authorization_code', client_id: app.client_id, redirect_uri: BACK };
    const answer = await server.request('/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, code: await agree(), code_verifier: VERIFIER }),
    });
    expect(answer.status).toBe(200);
  });

  test('works once, also when it is used six times at once', async () => {
    const { agree, exchange } = await aConsentingMember();
    const code = await agree();
    const answers = await Promise.all(Array.from({ length: 6 }, () => exchange(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status !== 200)?.body).toMatchObject({ error: 'invalid_grant' });
  });

  test.each([
    ['a wrong verifier', { code_verifier: 'b'.repeat(43) }],
    ['no verifier', { code_verifier: '' }],
    ['another address', { redirect_uri: 'https://app.example/elsewhere' }],
  ])('is refused with %s, and is spent by the try', async (_what, changes) => {
    const { agree, exchange } = await aConsentingMember();
    const code = await agree();
    expect(await exchange(code, changes)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await exchange(code)).status).toBe(400);
  });

  test('is refused to another app, with a wrong secret, and after ten minutes', async () => {
    const { server, agree, exchange } = await aConsentingMember();
    const { client_id, client_secret } = await register(server);
    expect(await exchange(await agree(), { client_id, client_secret })).toMatchObject({ status: 400 });
    const wrong = await exchange(await agree(), { client_secret: 'wrong' });
    expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    const code = await agree();
    server.time.now += 10 * 60_000;
    expect((await exchange(code)).status).toBe(400);
  });

  test('that was asked for without PKCE needs the secret', async () => {
    const { agree, exchange } = await aConsentingMember();
    expect((await exchange(await agree({}), { client_secret: '' })).status).toBe(400);
    expect((await exchange(await agree({}), { code_verifier: '' })).status).toBe(200);
  });
});

describe('a token', () => {
  test('covers no more than its scopes', async () => {
    const { server, agree, exchange } = await aConsentingMember();
    const { body } = await exchange(await agree());
    const headers = { authorization: `Bearer ${body.access_token}` };
    const answer = await server.request('/api/v1/statuses?status=Nee', { method: 'POST', headers });
    expect(answer.status).toBe(403);
  });

  test('ends when its app says so, and not when another does', async () => {
    const { server, app, agree, exchange } = await aConsentingMember();
    const token = (await exchange(await agree())).body.access_token ?? '';
    const revoke = async ({ client_id, client_secret }: App) => {
      const body = new URLSearchParams({ client_id, client_secret, token });
      return (await server.request('/oauth/revoke', { method: 'POST', body })).status;
    };
    const path = '/api/v1/accounts/verify_credentials';
    await revoke(await register(server));
    expect((await get(server, token, path)).status).toBe(200);
    expect(await revoke(app)).toBe(200);
    expect((await get(server, token, path)).status).toBe(401);
  });

  test('of an app alone needs the secret, and stands for no member', async () => {
    const { server, app } = await aConsentingMember();
    const ask = (fields: Readonly<Record<string, string>>) =>
      server.request('/oauth/token', {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: app.client_id, ...fields }),
      });
    expect((await ask({ code_verifier: VERIFIER })).status).toBe(401);
    const { access_token } = (await (await ask({ client_secret: app.client_secret })).json()) as {
      access_token: string;
    };
    const path = '/api/v1/accounts/verify_credentials';
    expect((await get(server, access_token, path)).status).toBe(422);
  });

  test('is stored as a hash, like codes and the secrets of apps and sessions', async () => {
    const { server, app, agree, exchange } = await aConsentingMember();
    const code = await agree();
    const token = (await exchange(await agree())).body.access_token ?? '';
    const tables = ['tokens', 'authorization_codes', 'applications', 'sessions'] as const;
    const rows = await Promise.all(
      tables.map((table) => server.store().db.selectFrom(table).selectAll().execute()),
    );
    const stored = JSON.stringify(rows);
    for (const secret of [code, token, app.client_secret]) expect(stored).not.toContain(secret);
  });
});
