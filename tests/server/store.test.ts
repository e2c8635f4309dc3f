import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { ID_DIGITS, idMaker } from '@/server/store/status-id';
import { openStore } from '@/server/store/store';
import { aServer, NOW } from './support';

interface Named {
  readonly name: string;
}

async function anOpenDatabase() {
  return (await aServer()).store().db;
}

/** Tables of ours: not SQLite's, not the migrator's. */
async function tablesOf(db: Awaited<ReturnType<typeof anOpenDatabase>>): Promise<string[]> {
  const { rows } = await sql<Named>`select name from sqlite_master where type = 'table'`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !/^(sqlite|kysely)_/.test(name));
}

describe('the schema fits a distributed PostgreSQL', () => {
  test('every primary key and every unique index begins with the community', async () => {
    const db = await anOpenDatabase();
    const tables = await tablesOf(db);
    expect(tables.length).toBeGreaterThanOrEqual(11);
    for (const table of tables) {
      const { rows: columns } = await sql<
        Named & { pk: number }
      >`select * from pragma_table_info(${table})`.execute(db);
      expect(columns.find(({ pk }) => pk === 1)?.name, table).toBe('community_id');
      const { rows: indexes } = await sql<Named>`select * from pragma_index_list(${table})`.execute(db);
      for (const { name } of indexes) {
        const { rows } = await sql<Named>`select name from pragma_index_info(${name}) order by seqno`.execute(
          db,
        );
        expect(rows[0]?.name, name).toBe('community_id');
      }
    }
  });

  test('columns are text or integer, and nothing is made by the database itself', async () => {
    const db = await anOpenDatabase();
    for (const table of await tablesOf(db)) {
      const { rows } = await sql<{
        type: string;
        dflt_value: unknown;
      }>`select * from pragma_table_info(${table})`.execute(db);
      for (const { type, dflt_value } of rows) {
        expect(type).toMatch(/^(text|integer)$/i);
        expect(dflt_value).toBeNull();
      }
    }
    const { rows } = await sql<{ sql: string | null }>`select sql from sqlite_master`.execute(db);
    expect(rows.map((row) => row.sql).join('\n')).not.toMatch(/autoincrement|generated|create trigger/i);
  });

  test('a commit is on disk before it is answered', async () => {
    const db = await anOpenDatabase();
    const { rows: journal } = await sql`pragma journal_mode`.execute(db);
    const { rows: synchronous } = await sql`pragma synchronous`.execute(db);
    expect([journal, synchronous]).toEqual([[{ journal_mode: 'wal' }], [{ synchronous: 2 }]]);
  });
});

describe('ids', () => {
  test('are new, of one length, and in the order of time, however the clock and chance behave', () => {
    const steps = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(steps, fc.uint8Array({ minLength: 2, maxLength: 2 }), (moves, chance) => {
        let now = NOW;
        const newId = idMaker(
          () => now,
          () => chance,
        );
        const ids = moves.map((move) => {
          now += move;
          return newId();
        });
        expect(ids).toEqual([...new Set(ids)].sort());
        expect(ids.every((id) => /^\d+$/.test(id) && id.length === ID_DIGITS)).toBe(true);
      }),
    );
  });
});

test('a folder has one server; whoever comes next is told so, and may come when it has gone', async () => {
  const server = await aServer();
  const again = await openStore({ folder: server.folder, communityName: 'Tweede' });
  expect(again).toEqual({ ok: false, error: 'in-use' });
  await server.restart();
});
