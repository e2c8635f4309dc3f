import type { Kysely } from 'kysely';
import { isPostgres } from '../migrations/tables';
import type { Schema } from '../schema';
import type { FullText } from './full-text';
import { ofPostgres } from './postgres';
import { ofSqlite } from './sqlite';

/** The one place that tells the databases apart. */
export function fullTextOf(db: Kysely<Schema>): FullText {
  return isPostgres(db) ? ofPostgres : ofSqlite;
}
