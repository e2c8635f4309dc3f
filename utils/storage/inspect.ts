import { Dexie, type Table } from 'dexie';
import type * as z from 'zod/mini';
import { aside } from '@/utils/outbox/tables';
import {
  DEFAULT_SETTINGS,
  NeverRuleSchema,
  SensitivePagesSchema,
  type Settings,
  SettingsSchema,
} from '@/utils/settings/settings';
import type { Database } from './database';
import { ROWS, UNWRITTEN } from './rows';

/** Few enough that nobody waits for a transaction of this one; of pictures, that they fit in memory. */
const AT_ONCE = 200;
const PICTURES_AT_ONCE = 5;

type RowSchema = z.ZodMiniType<unknown>;

/**
 * Looks at every row once and puts aside what our schemas do not know, so that whoever reads a table afterwards finds
 * only what they can work with. Gives how many rows went aside. `now` in epoch ms.
 */
export async function inspect(db: Database, now: number): Promise<number> {
  let odd = 0;
  for (const [name, schema] of Object.entries(ROWS)) odd += await inspectTable(db, name, schema, now);
  return odd;
}

async function inspectTable(db: Database, name: string, schema: RowSchema, now: number): Promise<number> {
  const table: Table<unknown, unknown> = db.table(name);
  const most = table.name === db.pictures.name ? PICTURES_AT_ONCE : AT_ONCE;
  let odd = 0;
  let after: unknown = Dexie.minKey;
  for (;;) {
    const rows = await table.where(':id').above(after).limit(most).toArray();
    const last = rows.at(-1);
    if (last === undefined) return odd;
    const suspects = rows.filter((row) => !schema.safeParse(row).success);
    if (suspects.length > 0) odd += await setAside(db, table, suspects.map(keyIn(table)), schema, now);
    after = keyIn(table)(last);
  }
}

function keyIn({ schema }: Table): (row: unknown) => unknown {
  return (row) => Dexie.getByKeyPath(row as object, String(schema.primKey.keyPath));
}

/** Looks once more inside the transaction: meanwhile somebody may have written them well. */
function setAside(
  db: Database,
  table: Table<unknown, unknown>,
  keys: readonly unknown[],
  schema: RowSchema,
  now: number,
): Promise<number> {
  return db.transaction('rw', [table, db.quarantine], async () => {
    const rows = await table.bulkGet([...keys]);
    const odd = rows.filter((row) => row !== undefined && !schema.safeParse(row).success);
    const kept = UNWRITTEN.has(table.name) ? [] : odd;
    await db.quarantine.bulkAdd(kept.map((row) => aside(table.name, row, now)));
    await table.bulkDelete(odd.map(keyIn(table)));
    if (table.name === db.settings.name) await table.bulkPut(odd.filter(isCurrent).map(mended));
    return kept.length;
  });
}

function isCurrent(row: unknown): boolean {
  return (row as Partial<Settings>).version === DEFAULT_SETTINGS.version;
}

/** What can still be read of the choices stays in force: every "never" and every mark above all. */
function mended(row: unknown): Settings {
  const fields = row as Readonly<Record<string, unknown>>;
  const read = Object.entries(SettingsSchema.shape).flatMap(([name, schema]) => {
    const parsed = (schema as RowSchema).safeParse(fields[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  const never = readable(fields.never, NeverRuleSchema);
  const sensitive = readable(fields.sensitive, SensitivePagesSchema);
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(read), never, sensitive };
}

function readable<Row>(rows: unknown, schema: z.ZodMiniType<Row>): Row[] {
  const all: readonly unknown[] = Array.isArray(rows) ? rows : [];
  return all.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
