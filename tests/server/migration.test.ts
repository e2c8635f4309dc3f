import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, Migrator, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { postgresDialect } from '@/server/store/database/postgres';
import { openSqlite, sqliteDialect } from '@/server/store/database/sqlite';
import { MIGRATIONS } from '@/server/store/migrations';
import type { Schema } from '@/server/store/schema';
import { aDatabase } from './database';

/** A database as the first version made it. */
async function anOldDatabase(): Promise<{ db: Kysely<Schema>; migrator: Migrator }> {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-old-'));
  const { url, drop } = await aDatabase();
  const dialect =
    url === undefined ? sqliteDialect(openSqlite(join(folder, 'old.db'))) : postgresDialect(url);
  const db = new Kysely<Schema>({ dialect });
  onTestFinished(async () => {
    await db.destroy();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });
  if (url !== undefined) {
    await sql`drop schema public cascade`.execute(db); // what the template had already
    await sql`create schema public`.execute(db);
  }
  const migrator = new Migrator({ db, provider: MIGRATIONS });
  expect((await migrator.migrateTo('0001-first')).error).toBeUndefined();
  return { db, migrator };
}

const AT = '2026-11-01T10:00:00.000Z';

test('posts and thanks from the first version are counted, tied to their conversations, and numbered', async () => {
  const { db, migrator } = await anOldDatabase();
  const posts = [
    ['1', 'anna', null, null],
    ['2', 'anna', '1', null],
    ['3', 'joris', '2', null],
    ['4', 'anna', '3', AT],
    ['5', 'anna', '4', null],
    ['6', 'joris', null, null],
  ] as const;
  for (const [id, author, parent, deleted] of posts)
    await sql`
      insert into statuses (community_id, id, account_id, text, text_hash, language, visibility, in_reply_to_id,
        sensitive, spoiler_text, created_at, deleted_at)
      values ('1', ${id}, ${author}, 'x', 'x', null, 'public', ${parent}, 0, '', ${AT}, ${deleted})`.execute(
      db,
    );
  for (const author of ['joris', 'mia'])
    await sql`
      insert into favourites (community_id, status_id, account_id, created_at)
      values ('1', '1', ${author}, ${AT})`.execute(db);
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  const rows = await db.selectFrom('statuses').select(['id', 'thread_id']).orderBy('id').execute();
  expect(rows.map(({ thread_id }) => thread_id)).toEqual([null, '1', '1', '1', '1', null]);
  const thanks = await db.selectFrom('favourites').select('id').execute();
  expect(new Set(thanks.map(({ id }) => id?.length))).toEqual(new Set([18]));
  expect(new Set(thanks.map(({ id }) => id)).size).toBe(2);
});
