import { describe, expect, test } from 'vitest';
import { revokeToken } from '@/server/store/applications';
import { ask, Ear, someone, twoNodes } from './listening';

const SOON = { timeout: 10_000 };
const SLOW = { timeout: 30_000 };

async function aCommunity() {
  const [here, there] = await twoNodes();
  const [anna, bram, cato] = [
    await someone(here, 'anna'),
    await someone(here, 'bram'),
    await someone(here, 'cato'),
  ];
  const say = (text: string, more = {}) =>
    ask(here, anna, '/api/v1/statuses', 'POST', { status: text, ...more }).then(({ body }) => body.id);
  return { here, there, anna, bram, cato, say };
}

describe('what happens at one node is heard at the other', SLOW, () => {
  test('a post comes home, is public, and has its tag; each stream says its name', async () => {
    const { there, bram, say } = await aCommunity();
    const ear = await Ear.to(
      there,
      bram,
      'user',
      'public',
      'public:local',
      'user:notification',
      'list',
      'direct',
    );
    ear.say({ type: 'subscribe', stream: 'hashtag', tag: 'Archief' });
    ear.say({ type: 'subscribe', stream: 'hashtag:local', tag: 'anders' });
    await ear.settled();
    const id = await say('Over #archief');
    await expect.poll(() => ear.heard.length, SOON).toBe(4);
    expect(ear.heard.map(({ stream }) => stream)).toEqual([
      ['user'],
      ['public'],
      ['public:local'],
      ['hashtag', 'Archief'],
    ]);
    expect(new Set(ear.words())).toEqual(new Set(['update Over #archief']));
    expect(JSON.parse(ear.heard[0]?.payload ?? '')).toMatchObject({ id, account: { acct: 'anna' } });
  });

  test('a mention tells the one who is named, as a notification and as a post', async () => {
    const { there, bram, cato, say } = await aCommunity();
    const [his, hers] = [
      await Ear.to(there, bram, 'user', 'user:notification'),
      await Ear.to(there, cato, 'user', 'user:notification'),
    ];
    await say('Dag @bram');
    await expect.poll(() => his.heard.length, SOON).toBe(3);
    expect([...his.words()].sort()).toEqual([
      'notification mention',
      'notification mention',
      'update Dag @bram',
    ]);
    await expect.poll(() => hers.words(), SOON).toEqual(['update Dag @bram']);
  });

  test('a deleted post is taken away, by its id', async () => {
    const { here, there, anna, bram, say } = await aCommunity();
    const ear = await Ear.to(there, bram, 'user');
    const id = await say('Weg');
    await expect.poll(() => ear.words(), SOON).toHaveLength(1);
    await ask(here, anna, `/api/v1/statuses/${id}`, 'DELETE');
    await expect.poll(() => ear.words(), SOON).toEqual(['update Weg', `delete ${id}`]);
  });

  test('a letter that is taken back is taken back from the one whom it named, and from nobody else', async () => {
    const { here, there, anna, bram, cato, say } = await aCommunity();
    const [his, hers] = [await Ear.to(there, bram, 'user'), await Ear.to(there, cato, 'user', 'public')];
    const id = await say('Onder ons @bram', { visibility: 'direct' });
    await ask(here, anna, `/api/v1/statuses/${id}`, 'DELETE');
    await expect.poll(() => his.words(), SOON).toContain(`delete ${id}`);
    expect(his.words().filter((word) => word.startsWith('delete'))).toHaveLength(1);
    await say('Luid');
    await expect.poll(() => hers.words(), SOON).toEqual(['update Luid', 'update Luid']);
  });

  test('in the order in which it was said, each once, and nothing of before', async () => {
    const { there, bram, say } = await aCommunity();
    await say('Vooraf');
    const ear = await Ear.to(there, bram, 'user');
    const texts = Array.from({ length: 12 }, (_, n) => `Bericht ${n}`);
    for (const text of texts) await say(text);
    await expect.poll(() => ear.heard.length, SOON).toBe(12);
    await say('Slot');
    await expect.poll(() => ear.words(), SOON).toEqual([...texts, 'Slot'].map((text) => `update ${text}`));
  });

  test('after a reconnection as before', async () => {
    const { there, bram, say } = await aCommunity();
    const first = await Ear.to(there, bram, 'user');
    first.socket.terminate();
    await say('Gemist');
    const second = await Ear.to(there, bram, 'user');
    await say('Gehoord');
    await expect.poll(() => second.words(), SOON).toContain('update Gehoord');
    expect(first.heard).toEqual([]);
  });
});

describe('who may not read, does not hear', SLOW, () => {
  test.each([
    ['said to followers', 'private', 'Stil'],
    ['said to one other', 'direct', 'Stil @bram'],
    ['not for the timelines of others', 'unlisted', 'Stil'],
  ])('%s', async (_what, visibility, text) => {
    const { here, there, anna, cato, say } = await aCommunity();
    const [hers, own] = [
      await Ear.to(there, cato, 'user', 'public', 'user:notification'),
      await Ear.to(there, anna, 'user', 'public'),
    ];
    const id = await say(text, { visibility });
    await expect.poll(() => own.words(), SOON).toEqual([`update ${text}`]);
    await ask(here, anna, `/api/v1/statuses/${id}`, 'DELETE');
    await say('Luid');
    await expect.poll(() => hers.words(), SOON).toContain('update Luid');
    expect(hers.words().join()).not.toContain('Stil');
    if (visibility !== 'unlisted') expect(hers.words().join()).not.toContain(id);
  });

  test('a token that may not read notifications hears none', async () => {
    const { here, there, say } = await aCommunity();
    const dirk = await someone(here, 'dirk', 'read:statuses');
    const ear = await Ear.to(there, dirk, 'user', 'user:notification');
    expect(ear.heard).toEqual([{ error: 'This stream is outside the authorized scopes' }]);
    ear.heard.length = 0;
    await say('Dag @dirk');
    await expect.poll(() => ear.words(), SOON).toEqual(['update Dag @dirk']);
  });

  test('a token that was revoked hears nothing more', async () => {
    const { there, bram, say } = await aCommunity();
    const ear = await Ear.to(there, bram, 'user');
    const rows = await there.store.db.selectFrom('tokens').selectAll().execute();
    const own = rows.find(({ account_id }) => account_id === bram.account.id);
    await revokeToken(there.store, bram.token, own?.client_id ?? '');
    await say('Na het afmelden');
    await expect.poll(() => ear.closed, SOON).toBe(1001);
    expect(ear.heard).toEqual([]);
  });
});
