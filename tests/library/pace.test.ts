import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { succeed } from '@/utils/kernel/result';
import { isWhole, listsOf } from '@/utils/library/reach';
import { MOST_REQUESTS, TURN_MS } from '@/utils/library/sync';
import { aCommunity } from '../support/outbox-world';
import { aWorld, share } from './reading';

const LISTS = listsOf(aCommunity());

describe('the pace', () => {
  test('is a turn in ten minutes, whoever asks, of so many requests, until the beginning', async () => {
    const { server, joris, turn, titles, reach, db } = await aWorld();
    for (let n = 0; n < 210; n += 1) await share(server, joris, { title: `Praktijk ${n}` });
    expect(await turn()).toBe(MOST_REQUESTS);
    expect(await turn()).toBe(0);
    server.time.now += TURN_MS - 1;
    expect(await turn()).toBe(0);
    server.time.now += 1;
    for (let turns = 0; (await turn()) > 2; turns += 1) {
      expect(turns).toBeLessThan(4);
      server.time.now += TURN_MS;
    }
    expect(await titles()).toHaveLength(210);
    const read = await reach();
    expect(read && isWhole(read, LISTS, server.time.now - DAY_MS)).toBe(true);
    expect(read && isWhole(read, LISTS, server.time.now + 1)).toBe(false);
    expect(new Set((await db.requests.toArray()).map(({ purpose }) => purpose))).toEqual(new Set(['read']));
  });

  test('after a long time reads all that came between, and knows that there was a gap', async () => {
    const { server, joris, turn, titles, reach } = await aWorld();
    await share(server, joris, { title: 'Oud' });
    await turn();
    for (let n = 0; n < 230; n += 1) await share(server, joris, { title: `Nieuw ${n}` });
    server.time.now += TURN_MS;
    await turn();
    expect((await reach())?.home.gap).toBeDefined();
    const early = await reach();
    expect(early && isWhole(early, LISTS, 0)).toBe(false);
    await share(server, joris, { title: 'Nieuwst' });
    server.time.now += TURN_MS;
    await turn();
    expect((await titles())[0]).toBe('Nieuwst');
    server.time.now += TURN_MS;
    await turn();
    expect(await titles()).toHaveLength(232);
    const late = await reach();
    expect(late && isWhole(late, LISTS, 0)).toBe(true);
  });

  test.each([
    ['asked to wait', { status: 429, headers: { 'retry-after': '7200' }, text: '{}' }, 2 * HOUR_MS],
    ['failed', { status: 503, headers: {}, text: '' }, HOUR_MS],
    ['does not know us', { status: 401, headers: {}, text: '{}' }, HOUR_MS],
    ['gives something else', { status: 200, headers: {}, text: '<html>' }, TURN_MS],
  ])('rests where the community %s', async (_what, answer, restMs) => {
    const { server, joris, turn, titles, way, toServer } = await aWorld();
    await share(server, joris, { title: 'Daar' });
    way.http = async () => succeed(answer);
    expect(await turn()).toBe(1);
    way.http = toServer;
    server.time.now += restMs - MINUTE_MS;
    expect(await turn()).toBe(0);
    server.time.now += MINUTE_MS;
    expect(await turn()).toBeGreaterThan(0);
    expect(await titles()).toEqual(['Daar']);
  });

  test('is not lost by a clock that was wrong, and signed out nobody asks', async () => {
    const { server, turn, db, community } = await aWorld();
    server.time.now += 30 * DAY_MS;
    await turn();
    server.time.now -= 30 * DAY_MS;
    expect(await turn()).toBeGreaterThan(0);
    server.time.now += TURN_MS;
    await db.communities.update(community.id, { signedOut: true });
    expect(await turn()).toBe(0);
  });

  test('ends with a server that pages in a circle', async () => {
    const { turn, way, reach } = await aWorld();
    const post = { id: '5', created_at: new Date(1).toISOString(), content: '', account: { id: '1' } };
    const link = '<https://a.example/?max_id=5>; rel="next"';
    way.http = async () => succeed({ status: 200, headers: { link }, text: JSON.stringify([post]) });
    expect(await turn()).toBeLessThan(MOST_REQUESTS);
    expect((await reach())?.aloud.olderFrom).toBeNull();
  });
});
