import { type Kysely, Migrator, sql } from 'kysely';
import { MIGRATIONS } from '../migrations';

/** How data stand to this version of the program. */
export type DataAge = 'none' | 'older' | 'current' | 'newer';

/** Makes every migration that was not made yet; the error where one fails, or where the data are from a newer version. */
export async function migrate(db: Kysely<never>): Promise<unknown> {
  const migrator = new Migrator({ db, provider: MIGRATIONS });
  return migrator.migrateToLatest().then(
    ({ error }) => error,
    (error: unknown) => error,
  );
}

/** Looks, and changes nothing. Throws what the database says of data that are damaged. */
export async function ageOfData(db: Kysely<never>): Promise<DataAge> {
  const known = await new Migrator({ db, provider: MIGRATIONS }).getMigrations();
  if (known.every(({ executedAt }) => executedAt === undefined)) return 'none';
  const { rows: made } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  if (made.some(({ name }) => !known.some((migration) => migration.name === name))) return 'newer';
  return known.some(({ executedAt }) => executedAt === undefined) ? 'older' : 'current';
}

/** The newest migration that this version knows: what a backup is made of, and fits. */
export async function newestMigration(): Promise<string> {
  return (
    Object.keys(await MIGRATIONS.getMigrations())
      .sort()
      .at(-1) ?? ''
  );
}
