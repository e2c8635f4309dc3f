import { describe, expect, test } from 'vitest';
import { EventReader, recordEvent } from '@/server/store/events';
import { forgetOld } from '@/server/store/forgetting';
import { idAt, momentOf } from '@/server/store/status-id';
import { aMember, aServer, post, type Server } from './support';

/** An event as another node writes it: with the id of its own clock's moment. */
async function eventAt(server: Server, ms: number, statusId: string): Promise<void> {
  const store = { ...server.store(), newId: () => idAt(ms), clock: () => ms };
  await recordEvent(store.db, store, { kind: 'posted', status_id: statusId });
}

async function aReader() {
  const server = await aServer();
  await eventAt(server, server.time.now - 1_000, 'before');
  const reader = await EventReader.fromNow(server.store());
  const read = async () => (await reader.read()).map(({ status_id }) => status_id);
  return { server, read };
}

describe('events', () => {
  test('are read once, in order, and none of before', async () => {
    const { server, read } = await aReader();
    expect(await read()).toEqual([]);
    await eventAt(server, server.time.now + 2, 'second');
    await eventAt(server, server.time.now + 1, 'first');
    expect(await read()).toEqual(['first', 'second']);
    expect(await read()).toEqual([]);
  });

  test('of a node whose clock is behind, or whose transaction took long, are read all the same', async () => {
    const { server, read } = await aReader();
    await eventAt(server, server.time.now + 60_000, 'ahead');
    expect(await read()).toEqual(['ahead']);
    await eventAt(server, server.time.now + 51_000, 'late');
    expect(await read()).toEqual(['late']);
    await eventAt(server, server.time.now + 59_000, 'less late');
    expect(await read()).toEqual(['less late']);
    expect(await read()).toEqual([]);
  });
});

test('an id tells its moment', () => {
  const now = Date.UTC(2026, 10, 24, 10, 0, 0, 123);
  expect(idAt(now)).toMatch(/^\d{18}$/);
  expect(momentOf(idAt(now))).toBe(now);
});

describe('what nobody needs any more is forgotten', () => {
  async function rowsOf(server: Server, table: 'events' | 'equal_posts' | 'sessions'): Promise<number> {
    return (await server.store().db.selectFrom(table).selectAll().execute()).length;
  }

  test('events after ten minutes, equal posts after an hour, sessions when they end', async () => {
    const server = await aServer();
    const { account, token } = await aMember(server);
    await post(server, token, 'Tekst');
    const session = { secret_hash: 'x', account_id: account.id, csrf: '', community_id: '1' };
    const expires_at = new Date(server.time.now + 2 * 3_600_000).toISOString();
    await server
      .store()
      .db.insertInto('sessions')
      .values({ ...session, expires_at })
      .execute();
    const counts = async () => {
      await forgetOld(server.store());
      return [
        await rowsOf(server, 'events'),
        await rowsOf(server, 'equal_posts'),
        await rowsOf(server, 'sessions'),
      ];
    };
    expect(await counts()).toEqual([1, 1, 1]);
    server.time.now += 600_001;
    expect(await counts()).toEqual([0, 1, 1]);
    server.time.now += 3_000_000;
    expect(await counts()).toEqual([0, 0, 1]);
    server.time.now += 3_600_000;
    expect(await counts()).toEqual([0, 0, 0]);
    expect((await post(server, token, 'Tekst')).status).toBe(200);
  });
});
