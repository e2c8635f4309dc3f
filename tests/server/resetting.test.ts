import { describe, expect, test } from 'vitest';
import { linkIn, operating } from './operator';
import { aMember, aServer, get, PASSWORD, type Server } from './support';
import { Visitor } from './visitor';

const CHOSEN = 'een nieuw wachtwoord';

async function aLink(server: Server): Promise<string> {
  const { done, text } = await operating(server, 'reset', '@anna');
  expect(done).toBe(true);
  return linkIn(text);
}

describe('a link for a new password', () => {
  test('lets the member choose one, signs them in here and out elsewhere; then it is spent', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const elsewhere = new Visitor(server);
    await elsewhere.signIn('anna', PASSWORD);
    const path = await aLink(server);
    const here = new Visitor(server);
    const page = await here.open(path);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('@anna');
    const chosen = await here.fillIn(path, { password: CHOSEN });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/']);
    expect((await here.open('/')).status).toBe(200);
    expect((await elsewhere.open('/')).status).toBe(302);
    expect((await new Visitor(server).signIn('anna', PASSWORD)).status).toBe(422);
    expect((await new Visitor(server).signIn('anna', CHOSEN)).status).toBe(303);
    expect((await get(server, token, '/api/v1/accounts/verify_credentials')).status).toBe(200);
    for (const answer of [await here.open(path), await here.send(path, { password: CHOSEN })]) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Deze link werkt niet meer');
    }
  });

  test('lets a member who was shut out back in', async () => {
    const server = await aServer();
    await aMember(server);
    await operating(server, 'revoke', '@anna');
    await new Visitor(server).fillIn(await aLink(server), { password: CHOSEN });
    expect((await new Visitor(server).signIn('anna', CHOSEN)).status).toBe(303);
  });

  test('works for 24 hours; the newest only; a link that never was says the same', async () => {
    const server = await aServer();
    await aMember(server);
    const first = await aLink(server);
    const second = await aLink(server);
    const open = async (path: string) => (await new Visitor(server).open(path)).status;
    expect(await open(first)).toBe(404);
    expect(await open(second)).toBe(200);
    expect(await open(`/reset/${'a'.repeat(43)}`)).toBe(404);
    server.time.now += 86_400_000;
    expect(await open(second)).toBe(404);
    expect((await new Visitor(server).send(second, { password: CHOSEN })).status).toBe(404);
    expect((await new Visitor(server).signIn('anna', PASSWORD)).status).toBe(303);
  });

  test.each([
    ['a short password', { password: 'kort' }, undefined, 'minstens 10 tekens'],
    ['another site', { password: CHOSEN }, 'https://elsewhere.example', 'kwam van een andere site'],
  ])('%s is refused with a reason, and spends nothing', async (_what, fields, from, reason) => {
    const server = await aServer();
    await aMember(server);
    const path = await aLink(server);
    const answer = await new Visitor(server).send(path, fields, from);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(reason);
    expect((await new Visitor(server).fillIn(path, { password: CHOSEN })).status).toBe(303);
  });

  test('sent twice at once sets one password', async () => {
    const server = await aServer();
    await aMember(server);
    const path = await aLink(server);
    const answers = await Promise.all(
      [1, 2, 3].map((n) => new Visitor(server).send(path, { password: `${CHOSEN} ${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
  });
});
