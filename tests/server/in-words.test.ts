import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsToInsert, write } from '@/server/store/database/at-once';
import { ask } from '@/server/store/database/in-words';
import { aMember, aServer } from './support';

async function asking() {
  const server = await aServer();
  for (const handle of ['anna', 'bram']) await aMember(server, handle);
  const { db } = server.store();
  let built = 0;
  const namesOf = (handles: readonly string[], values: readonly unknown[] = handles) =>
    ask(db, 'names', values, () => {
      built += 1;
      return db.selectFrom('accounts').select('handle').where('handle', 'in', handles).orderBy('handle');
    });
  return { namesOf, built: () => built };
}

describe('a question', () => {
  test('is put into words once for as many values, and answered for those that are given', async () => {
    const { namesOf, built } = await asking();
    expect(await namesOf(['anna', 'carla'])).toEqual([{ handle: 'anna' }]);
    expect(await namesOf(['bram', 'carla'])).toEqual([{ handle: 'bram' }]);
    expect(built()).toBe(1);
    expect(await namesOf(['bram', 'anna', 'carla'])).toEqual([{ handle: 'anna' }, { handle: 'bram' }]);
    expect(built()).toBe(2);
  });

  test('whose values stand in another order than they are given is refused', async () => {
    const { namesOf } = await asking();
    await expect(namesOf(['anna', 'bram'], ['bram', 'anna'])).rejects.toThrow('another order');
    await expect(namesOf(['anna', 'bram'], ['anna'])).rejects.toThrow('another order');
  });
});

/** What a request may bring: NUL and half characters are taken out of it before. */
const texts = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((text) => text.replace(/\0|\p{Surrogate}/gu, ''));

test('rows are written as they are, however many', async () => {
  const { db } = (await aServer()).store();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ kind: texts, status_id: fc.option(texts) }), { minLength: 1, maxLength: 30 }),
      async (events) => {
        run += 1;
        const rows = events.map(({ kind, status_id }, n) => ({
          community_id: `${run}`,
          id: String(n).padStart(2, '0'),
          kind: kind as 'posted',
          account_id: null,
          status_id,
          notification_id: null,
          created_at: '',
        }));
        await write(db, rowsToInsert(db, 'events', rows));
        const found = db.selectFrom('events').selectAll().where('community_id', '=', `${run}`).orderBy('id');
        expect(await found.execute()).toEqual(rows);
      },
    ),
    { numRuns: 30 },
  );
});
