import { expect, test } from 'vitest';
import { isOneStatement, rowsToInsert, rowsToInsertOr, writeUnless } from '@/server/store/database/at-once';
import { aMember, aServer } from './support';

async function writing(unlessHandle: string) {
  const server = await aServer();
  await aMember(server, 'anna');
  const { db, communityId: community_id } = server.store();
  const found = {
    name: 'found',
    values: [unlessHandle],
    build: () => db.selectFrom('accounts').select('id').where('handle', '=', unlessHandle),
  };
  const texts = [{ community_id, status_id: '1', terms: 'a', folded: 'a' }];
  const counts = ['1', '2'].map((account_id) => ({ community_id, account_id, posts: 1, last_post_at: '' }));
  const last = rowsToInsertOr(db, 'counts', 'post_counts', counts, (insert) =>
    insert.returning('account_id'),
  );
  const write = () => writeUnless(db, [found], [rowsToInsert(db, 'search_texts', texts)], last);
  const written = () => db.selectFrom('search_texts').select('terms').execute();
  return { db, write, written };
}

test('what is written unless something is found is written whole, and answered', async (context) => {
  const { db, write, written } = await writing('bram');
  context.skip(!isOneStatement(db), 'there it would be several statements');
  expect(await write()).toEqual([{ account_id: '1' }, { account_id: '2' }]);
  expect(await written()).toEqual([{ terms: 'a' }]);
  await expect(write()).rejects.toThrow('duplicate');
});

test('where it is found, nothing is', async (context) => {
  const { db, write, written } = await writing('anna');
  context.skip(!isOneStatement(db), 'there it would be several statements');
  expect(await write()).toEqual([]);
  expect(await written()).toEqual([]);
});
