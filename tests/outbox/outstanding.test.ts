import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { countInState, NOT_ARRIVED } from '@/utils/outbox/counts';
import type { Entry } from '@/utils/outbox/entry';
import { readOutstanding } from '@/utils/outbox/outstanding';
import { Database } from '@/utils/storage/database';
import { must, START, World } from '../support/outbox-world';

const titles = (entries: readonly Entry[]) => entries.map(({ practice }) => practice.title);

test('what needs the person stands first, then the oldest; never more than was asked for', async () => {
  const world = await new World().connect();
  const states = ['delivered', 'uncertain', 'waiting', 'parked', 'held', 'sending', 'parked'] as const;
  for (const [at, state] of states.entries()) {
    const { id } = await world.send(`${at} ${state}`);
    await world.db.entries.update(id, { state });
    world.pass(1);
  }
  const inOrder = ['3 parked', '6 parked', '1 uncertain', '2 waiting', '4 held', '5 sending'];
  for (const most of [1, 2, 3, 5, 6, 50]) {
    expect(titles(await readOutstanding(world.db, most))).toEqual(inOrder.slice(0, most));
  }
  expect(await countInState(world.db, NOT_ARRIVED)).toBe(6);
});

test('a database of version 3 gets the indexes that count and list', async () => {
  const world = await new World().connect();
  const entry = await world.send('Van vroeger');
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = new Dexie('person', options);
  old.version(3).stores({
    entries: 'id, [communityId+state+dueAt], [state+dueAt], reason, createdAt, corrects.entryId',
  });
  await old.table('entries').add({ ...entry, createdAt: START });
  old.close();
  const db = new Database(options, 'person');
  expect(titles(await readOutstanding(db, 5))).toEqual(['Van vroeger']);
  Object.assign(world, { db });
  await world.connect();
  must(await world.deliver());
  expect(await readOutstanding(db, 5)).toEqual([]);
});
