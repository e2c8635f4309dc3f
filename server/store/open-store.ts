import type { Kysely } from 'kysely';
import { type Clock, systemClock } from '@/utils/kernel/clock';
import { type RandomBytes, secureBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type DatabaseProblem, type OpenMode, openDatabase } from './database/open';
import type { Schema } from './schema';
import { idMaker } from './status-id';
import { isoTime, type Store } from './store';

const ONLY_COMMUNITY = '1';

export type StoreProblem = DatabaseProblem;

interface StoreOptions {
  /** Where SQLite keeps the data; not used with `databaseUrl`. */
  readonly folder: string;
  /** PostgreSQL, for several servers side by side. */
  readonly databaseUrl?: string | undefined;
  /** Its name from now on; where none is given it stays as it is. */
  readonly communityName?: string;
  /** Who opens it: a server, a command beside one, or a restore in the place of one. */
  readonly mode?: OpenMode;
  readonly clock?: Clock;
  readonly randomBytes?: RandomBytes;
}

/** Opens the community's data; a server makes them where they are not there. One server per folder; many per PostgreSQL. */
export async function openStore(options: StoreOptions): Promise<Result<Store, StoreProblem>> {
  const {
    folder,
    databaseUrl,
    communityName,
    mode,
    clock = systemClock,
    randomBytes = secureBytes,
  } = options;
  const opened = await openDatabase(databaseUrl === undefined ? { folder } : { url: databaseUrl }, mode);
  if (!opened.ok) return opened;
  const { db, transact, close } = opened.value;
  if (communityName !== undefined) await nameCommunity(db, communityName, isoTime(clock()));
  else if (mode === 'operate' && !(await hasCommunity(db))) {
    await close();
    return fail('no-data'); // tables, which nobody has begun a community in
  }
  const newId = idMaker(clock, randomBytes);
  return succeed({ db, communityId: ONLY_COMMUNITY, clock, transact, newId, close });
}

async function nameCommunity(db: Kysely<Schema>, name: string, now: string): Promise<void> {
  await db
    .insertInto('communities')
    .values({ community_id: ONLY_COMMUNITY, name, created_at: now })
    .onConflict((conflict) => conflict.column('community_id').doUpdateSet({ name }))
    .execute();
}

async function hasCommunity(db: Kysely<Schema>): Promise<boolean> {
  const row = await db
    .selectFrom('communities')
    .select('name')
    .where('community_id', '=', ONLY_COMMUNITY)
    .executeTakeFirst();
  return row !== undefined;
}
