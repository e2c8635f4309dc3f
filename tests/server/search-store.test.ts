import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deleteStatus } from '@/server/store/delete-status';
import { rebuildIndex } from '@/server/store/rebuild-index';
import { indexStatus } from '@/server/store/search-index';
import { visibleStatus } from '@/server/store/statuses';
import { inTransaction, type Store } from '@/server/store/store';
import { aSearchableStore, rowOf, say, search } from './searching';
import { aMember } from './support';

async function edit(store: Store, id: string, text: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    await trx.updateTable('statuses').set({ text }).where('id', '=', id).execute();
    await indexStatus(trx, { ...(await rowOf({ ...store, db: trx }, id)), text });
  });
}

describe('what is found', () => {
  test('follows edits and deletions, however much waits to be indexed', async () => {
    const { store, anna } = await aSearchableStore();
    const ids: string[] = [];
    for (let n = 0; n < 103; n += 1) ids.push(await say(store, anna, `Zegel nummer ${n}`));
    const [first = '', second = ''] = ids;
    const last = ids.at(-1) ?? '';
    for (const id of [first, last]) await edit(store, id, 'Lakstempel');
    expect((await search(store, anna, 'lakstempels')).sort()).toEqual([first, last]);
    expect(await search(store, anna, 'zegel')).toEqual(ids.slice(1, -1).reverse());
    for (const id of [first, second, last]) await deleteStatus(store, await rowOf(store, id));
    expect(await search(store, anna, 'lakstempel')).toEqual([]);
    expect(await search(store, anna, 'zegel')).toEqual(ids.slice(2, -1).reverse());
    const kept = await store.db.selectFrom('search_texts').select('status_id').execute();
    expect(kept.map(({ status_id }) => status_id).sort()).toEqual(ids.slice(2, -1));
  });

  test('is not a boost, but the post that it shows', async () => {
    const { store, anna } = await aSearchableStore();
    const id = await say(store, anna, 'Waterschade');
    const boost = { ...(await rowOf(store, id)), id: store.newId(), text: '', reblog_of_id: id };
    await inTransaction(store, async (trx) => {
      await trx.insertInto('statuses').values(boost).execute();
      await indexStatus(trx, boost);
    });
    expect(await search(store, anna, 'waterschade')).toEqual([id]);
    expect(await search(store, anna, 'from:me')).toEqual([id]);
    await inTransaction(store, rebuildIndex);
    expect(await store.db.selectFrom('search_texts').select('status_id').execute()).toEqual([
      { status_id: id },
    ]);
  });

  test('counts a warning as the title', async () => {
    const { store, anna } = await aSearchableStore();
    const inText = await say(store, anna, 'Schimmel');
    const inWarning = await say(store, anna, 'In het depot', { spoilerText: 'Schimmel' });
    const later = await say(store, anna, 'Depot\n\nschimmel');
    expect(await search(store, anna, 'schimmel')).toEqual([inWarning, inText, later]);
  });

  test('narrows by author, topic and time', async () => {
    const { server, store, anna } = await aSearchableStore();
    const bram = (await aMember(server, 'bram')).account.id;
    const one = await say(store, anna, 'Scan één', { tags: ['réunion'] });
    const two = await say(store, bram, 'Scan twee', { tags: ['archief', 'réunion'] });
    const three = await say(store, bram, 'Scan drie', { tags: ['archief'] });
    for (const [typed, found, page] of [
      ['scan', [three, two, one], {}],
      ['from:me scan', [one], {}],
      ['from:@Bram', [three, two], {}],
      ['scan from:niemand', [], {}],
      ['#Archief', [three, two], {}],
      ['#archief #réunion scans', [two], {}],
      ['#archief from:anna', [], {}],
      ['scan', [three, two], { accountId: bram }],
      ['from:me scan', [], { accountId: bram }],
      ['scan', [two, one], { maxId: three }],
      ['scan', [two], { maxId: three, minId: one }],
      ['', [], {}],
      ['"" -', [], {}],
    ] as const) {
      expect(await search(store, anna, typed, page), typed).toEqual(found);
    }
  });

  test('is never what the reader may not read, and always what they may', async () => {
    const { server, store, anna } = await aSearchableStore();
    const bram = (await aMember(server, 'bram')).account.id;
    const cleo = (await aMember(server, 'cleo')).account.id;
    const people = fc.constantFrom(anna, bram, cleo);
    const aPost = fc.record({
      author: people,
      visibility: fc.constantFrom(
        'public' as const,
        'unlisted' as const,
        'private' as const,
        'direct' as const,
      ),
      mentions: fc.uniqueArray(people, { maxLength: 2 }),
      deleted: fc.boolean(),
    });
    const row = { reblogs: 1, notify: 0, created_at: '', state: 'accepted' as const };
    const follow = {
      community_id: store.communityId,
      id: store.newId(),
      account_id: bram,
      target_id: anna,
      ...row,
    };
    await store.db.insertInto('follows').values(follow).execute();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(aPost, { maxLength: 8 }), async (posts) => {
        round += 1;
        const made: string[] = [];
        for (const [n, { author, visibility, mentions, deleted }] of posts.entries()) {
          const id = await say(store, author, `Geheimen r${round} p${n}`, { visibility, mentions });
          if (deleted) await deleteStatus(store, await rowOf(store, id));
          made.push(id);
        }
        for (const reader of [anna, bram, cleo]) {
          const readable = [];
          for (const id of made) if (await visibleStatus(store, id, reader)) readable.push(id);
          readable.reverse();
          expect(await search(store, reader, `geheim r${round}`)).toEqual(readable);
          expect(await search(store, reader, `heimen r${round}`)).toEqual(readable);
        }
      }),
      { numRuns: 15 },
    );
  });
});
