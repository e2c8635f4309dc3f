import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import { checkBackup } from '@/server/backup/read';
import { KEPT_TABLES, LEFT_OUT_TABLES } from '@/server/backup/tables';
import { aFolder, aFullServer, anEmptyPlace, everything, everythingIn, linesIn } from './a-backup';
import { operating } from './operator';
import { aServer, post } from './support';

describe('a backup', () => {
  test('made beside a running server and put back elsewhere, on either database, holds the same rows', async () => {
    const { server } = await aFullServer();
    const before = await everything(server.store());
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    let from: Parameters<typeof operating>[0] = server;
    for (const kind of ['other', 'same'] as const) {
      const file = join(aFolder(), 'copy.ndjson.gz');
      expect((await operating(from, 'backup', file)).text).toBe(
        `Reservekopie van Proef in ${file}: 2 accounts, 2 berichten.`,
      );
      const place = await anEmptyPlace(server.time, kind);
      const { done, text } = await operating(place, 'restore', file);
      expect(text).toMatch(/^Proef is teruggezet zoals het was op 24 nov 2026.*: 2 accounts, 2 berichten\.$/);
      expect(done).toBe(true);
      expect(await everythingIn(place)).toEqual(before);
      from = place;
    }
  });

  test('says what it is, is for its owner only, and leaves nothing half made', async () => {
    const { server } = await aFullServer();
    const folder = aFolder();
    const file = join(folder, 'copy.ndjson.gz');
    writeFileSync(`${file}.part`, 'left by one that was stopped', { mode: 0o644 });
    await operating(server, 'backup', file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['copy.ndjson.gz']);
    const [header, ...rest] = linesIn(file);
    expect(header).toMatchObject({
      format: 'deelgenoot-backup',
      version: 1,
      community: 'Proef',
      made_at: '2026-11-24T10:00:00.000Z',
      rows: { accounts: 2, statuses: 2, status_tags: 1203 },
    });
    expect(rest.at(-1)).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(rest.some(({ table }) => table === 'events')).toBe(false);
  });

  test('does not take the place of a file, unless that was said', async () => {
    const server = await aServer();
    const file = join(aFolder(), 'copy.ndjson.gz');
    writeFileSync(file, 'something else');
    expect(await operating(server, 'backup', file)).toEqual({
      done: false,
      text: `${file} bestaat al. Kies een andere naam, of vervang het met --force.`,
    });
    expect((await operating(server, 'backup', file, '--force')).done).toBe(true);
    expect((await checkBackup(file)).ok).toBe(true);
  });

  test('to a place that cannot be written is refused', async () => {
    const server = await aServer();
    const { done, text } = await operating(server, 'backup', join(aFolder(), 'no', 'such', 'folder.gz'));
    expect([done, text]).toEqual([false, expect.stringContaining('kan niet geschreven worden')]);
  });

  test('shows one moment, while members go on posting', async () => {
    const { server, anna } = await aFullServer();
    const file = join(aFolder(), 'copy.ndjson.gz');
    const posting = Array.from({ length: 30 }, (_, n) => post(server, anna.token, `Intussen ${n}`, `m${n}`));
    const [made] = await Promise.all([operating(server, 'backup', file), ...posting]);
    expect(made?.done).toBe(true);
    for (const { status } of await Promise.all(posting)) expect(status).toBe(200);
    expect((await checkBackup(file)).ok).toBe(true);
    const rows = linesIn(file);
    const idsOf = (table: string, column: string) =>
      rows.flatMap(({ table: of, row }) => (of === table ? [(row as Record<string, unknown>)[column]] : []));
    expect(new Set(idsOf('idempotency', 'status_id'))).toEqual(new Set(idsOf('statuses', 'id')));
  });

  test('knows every table, and by which columns its rows are told apart', async () => {
    const { db } = (await aServer()).store();
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    const ours = tables.filter((name) => !/^search_index/.test(name));
    expect(ours.sort()).toEqual([...Object.keys(KEPT_TABLES), ...LEFT_OUT_TABLES].sort());
    for (const [table, key] of Object.entries(KEPT_TABLES)) {
      const { rows } =
        inject('postgres') === undefined
          ? await sql<{ name: string }>`
              select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db)
          : await sql<{ name: string }>`
              select column_name as name from information_schema.key_column_usage
              where constraint_name = ${`${table}_key`} order by ordinal_position`.execute(db);
      expect(
        rows.map(({ name }) => name),
        table,
      ).toEqual(['community_id', ...key]);
    }
  });
});

describe('a restore', () => {
  test('over other data only with --force, after a copy of them; then repeated keys answer with the first post', async () => {
    const { server, anna, first, withdrawn } = await aFullServer();
    const folder = aFolder();
    const file = join(folder, 'copy.ndjson.gz');
    await operating(server, 'backup', file);
    const copied = await everything(server.store());
    const later = await post(server, anna.token, 'Later');
    const before = await everything(server.store());
    await server.store().close();

    expect(await operating(server, 'restore', file)).toEqual({
      done: false,
      text: 'Hier staan al 2 accounts en 3 berichten. Vervang ze met --force: eerst wordt er dan een kopie van gemaakt.',
    });
    expect(await everythingIn(server)).toEqual(before);
    const { text } = await operating(server, 'restore', file, '--force');
    const [replaced = '', restored] = text.split('\n');
    expect(replaced).toMatch(/^2 accounts en 3 berichten zijn vervangen\. Een kopie ervan staat in \S+\.$/);
    expect(restored).toMatch(/^Proef is teruggezet/);
    expect(await everythingIn(server)).toEqual(copied);

    await server.restart();
    expect((await post(server, anna.token, 'Andere woorden', 'first')).body.id).toBe(first);
    expect((await post(server, anna.token, 'Ingetrokken', 'withdrawn')).status).toBeGreaterThanOrEqual(400);
    expect((await server.request(`/api/v1/statuses/${later.body.id}`)).status).not.toBe(200);
    const { rows } = await sql`select id from statuses order by id`.execute(server.store().db);
    expect(rows).toEqual([{ id: first }, { id: withdrawn }]);

    const [copy = ''] = readdirSync(folder).filter((name) => name.startsWith('before-restore-'));
    const elsewhere = await anEmptyPlace(server.time, 'other');
    expect((await operating(elsewhere, 'restore', join(folder, copy))).done).toBe(true);
    expect(await everythingIn(elsewhere)).toEqual(before);
  });

  test('is refused while a server runs, and goes through in a place where one only began', async () => {
    const { server } = await aFullServer();
    const file = join(aFolder(), 'copy.ndjson.gz');
    await operating(server, 'backup', file);
    const before = await everything(server.store());
    const { done, text } = await operating(server, 'restore', file, '--force');
    expect(done).toBe(false);
    expect(text).toMatch(/Er draait (al )?een server op de/);
    expect(await everything(server.store())).toEqual(before);

    const begun = await aServer();
    await operating(begun, 'invite', '--coordinator');
    await begun.store().close();
    expect((await operating(begun, 'restore', file)).done).toBe(true);
    expect(await everythingIn(begun)).toEqual(before);
  });

  test('makes the folder that it is asked to fill; other commands do not', async () => {
    const { server } = await aFullServer();
    const file = join(aFolder(), 'copy.ndjson.gz');
    await operating(server, 'backup', file);
    const place = { folder: join(aFolder(), 'new', 'folder'), databaseUrl: undefined, time: server.time };
    for (const command of [['members'], ['invite'], ['backup', join(aFolder(), 'other.gz')]]) {
      const { done, text } = await operating(place, ...command);
      expect([done, text]).toEqual([false, expect.stringContaining('Hier staat nog geen community')]);
    }
    expect(existsSync(place.folder)).toBe(false);
    expect((await operating(place, 'restore', file)).done).toBe(true);
    expect((await operating(place, 'members')).text).toContain('2 leden');
  });
});
