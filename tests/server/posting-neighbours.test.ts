import { describe, expect, test } from 'vitest';
import { revokeToken } from '@/server/store/applications';
import { postStatus } from '@/server/store/post-status';
import { aMember, aServer, post, type Server } from './support';
import { words } from './words';

async function twoMembers() {
  const server = await aServer();
  return { server, people: { anna: await aMember(server, 'anna'), bram: await aMember(server, 'bram') } };
}

describe('in one batch', () => {
  const textsIn = async (server: Server): Promise<string[]> => {
    const rows = await server.store().db.selectFrom('statuses').select('text').orderBy('text').execute();
    return rows.map(({ text }) => text);
  };

  test('a post that the database refuses takes nothing from its neighbours', async () => {
    const { server, people } = await twoMembers();
    const store = server.store();
    const refused = words(people.anna.account.id, 'Zonder zichtbaarheid', { visibility: null as never });
    const settled = await Promise.allSettled([
      postStatus(store, words(people.anna.account.id, 'Ervoor'), 'een'),
      postStatus(store, refused, 'twee'),
      postStatus(store, words(people.bram.account.id, 'Erna'), 'drie'),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await textsIn(server)).toEqual(['Erna', 'Ervoor']);
    const keys = await store.db.selectFrom('idempotency').select('key').orderBy('key').execute();
    expect(keys).toEqual([{ key: 'drie' }, { key: 'een' }]);
  });

  test('a known key and known words are answered, and the others are made', async () => {
    const { server, people } = await twoMembers();
    const { anna, bram } = people;
    const known = await post(server, anna.token, 'Bekend', 'sleutel');
    const said = await post(server, anna.token, 'Al gezegd');
    const answers = await Promise.all([
      post(server, anna.token, 'Anders', 'sleutel'),
      post(server, anna.token, 'Al gezegd'),
      post(server, bram.token, 'Van Bram', 'sleutel'),
      post(server, anna.token, 'Nieuw', 'andere sleutel'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [byKey, byWords] = answers.map(({ body }) => body.id);
    expect([byKey, byWords]).toEqual([known.body.id, said.body.id]);
    expect(await textsIn(server)).toEqual(['Al gezegd', 'Bekend', 'Nieuw', 'Van Bram']);
  });

  test('one key twice, and the same words twice, are one post each', async () => {
    const { server, people } = await twoMembers();
    const { token } = people.anna;
    const answers = await Promise.all([
      post(server, token, 'Met sleutel', 'sleutel'),
      post(server, token, 'Dubbel geklikt'),
      post(server, token, 'Met dezelfde sleutel', 'sleutel'),
      post(server, token, 'Dubbel geklikt'),
      post(server, people.bram.token, 'Dubbel geklikt'),
    ]);
    const [keyed, clicked, keyedAgain, clickedAgain] = answers.map(({ body }) => body.id);
    expect([keyedAgain, clickedAgain]).toEqual([keyed, clicked]);
    expect(await textsIn(server)).toEqual(['Dubbel geklikt', 'Dubbel geklikt', 'Met sleutel']);
  });

  test('a token that was revoked while others post stands for nothing', async () => {
    const { server, people } = await twoMembers();
    const { anna, bram } = people;
    const { client_id } = await server
      .store()
      .db.selectFrom('tokens')
      .select('client_id')
      .where('account_id', '=', anna.account.id)
      .executeTakeFirstOrThrow();
    const others = Array.from({ length: 6 }, (_, n) => post(server, bram.token, `Van Bram ${n}`, `${n}`));
    await revokeToken(server.store(), anna.token, client_id);
    const [late, neighbour] = await Promise.all([
      post(server, anna.token, 'Te laat', 'laat'),
      post(server, bram.token, 'Op tijd', 'op tijd'),
    ]);
    expect([late.status, neighbour.status]).toEqual([401, 200]);
    expect((await Promise.all(others)).every(({ status }) => status === 200)).toBe(true);
    expect(await textsIn(server)).not.toContain('Te laat');
  });
});
