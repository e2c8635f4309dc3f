import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { inject, onTestFinished } from 'vitest';
import { KEPT_TABLES, type KeptTable, TABLE_NAMES } from '@/server/backup/tables';
import { openStore } from '@/server/store/open-store';
import type { Store } from '@/server/store/store';
import { aDatabase } from './database';
import { aMember, aServer, post, type Server } from './support';

export type Line = Record<string, unknown>;

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Where data can be put: a folder, or a database. */
export type Place = Pick<Server, 'folder' | 'databaseUrl' | 'time'>;

/** A place where nothing is yet: of the kind that this run is about, or of the other one. */
export async function anEmptyPlace(time: Server['time'], kind: 'same' | 'other'): Promise<Place> {
  const onPostgres = inject('postgres') !== undefined;
  if (onPostgres !== (kind === 'same')) return { folder: aFolder(), databaseUrl: undefined, time };
  const { url: databaseUrl, drop } = await aDatabase();
  onTestFinished(drop);
  return { folder: aFolder(), databaseUrl, time };
}

/** Everything that stands in a place, table by table, in one order. */
export async function everythingIn(place: Place): Promise<Record<string, unknown[]>> {
  const { folder, databaseUrl } = place;
  const store = await openStore({ folder, databaseUrl, mode: 'operate' });
  if (!store.ok) throw new Error(store.error);
  try {
    return await everything(store.value);
  } finally {
    await store.value.close();
  }
}

export async function everything({ db }: Store): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of TABLE_NAMES) {
    const key = sql.join(['community_id', ...KEPT_TABLES[table]].map((column) => sql.ref(column)));
    const { rows } = await sql<Line>`select * from ${sql.table(table)} order by ${key}`.execute(db);
    found[table] = rows.map((row) => Object.fromEntries(Object.entries(row).sort(byName)));
  }
  return found;
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** Words that a careless copy would change. */
const ODD = 'Eén “regel”\n\ttwee \u2028 drie \\n 👩‍🏫 é e\u0301 \u007f \ufeff';

/** A community with something in every table, and more than a page of tags. */
export async function aFullServer() {
  const server = await aServer();
  const anna = await aMember(server);
  const joris = await aMember(server, 'joris');
  const first = await post(server, anna.token, ODD, 'first');
  const withdrawn = await post(server, anna.token, 'Ingetrokken', 'withdrawn');
  const ask = (method: string, path: string) =>
    server.request(path, { method, headers: { authorization: `Bearer ${joris.token}` } });
  await ask('POST', `/api/v1/statuses/${first.body.id}/favourite`);
  await server.request(`/api/v1/statuses/${withdrawn.body.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${anna.token}` },
  });
  await fill(server.store(), first.body.id);
  return { server, anna, joris, first: first.body.id, withdrawn: withdrawn.body.id };
}

const TAGS = 1203;

/** One made-up row in each table that has none; keys of two columns over more than two pages. */
async function fill({ db, communityId }: Store, statusId: string): Promise<void> {
  const standing = await sql<Line>`select * from ${sql.table('statuses')}`.execute(db);
  if (standing.rows.length === 0) throw new Error('nothing was posted');
  const tags = Array.from({ length: TAGS }, (_, n) => `tag${n % 40}`);
  await db
    .insertInto('status_tags')
    .values(tags.map((tag, n) => ({ community_id: communityId, tag, status_id: `${statusId}${n}` })))
    .execute();
  for (const table of TABLE_NAMES) await fillTable(db, table, communityId);
}

async function fillTable(db: Store['db'], table: KeptTable, communityId: string): Promise<void> {
  const { rows } = await sql`select 1 as one from ${sql.table(table)} limit 1`.execute(db);
  const description = (await db.introspection.getTables()).find(({ name }) => name === table);
  if (rows.length > 0 || description === undefined) return;
  const columns = description.columns.map(({ name, dataType, isNullable }) => {
    const integer = /int/i.test(dataType);
    return { name, value: name === 'community_id' ? communityId : integer ? 7 : isNullable ? null : name };
  });
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
    values (${sql.join(columns.map(({ value }) => value))})`.execute(db);
}

export function linesIn(file: string): Line[] {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** Writes lines as a backup does, with a seal that fits. */
export function writeLines(file: string, lines: readonly unknown[]): string {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  writeFileSync(file, gzipSync(`${body}${JSON.stringify({ sha256 })}\n`));
  return file;
}
