import { describe, expect, test } from 'vitest';
import type { Http } from '@/utils/community/http';
import { createPerform, keepCommunity } from '@/utils/community/store';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import type { Change } from '@/utils/outbox/changes';
import { nextDueAt } from '@/utils/outbox/due';
import { Journal } from '@/utils/outbox/journal';
import { aQueue, must, untilIdle, type World } from '../support/outbox-world';

/** Delivers over a network of the test's own. */
const deliverOver = (world: World, http: Http) =>
  world.deliver({ perform: createPerform(world.db, http, world.clock) });

const textOf = (body: string | undefined): string => JSON.parse(body ?? '{}').status;

describe('a long delivery', () => {
  test('has at most four under way, and each of them said so on disk before it left', async () => {
    const world = await aQueue(60);
    const sending = () => world.db.entries.filter(({ state }) => state === 'sending').toArray();
    const seen: number[] = [];
    const http: Http = async (request) => {
      const onDisk = await sending();
      seen.push(onDisk.length);
      expect(onDisk.map(({ text }) => text)).toContain(textOf(request.body));
      return world.server.http(request);
    };
    must(await deliverOver(world, http));
    expect(seen).toHaveLength(60);
    expect(Math.max(...seen)).toBe(4);
    expect(await world.db.receipts.count()).toBe(60);
  });

  test('goes on past one request that hangs', async () => {
    const world = await aQueue(60);
    world.server.faults.push('never-answers');
    void world.deliver();
    await untilIdle(async () => (await world.db.receipts.count()) === 59);
    const left = await world.db.entries.filter(({ state }) => state !== 'delivered').toArray();
    expect(left.map(({ practice, state }) => [practice.title, state])).toEqual([['Bericht 0', 'sending']]);
  });

  test('is not held up by posts that always fail, and does not hurry them', async () => {
    const world = await aQueue(80);
    const http: Http = async (request) =>
      / (10|11|50)\n/.test(textOf(request.body))
        ? succeed({ status: 500, headers: {}, text: '{}' })
        : world.server.http(request);
    must(await deliverOver(world, http));
    expect(world.server.posts).toHaveLength(77);
    const left = await world.db.entries.filter(({ state }) => state === 'uncertain').toArray();
    expect(left.map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  });

  test('tries no more than what was under way once a community is gone', async () => {
    const world = await aQueue(60);
    let asked = 0;
    const http: Http = async (request) => {
      asked += 1;
      if (asked > 20) return fail({ kind: 'retry', applied: 'unknown', answered: false });
      return world.server.http(request);
    };
    must(await deliverOver(world, http));
    expect(world.server.posts).toHaveLength(20);
    expect(asked).toBeLessThanOrEqual(28); // those under way then, and four that ask whether it is over
    expect(await world.db.paces.count()).toBe(1);
  });

  test('a disk that refuses stops it; nothing is lost, and what arrived is found out', async () => {
    const world = await aQueue(40);
    let written = 0;
    const refuse = () => {
      written += 1;
      if (written > 10) throw new DOMException('full', 'QuotaExceededError');
    };
    world.db.receipts.hook('creating').subscribe(refuse);
    expect(await world.deliver()).toEqual({ ok: false, error: { code: 'storage-full' } });
    expect(world.server.posts.length).toBeLessThan(20);
    expect(await world.db.entries.count()).toBe(40);
    world.db.receipts.hook('creating').unsubscribe(refuse);
    world.pass(MINUTE_MS);
    must(await world.deliver());
    expect(world.server.posts).toHaveLength(40);
    expect(await world.db.receipts.count()).toBe(40);
  });
});

test('who signs in again while posts leave has all of them delivered', async () => {
  const world = await aQueue(12);
  const http: Http = async (request) => {
    if (world.server.posts.length === 5 && world.server.validToken !== 'newer') {
      world.server.validToken = 'newer';
      await keepCommunity(world.db, { ...world.community, connectedAt: world.now + 1 }, 'newer');
    }
    return world.server.http(request);
  };
  must(await deliverOver(world, http));
  expect(world.server.posts).toHaveLength(12);
  expect((await world.db.communities.toArray()).map(({ signedOut }) => signedOut)).toEqual([false]);
});

test('a server that says how much it allows is never asked for more', async () => {
  const world = await aQueue(100);
  let left = 0;
  let resetAt = world.now;
  let refused = 0;
  const http: Http = async (request) => {
    if (world.now >= resetAt) [left, resetAt] = [30, world.now + 5 * MINUTE_MS];
    left -= 1;
    const headers = {
      'x-ratelimit-remaining': String(Math.max(0, left)),
      'x-ratelimit-reset': new Date(resetAt).toISOString(),
    };
    if (left < 0) refused += 1;
    if (left < 0) return succeed({ status: 429, headers, text: '{}' });
    const answer = await world.server.http(request);
    return answer.ok ? succeed({ ...answer.value, headers }) : answer;
  };
  for (let window = 1; window <= 4; window += 1) {
    must(await deliverOver(world, http));
    const due = await nextDueAt(world.db);
    if (due !== null) expect(due).toBe(resetAt);
    world.now = due ?? world.now;
  }
  expect(world.server.posts).toHaveLength(100);
  expect(refused).toBe(0);
});

describe('the journal', () => {
  const change = (entryId: string): Change => ({ entryId, to: () => null });
  /** Writes when it is told to, and keeps what it wrote. */
  function aDisk() {
    const written: string[][] = [];
    const asked: (() => void)[] = [];
    const makeAll = async (changes: readonly Change[]) => {
      await new Promise<void>((go) => asked.push(go));
      if (changes.some(({ entryId }) => entryId === 'bad')) throw new Error('no');
      written.push(changes.map(({ entryId }) => entryId));
      return changes.map(() => null);
    };
    const write = async () => {
      await untilIdle(() => asked.length > 0);
      asked.shift()?.();
    };
    return { written, makeAll, write };
  }

  test('writes what comes in one turn at once, and then what came meanwhile', async () => {
    const { written, makeAll, write } = aDisk();
    const journal = new Journal(makeAll);
    const all = [journal.make(change('a')), journal.make(change('b'))];
    await Promise.resolve();
    all.push(journal.make(change('c')), journal.make(change('d')));
    await write();
    await all[0];
    await write();
    await Promise.all(all);
    expect(written).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('refuses all of a transaction together, and goes on with the next', async () => {
    const { written, makeAll, write } = aDisk();
    const journal = new Journal(makeAll);
    const refused = Promise.allSettled([journal.make(change('a')), journal.make(change('bad'))]);
    await write();
    expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = journal.make(change('b'));
    await write();
    await next;
    expect(written).toEqual([['b']]);
  });
});
