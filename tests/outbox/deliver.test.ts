import { describe, expect, test } from 'vitest';
import { keepCommunity } from '@/utils/community/store';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { readEntry, takeBack } from '@/utils/outbox/entries';
import { sha256 } from '@/utils/outbox/receipt';
import { TOKEN } from '../support/fake-community';
import { aCommunity, must, START, World } from '../support/outbox-world';

describe('a post that goes well', () => {
  test('arrives once, byte for byte, with a receipt', async () => {
    const world = await new World().connect();
    const { id, text, reference } = await world.send('Eerste');
    expect(await world.deliver()).toEqual({ ok: true, value: { delivered: 1 } });
    expect(world.server.posts.map((post) => post.text)).toEqual([text]);
    const { entry, receipt } = must(await readEntry(world.db, id));
    expect(entry.state).toBe('delivered');
    expect(receipt).toMatchObject({ reference, postId: '1000000', sha256: await sha256(text), at: START });
    expect(receipt?.url).toBe('https://community.example/@ann/1000000');
  });

  test('is told about as soon as it is under way: whoever looks must not go on reading "waiting"', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Eerste');
    const told: Promise<string>[] = [];
    await world.deliver({ changed: () => told.push(world.entry(id).then(({ state }) => state)) });
    expect(await Promise.all(told)).toEqual(['sending', 'delivered']);
  });

  test('arrives once when delivery runs twice at the same time, and again later', async () => {
    const world = await new World('ignored').connect();
    await world.send('Eerste');
    await Promise.all([world.deliver(), world.deliver(), world.deliver()]);
    await world.deliver();
    expect(world.server.posts).toHaveLength(1);
  });

  test('arrives once even where two workers hold no common lock', async () => {
    const world = await new World('ignored').connect();
    for (let count = 0; count < 30; count += 1) await world.send(`Bericht ${count}`);
    const unlocked = { lock: <V>(_name: string, work: () => Promise<V>) => work() };
    await Promise.all([world.deliver(unlocked), world.deliver(unlocked)]);
    expect(new Set(world.server.posts.map(({ text }) => text)).size).toBe(30);
    expect(world.server.posts).toHaveLength(30);
  });

  test('60 posts leave in the order in which they were written, at most four at a time', async () => {
    const world = await new World().connect();
    for (let count = 0; count < 60; count += 1) {
      await world.send(`Bericht ${count}`);
      world.pass(1);
    }
    let most = 0;
    let underway = 0;
    const http = world.server.http;
    Object.assign(world.server, {
      http: async (request: Parameters<typeof http>[0]) => {
        underway += 1;
        most = Math.max(most, underway);
        await new Promise((resolve) => setTimeout(resolve, 1));
        underway -= 1;
        return http(request);
      },
    });
    expect(must(await world.deliver()).delivered).toBe(60);
    expect(most).toBe(4);
    expect(world.server.posts.map(({ text }) => text.split('\n')[0])).toEqual(
      Array.from({ length: 60 }, (_, count) => `Bericht ${count}`),
    );
  });
});

describe('a post is never sent too early or to another', () => {
  test('a post that rests stays until its rest is over, and can be taken back till then', async () => {
    const world = await new World().connect();
    const restsUntil = START + 10_000;
    const kept = await world.send('Blijft', { restsUntil });
    const gone = await world.send('Terug', { restsUntil });
    await makeDue(world.db, world.clock);
    await world.deliver();
    expect(world.server.writes).toHaveLength(0);
    expect(await nextDueAt(world.db)).toBe(restsUntil);
    expect(must(await takeBack(world.db, gone.id, world)).reference).toBe(gone.reference);
    world.pass(10_000);
    await world.deliver();
    expect(world.server.posts.map(({ text }) => text)).toEqual([kept.text]);
  });

  test('written before anything was connected, it goes to the first community, for no more readers', async () => {
    const world = new World('ignored', { audiences: ['followers', 'public'] });
    const { id } = await world.send('Eerst', { communityId: null, audience: 'members' });
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({
      state: 'parked',
      reason: 'not-connected',
      communityId: null,
    });
    expect(await nextDueAt(world.db)).toBeNull();
    await world.connect();
    await keepCommunity(
      world.db,
      aCommunity({ origin: 'https://later.example', connectedAt: START + 1 }),
      TOKEN,
    );
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({
      state: 'delivered',
      audience: 'followers',
      accountId: '1',
    });
    expect(JSON.parse(world.server.writes[0]?.body ?? '').visibility).toBe('private');
  });

  test('too long for the community that it goes to, it is parked before it leaves', async () => {
    const world = new World('forever', { maxCharacters: 40 });
    const { id } = await world.send('Lang', { communityId: null });
    await world.connect();
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'too-long', detail: '40' });
    expect(world.server.writes).toHaveLength(0);
  });
});

describe('when the sign-in has expired', () => {
  test('everything for that community waits, says why, and leaves after the next sign-in', async () => {
    const world = await new World().connect();
    world.server.validToken = 'another';
    const entries = [];
    for (let count = 0; count < 9; count += 1) entries.push(await world.send(`Bericht ${count}`));
    await world.deliver();
    await world.deliver();
    expect(world.server.writes.length).toBeLessThanOrEqual(4);
    for (const { id } of entries) expect(await world.entry(id)).toMatchObject({ reason: 'signed-out' });
    expect((await world.db.communities.get(world.community.id))?.signedOut).toBe(true);
    expect((await world.send('Nog een')).reason).toBe('signed-out');
    expect(await nextDueAt(world.db)).toBeNull();
    await keepCommunity(world.db, { ...world.community, connectedAt: START + 5 }, 'another');
    expect(must(await world.deliver()).delivered).toBe(10);
  });

  test('a sign-in that was renewed meanwhile stands', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Bericht');
    world.server.validToken = 'newer';
    const stale = world.server.http;
    Object.assign(world.server, {
      http: async (request: Parameters<typeof stale>[0]) => {
        const answer = await stale(request);
        await keepCommunity(world.db, { ...world.community, connectedAt: START + 1 }, 'newer');
        return answer;
      },
    });
    await world.deliver();
    expect((await world.db.communities.get(world.community.id))?.signedOut).toBe(false);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
  });
});
