import type { Selectable } from 'kysely';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { isDuplicate } from './error-code';
import type { Schema } from './schema';
import { isoTime, type Store } from './store';

export type Account = Selectable<Schema['accounts']>;

export interface NewAccount {
  readonly handle: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly role: Account['role'];
}

/** Makes an account and its sign-in in one transaction; the handle must be free. */
export async function createAccount(
  store: Store,
  account: NewAccount,
): Promise<Result<Account, 'handle-taken'>> {
  const row: Account = {
    community_id: store.communityId,
    id: store.newId(),
    handle: account.handle,
    display_name: account.displayName,
    role: account.role,
    created_at: isoTime(store.clock()),
  };
  const signIn = { community_id: store.communityId, account_id: row.id, password_hash: account.passwordHash };
  try {
    await store.db.transaction().execute(async (trx) => {
      await trx.insertInto('accounts').values(row).execute();
      await trx.insertInto('sign_ins').values(signIn).execute();
    });
    return succeed(row);
  } catch (error) {
    if (isDuplicate(error)) return fail('handle-taken');
    throw error;
  }
}

export async function accountById(store: Store, id: string): Promise<Account | undefined> {
  return accounts(store).where('id', '=', id).executeTakeFirst();
}

export async function accountByHandle(store: Store, handle: string): Promise<Account | undefined> {
  return accounts(store).where('handle', '=', handle.toLowerCase()).executeTakeFirst();
}

export async function accountsByIds(store: Store, ids: readonly string[]): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map();
  const rows = await accounts(store)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function passwordHashOf(store: Store, accountId: string): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('sign_ins')
    .select('password_hash')
    .where('community_id', '=', store.communityId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.password_hash;
}

/** How many posts stand of each author; authors without one are not in it. */
export async function countStatuses(
  store: Store,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  if (accountIds.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('statuses')
    .select(({ fn }) => ['account_id', fn.countAll<number>().as('count')])
    .where('community_id', '=', store.communityId)
    .where('account_id', 'in', [...accountIds])
    .where('deleted_at', 'is', null)
    .groupBy('account_id')
    .execute();
  return new Map(rows.map(({ account_id, count }) => [account_id, Number(count)]));
}

export async function countAccounts(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('community_id', '=', store.communityId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function accounts(store: Store) {
  return store.db.selectFrom('accounts').selectAll().where('community_id', '=', store.communityId);
}
