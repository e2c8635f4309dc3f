import { describe, expect, test } from 'vitest';
import { DAY_MS } from '@/utils/kernel/clock';
import { LANGUAGES } from '@/utils/language/languages';
import { postPractice } from './an-invitation';
import { aMember, aServer, get, NOW, ORIGIN, type Server } from './support';
import { Visitor } from './visitor';

const PATH = '/api/deelgenoot/v1/invitations';

interface Answer {
  readonly id: string;
  readonly url: string;
  readonly expires_at: string;
  readonly uses: number;
  readonly used: number;
  readonly state: string;
  readonly messages: readonly {
    language: string;
    subject: string;
    text: string;
    share: Record<string, string>;
  }[];
  readonly error?: string;
  readonly deelgenoot?: unknown;
}

async function ask(server: Server, method: string, token: string, path = PATH, body?: unknown) {
  const answer = await server.request(path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

/** Anna with something to read in the community. */
async function anna() {
  const server = await aServer();
  const { account, token } = await aMember(server);
  for (let n = 0; n < 3; n += 1) await postPractice(server, token);
  return { server, account, token };
}

describe('making a link', () => {
  test('answers it once, with what to send along in every language', async () => {
    const { server, token } = await anna();
    const { status, body } = await ask(server, 'POST', token, PATH, { uses: 2, days: 5 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ uses: 2, used: 0, state: 'open' });
    expect(body.expires_at).toBe(new Date(NOW + 5 * DAY_MS).toISOString());
    expect(body.url).toMatch(new RegExp(`^${ORIGIN}/invitation/[\\w-]{43}$`));
    expect(body.messages.map(({ language }) => language)).toEqual(LANGUAGES);
    for (const { text, subject, share } of body.messages) {
      expect(text).toContain(body.url);
      expect(Object.keys(share)).toEqual(['mail', 'facebook', 'linkedin', 'teams', 'whatsapp']);
      const mail = new URL(share.mail ?? '').searchParams;
      expect(mail.get('subject')).toBe(subject);
      expect(mail.get('body')?.replaceAll('\r\n', '\n')).toBe(text);
      expect(new URL(share.whatsapp ?? '').searchParams.get('text')).toBe(text);
      expect(new URL(share.teams ?? '').searchParams.get('href')).toBe(body.url);
    }
    expect((await new Visitor(server).open(new URL(body.url).pathname)).status).toBe(200);
    const list = await get<Answer[]>(server, token, PATH);
    expect(list.body).toMatchObject([{ id: body.id, uses: 2, used: 0, state: 'open' }]);
    expect(JSON.stringify(list.body)).not.toContain(body.url.slice(-43));
  });

  test('without wishes is for 14 days and ten people', async () => {
    const { server, token } = await anna();
    const { body } = await ask(server, 'POST', token);
    expect(body).toMatchObject({ uses: 10, expires_at: new Date(NOW + 14 * DAY_MS).toISOString() });
  });

  test.each([{ uses: 0 }, { uses: 51 }, { days: 31 }, { days: 1.5 }, { days: 'veel' }, { uses: '-3' }])(
    'with %j is refused, and nothing is made',
    async (wishes) => {
      const { server, token } = await anna();
      const { status, body } = await ask(server, 'POST', token, PATH, wishes);
      expect(status).toBe(422);
      expect(body.error).toMatch(/^Validation failed: /);
      expect((await get<Answer[]>(server, token, PATH)).body).toEqual([]);
    },
  );

  test('too early says how much there is and how much it takes', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    await postPractice(server, token);
    const { status, body } = await ask(server, 'POST', token);
    expect(status).toBe(403);
    expect(body).toEqual({ error: expect.any(String), deelgenoot: { readable: 1, needed: 3 } });
  });

  test('wants a member, and an app that may', async () => {
    const { server, token } = await anna();
    expect((await server.request(PATH, { method: 'POST' })).status).toBe(401);
    expect((await server.request(PATH)).status).toBe(401);
    const { db } = server.store();
    await db.updateTable('tokens').set({ scopes: 'read:accounts write:statuses' }).execute();
    expect((await ask(server, 'POST', token)).status).toBe(403);
    expect((await ask(server, 'GET', token)).status).toBe(403);
    await db.updateTable('tokens').set({ scopes: 'write:invitations' }).execute();
    expect((await ask(server, 'POST', token)).status).toBe(200);
  });
});

describe('ending a link', () => {
  test('ends it for good; again changes nothing', async () => {
    const { server, token } = await anna();
    const { id, url } = (await ask(server, 'POST', token)).body;
    for (let n = 0; n < 2; n += 1)
      expect((await ask(server, 'DELETE', token, `${PATH}/${id}`)).status).toBe(200);
    expect((await get<Answer[]>(server, token, PATH)).body).toMatchObject([{ id, state: 'revoked' }]);
    expect((await new Visitor(server).open(new URL(url).pathname)).status).toBe(410);
  });

  test('of somebody else is 404, but for the coordinator', async () => {
    const { server, token } = await anna();
    const joris = await aMember(server, 'joris');
    const { id } = (await ask(server, 'POST', token)).body;
    expect((await ask(server, 'DELETE', joris.token, `${PATH}/${id}`)).status).toBe(404);
    expect((await ask(server, 'DELETE', joris.token, `${PATH}/1`)).status).toBe(404);
    const { db } = server.store();
    await db
      .updateTable('accounts')
      .set({ role: 'coordinator' })
      .where('id', '=', joris.account.id)
      .execute();
    expect((await get<Answer[]>(server, joris.token, PATH)).body).toMatchObject([{ id }]);
    expect((await ask(server, 'DELETE', joris.token, `${PATH}/${id}`)).status).toBe(200);
  });
});

test('the instance says that members invite here', async () => {
  const server = await aServer();
  const answer = await server.request('/api/v2/instance');
  const { configuration } = (await answer.json()) as { configuration: { deelgenoot: unknown } };
  expect(configuration.deelgenoot).toMatchObject({ invitations: true });
});
