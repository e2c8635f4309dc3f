import { describe, expect, test } from 'vitest';
import { ask } from './people';
import { aMember, aServer, type Member, type Server } from './support';

const PATH = '/api/v1/markers';
const BOTH = `${PATH}?timeline[]=home&timeline[]=notifications`;
const NOTHING_READ = { last_read_id: '0', version: 0, updated_at: '1970-01-01T00:00:00.000Z' };

async function sendForm(server: Server, { token }: Member, body: string) {
  const answer = await server.request(PATH, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  return { status: answer.status, body: await answer.json() };
}

describe('markers', () => {
  test('begin at zero, and always say how far notifications were read', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    for (const path of [PATH, BOTH, `${PATH}?timeline[]=home`, `${PATH}?timeline[]=constructor`])
      expect((await ask(server, anna, 'GET', path)).body).toEqual({ notifications: NOTHING_READ });
  });

  test('are set by JSON and by form alike; every write is a new version', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const joris = await aMember(server, 'joris');
    const updated_at = '2026-11-24T10:00:00.000Z';
    const first = await ask(server, anna, 'POST', PATH, { home: { last_read_id: '12' } });
    expect(first.body).toEqual({
      home: { last_read_id: '12', version: 1, updated_at },
      notifications: NOTHING_READ,
    });
    const form = await sendForm(server, anna, 'home[last_read_id]=15&notifications%5Blast_read_id%5D=7');
    expect(form.body).toEqual({
      home: { last_read_id: '15', version: 2, updated_at },
      notifications: { last_read_id: '7', version: 1, updated_at },
    });
    expect((await ask(server, anna, 'GET', BOTH)).body).toEqual(form.body);
    expect((await ask(server, joris, 'GET', BOTH)).body).toEqual({ notifications: NOTHING_READ });
  });

  test('refuse what is no id', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    expect((await ask(server, anna, 'POST', PATH, { home: { last_read_id: 'x' } })).status).toBe(422);
    expect((await ask(server, anna, 'POST', PATH, { home: 'x', deep: { a: { b: { c: {} } } } })).status).toBe(
      200,
    );
  });

  test('six writes at once are six versions', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => sendForm(server, anna, `home[last_read_id]=${n}`)));
    expect((await ask(server, anna, 'GET', BOTH)).body).toMatchObject({ home: { version: 6 } });
  });
});
