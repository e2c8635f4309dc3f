import { CompiledQuery, type KyselyPlugin, sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import { statusEntities } from '@/server/entities/status';
import type { Ports } from '@/server/ports';
import { boostedBy, markedStatuses } from '@/server/store/reader-lists';
import { visibleStatus } from '@/server/store/statuses';
import type { Store } from '@/server/store/store';
import { readThread } from '@/server/store/thread';
import { readTimeline, type Timeline } from '@/server/store/timelines';
import { secureBytes } from '@/utils/kernel/random';
import { manyPosts } from './many-posts';
import { aServer, ORIGIN } from './support';

const POSTS = 10_000;
const PAGE = { limit: 40 };
const BEFORE_THE_FIRST = { limit: 40, minId: '1'.repeat(18) };

/** The same store, and every query that it is asked. */
function overheard(store: Store): { store: Store; asked: CompiledQuery[] } {
  const asked: CompiledQuery[] = [];
  const listener: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(store.db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { store: { ...store, db: store.db.withPlugin(listener) }, asked };
}

async function planOf({ db }: Store, { sql: text, parameters }: CompiledQuery): Promise<string> {
  const explain = inject('postgres') === undefined ? 'explain query plan' : 'explain';
  const { rows } = await db.executeQuery(CompiledQuery.raw(`${explain} ${text}`, [...parameters]));
  // Its last column: the step itself on SQLite, the whole line on PostgreSQL.
  return rows.map((row) => String(Object.values(row as object).at(-1))).join('\n');
}

/** Reads every post, or sorts them, whichever database says it; only by their own key are all read, newest first. */
const WHOLE_TABLE = new RegExp(
  [
    'SCAN (?:statuses|status_tags|mentions|notifications)\\b',
    'SEARCH (?:statuses|status_tags|mentions) USING (?:COVERING )?INDEX (?!sqlite_autoindex_statuses_1 )\\w+ \\(community_id=\\?\\)',
    'TEMP B-TREE FOR ORDER BY',
    'Seq Scan on (?:statuses|status_tags)',
  ].join('|'),
);

function portsOf(store: Store): Ports {
  const { clock } = store;
  return {
    store,
    clock,
    randomBytes: secureBytes,
    origin: ORIGIN,
    name: 'Proef',
    language: 'nl',
    version: '0',
  };
}

describe('with many posts', () => {
  test('no list reads or sorts them all, in either direction', async () => {
    const server = await aServer();
    const { reader, author, openPlace, root } = await manyPosts(server.store(), POSTS);
    if (inject('postgres') !== undefined) await sql`analyze`.execute(server.store().db);
    const choice = { reader, replies: true, boosts: true };
    const timelines: readonly Timeline[] = [
      { kind: 'home', reader, boosts: true },
      { kind: 'public' },
      { kind: 'account', accountId: author, ...choice },
      { kind: 'account', accountId: author, reader, replies: false, boosts: false, tag: 'archief' },
      { kind: 'place', placeId: openPlace, ...choice },
      { kind: 'tag', reader, any: ['archief', 'tag7'], all: [], none: ['tag8'] },
    ];
    const { store, asked } = overheard(server.store());
    for (const page of [PAGE, { ...PAGE, maxId: root }, BEFORE_THE_FIRST]) {
      for (const timeline of timelines) await readTimeline(store, timeline, page);
      for (const table of ['favourites', 'bookmarks'] as const)
        await markedStatuses(store, table, reader, page);
      await boostedBy(store, root, reader, page);
    }
    const post = await visibleStatus(store, root, reader);
    if (post === undefined) throw new Error('nothing to read');
    expect((await readThread(store, post, reader)).descendants.length).toBeGreaterThan(5);
    await statusEntities(portsOf(store), await readTimeline(store, { kind: 'public' }, PAGE), reader);
    for (const query of asked) {
      const plan = await planOf(server.store(), query);
      expect(plan, `${query.sql}\n${plan}`).not.toMatch(WHOLE_TABLE);
    }
    expect(asked.length).toBeGreaterThan(30);
  });

  test('a page of forty takes as many queries as a page of one', async () => {
    const server = await aServer();
    const { reader } = await manyPosts(server.store(), 200);
    const queriesFor = async (limit: number): Promise<number> => {
      const rows = await readTimeline(server.store(), { kind: 'home', reader, boosts: true }, { limit });
      const { store, asked } = overheard(server.store());
      expect(await statusEntities(portsOf(store), rows, reader)).toHaveLength(limit);
      return asked.length;
    };
    expect(await queriesFor(40)).toBeLessThanOrEqual((await queriesFor(1)) + 2);
  });
});
