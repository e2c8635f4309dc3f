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
