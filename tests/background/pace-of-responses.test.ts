import { describe, expect, test, vi } from 'vitest';
import { refreshResponses } from '@/entrypoints/background/responses';
import { aColleaguesWorld } from '@/tests/support/colleagues-world';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';

describe('what is asked of the community', () => {
  test('is nothing in a post’s first hour, one list a day after that, and a thread only where replies came', async () => {
    const world = await aColleaguesWorld();
    const { draftId } = await world.ask<'draft:new'>('draft:new', {});
    const first = await world.send(draftId, { title: 'Mappen', did: 'Per zaak.' });
    const other = await world.ask<'draft:new'>('draft:new', {});
    await world.send(other.draftId, { title: 'Lijsten', did: 'Per jaar.' });
    const since = world.asked.length;
    const fresh = () => world.asked.slice(since);
    await world.hear();
    expect(fresh()).toEqual([]);
    world.time.ahead += HOUR_MS;
    const list = `GET /api/v1/accounts/${world.community.accountId}/statuses`;
    await Promise.all([refreshResponses(world.services), refreshResponses(world.services)]);
    await world.hear();
    expect(fresh()).toEqual([list]);
    const bram = await world.colleague('bramc');
    await bram.v1.statuses.create({ status: 'Mooi.', inReplyToId: first });
    world.time.ahead += DAY_MS - 1_000;
    await world.hear();
    expect(fresh()).toEqual([list]);
    world.time.ahead += 1_000;
    await world.hear();
    await world.hear();
    expect(fresh()).toEqual([list, list, `GET /api/v1/statuses/${first}/context`]);
    world.time.ahead += DAY_MS;
    await world.hear();
    expect(fresh()).toHaveLength(4);
    const purposes = (await world.db.requests.toArray()).map(({ purpose }) => purpose);
    expect(new Set(purposes)).toEqual(new Set(['send', 'read']));
  });

  test('is nothing without a network, where the sign-in expired, or where the community asked for a pause', async () => {
    const world = await aColleaguesWorld();
    await world.question('Wie weet het?');
    const since = world.asked.length;
    vi.stubGlobal('navigator', { onLine: false });
    await world.hear();
    vi.unstubAllGlobals();
    const until = world.services.clock() + HOUR_MS;
    await world.db.paces.put({ communityId: world.community.id, until, asked: until, failures: 1 } as never);
    await world.hear();
    await world.db.paces.clear();
    await world.db.communities.update(world.community.id, { signedOut: true });
    await world.hear();
    expect(world.asked.slice(since)).toEqual([]);
    await world.db.communities.update(world.community.id, { signedOut: false });
    await world.hear();
    expect(world.asked.slice(since)).toHaveLength(1);
  });

  test('is asked again tomorrow where it did not answer, and nobody is told that', async () => {
    const world = await aColleaguesWorld();
    const postId = await world.question('Wie weet het?');
    const bram = await world.colleague('bramc');
    await bram.v1.statuses.create({ status: 'Zo.', inReplyToId: postId });
    await world.db.tokens.toCollection().modify({ token: 'expired' });
    expect(await world.hear()).toEqual([]);
    expect(await world.hear()).toEqual([]);
    expect((await world.ask<'overview:read'>('overview:read', {})).communities[0]?.signedOut).toBe(false);
  });
});
