import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema';
import { inTransaction, type Store } from '../store/store';
import type { BackupHeader } from './format';
import { readBackup } from './read';
import { countRows, inserter } from './rows';
import { rebuildSearchIndex } from './search-index';
import { LEFT_OUT_TABLES, TABLE_NAMES } from './tables';

/** What a person would miss if it went. */
export interface Contents {
  readonly accounts: number;
  readonly posts: number;
}

export async function contentsOf(store: Store): Promise<Contents> {
  return {
    accounts: await countRows(store.db, store, 'accounts'),
    posts: await countRows(store.db, store, 'statuses'),
  };
}

/** Puts a backup in the place of everything that stands; all of it, or nothing where it throws. */
export async function restoreBackup(store: Store, file: string): Promise<BackupHeader> {
  return inTransaction(store, async (trx) => {
    await clear(trx, store);
    const { take, flush } = inserter(trx, store);
    const header = await readBackup(file, take);
    await flush();
    await rebuildSearchIndex(trx, store);
    return header;
  });
}

async function clear(trx: Kysely<Schema>, { communityId }: Store): Promise<void> {
  for (const table of [...LEFT_OUT_TABLES, ...TABLE_NAMES]) {
    await trx.deleteFrom(table).where('community_id', '=', communityId).execute();
  }
}
