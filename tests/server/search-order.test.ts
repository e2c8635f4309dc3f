import * as fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { isFoundBy } from '@/server/search/found-by';
import { parseQuery } from '@/server/search/query';
import { rank } from '@/server/search/rank';
import { searchText } from '@/server/search/search-text';
import { deleteStatus } from '@/server/store/delete-status';
import { fullTextOf } from '@/server/store/full-text';
import { rebuildIndex } from '@/server/store/rebuild-index';
import { inTransaction } from '@/server/store/store';
import { aSearchableStore, rowOf, say, search } from './searching';

const STEMS = 'archief gemeente dossier zaak besluit lijst beheer termijn scan raad'.split(' ');
const VOCABULARY = [...STEMS, ...STEMS.map((word) => `${word}en`), 'de', 'van', 'één', 'coördinatie'];

/** Always the same texts: a small generator of our own (Lehmer), so that every database gets this corpus. */
function texts(count: number): string[] {
  let seed = 2_026;
  const draw = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const word = (): string => VOCABULARY[draw(VOCABULARY.length)] ?? '';
  const compound = (): string => (draw(3) === 0 ? word() + word() : word());
  const line = (length: number): string => Array.from({ length }, compound).join(' ');
  return Array.from({ length: count }, (_, n) => `${line(3)} ${n}\n\n${line(12)}`);
}

const QUERIES = [
  'archief',
  'zaken',
  'een',
  'beheer',
  'ar',
  'gemeente dossier',
  'raad coordinatie be',
  'lijst 12',
  'stad',
];

describe('the order of what is found', () => {
  test('is that of the ranking over all posts, also beyond what waits to be indexed', async () => {
    const { store, anna } = await aSearchableStore();
    const posts = [];
    for (const text of texts(140))
      posts.push({ id: await say(store, anna, text), ...searchText(text, 'nl') });
    for (const typed of QUERIES) {
      const query = parseQuery(typed);
      const held = posts.filter(
        (post) => isFoundBy('terms', query, post) || isFoundBy('substrings', query, post),
      );
      expect(await search(store, anna, typed), typed).toEqual(rank(query, held));
    }
    expect((await search(store, anna, 'archief')).length).toBeGreaterThan(50);
  });

  test('goes on where a page ends', async () => {
    const { store, anna } = await aSearchableStore();
    for (const text of texts(30)) await say(store, anna, text);
    const all = await search(store, anna, 'archief');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 35 }),
        fc.integer({ min: 1, max: 12 }),
        async (offset, limit) => {
          expect(await search(store, anna, 'archief', { offset, limit })).toEqual(
            all.slice(offset, offset + limit),
          );
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what is typed', () => {
  test('whatever is typed is answered', async () => {
    const { store, anna } = await aSearchableStore();
    await say(store, anna, 'Zaken van het archief');
    const signs = fc.constantFrom(...`' " * : ) ( \\ % _ & | ! - ^ { + , # from: NOT NEAR AND OR`.split(' '));
    const letters = fc.constantFrom(
      '\u{1e900}\u{1e922}',
      '\u{30000}\u{30001}',
      '漢字かな交じり',
      'ǅ',
      'ﬁ',
      'ς',
      'İ',
      '٣',
      'à̖́',
    );
    const anything = fc
      .array(fc.oneof(signs, letters, fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 3 })))
      .map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(anything, async (typed) => {
        await search(store, anna, typed.replace(/\0|\p{Surrogate}/gu, ''));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    '漢字かな交じり',
    'ἀρχεῖον',
    'архивы',
    '\u{1e922}\u{1e923}\u{1e924}\u{1e925}',
    '123456',
    'a'.repeat(200),
  ])('is a word of any script: %s', async (word) => {
    const { store, anna } = await aSearchableStore();
    const id = await say(store, anna, `Over ${word} en meer`);
    const letters = [...word];
    for (const typed of [word, letters.slice(0, 4).join(''), letters.slice(1, 5).join('')]) {
      const found = [...typed].length >= 4 || word.startsWith(typed) ? [id] : [];
      expect(await search(store, anna, typed), typed).toEqual(found);
      await inTransaction(store, rebuildIndex);
      expect(await search(store, anna, typed), typed).toEqual(found);
    }
  });
});

describe('the index', () => {
  test('is made of the posts that stand when it comes, and can be made anew', async () => {
    const { server, store, anna } = await aSearchableStore();
    for (const text of texts(120)) await say(store, anna, text);
    await deleteStatus(store, await rowOf(store, await say(store, anna, 'archief weg')));
    const before = await search(store, anna, 'archief');
    await store.db.updateTable('search_texts').set({ terms: 'onzin', folded: 'onzin' }).execute();
    await inTransaction(store, rebuildIndex);
    expect(await search(store, anna, 'archief')).toEqual(before);
    await fullTextOf(store.db).drop(store.db);
    await store.db.schema.dropTable('search_texts').execute();
    for (const table of ['calls', 'pictures', 'picture_parts'])
      await store.db.schema.dropTable(table).execute();
    for (const table of ['statuses', 'status_edits'])
      for (const column of ['picture_ids', 'content_type'])
        await store.db.schema.alterTable(table).dropColumn(column).execute();
    await sql`delete from kysely_migration where name >= '0003-search'`.execute(store.db);
    await server.restart();
    expect(await search(server.store(), anna, 'archief')).toEqual(before);
  });
});
