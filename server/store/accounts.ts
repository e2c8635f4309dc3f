import type { Kysely, Selectable } from 'kysely';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Question } from './database/at-once';
import { ask } from './database/in-words';
import { isDuplicate } from './error-code';
import { gathered } from './gather';
import type { Schema } from './schema';
import { isoTime, type Store } from './store';

/** A person, or a place. */
export type Account = Selectable<Schema['accounts']> & { readonly place: PlaceTraits | null };

export interface PlaceTraits {
  readonly about: string;
  /** Its members say who joins, and only they read what is posted in it. */
  readonly locked: boolean;
  /** Who made it; null where nobody is known. */
  readonly createdBy: string | null;
}

/** What people and places are called by; they share one set of names. */
export const HANDLE = /^[a-z0-9_]{2,30}$/;

export interface NewAccount {
  readonly handle: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly role: 'coordinator' | 'member';
}

/** Makes an account and its sign-in in one transaction; the handle must be free. */
export async function createAccount(
  store: Store,
  account: NewAccount,
): Promise<Result<Account, 'handle-taken'>> {
  return unlessTaken(() => store.db.transaction().execute((trx) => addAccount(trx, store, account)));
}

/** Makes an account and its sign-in as part of a transaction, which fails where somebody has the handle. */
export async function addAccount(trx: Kysely<Schema>, store: Store, account: NewAccount): Promise<Account> {
  const row: Selectable<Schema['accounts']> = {
    community_id: store.communityId,
    id: store.newId(),
    handle: account.handle,
    display_name: account.displayName,
    role: account.role,
    created_at: isoTime(store.clock()),
  };
  const signIn = { community_id: store.communityId, account_id: row.id, password_hash: account.passwordHash };
  await trx.insertInto('accounts').values(row).execute();
  await trx.insertInto('sign_ins').values(signIn).execute();
  return { ...row, place: null };
}

/** What a transaction that adds an account made, or that its handle is somebody else's. */
export async function unlessTaken<Value>(work: () => Promise<Value>): Promise<Result<Value, 'handle-taken'>> {
  try {
    return succeed(await work());
  } catch (error) {
    if (isDuplicate(error)) return fail('handle-taken');
    throw error;
  }
}

export const accountById = gathered(
  async (store, ids: readonly string[]): Promise<readonly (Account | undefined)[]> => {
    const found = await accountsByIds(store, ids);
    return ids.map((id) => found.get(id));
  },
);

export async function accountByHandle(store: Store, handle: string): Promise<Account | undefined> {
  return found(await accounts(store).where('accounts.handle', '=', handle.toLowerCase()).executeTakeFirst());
}

/** Those of these handles that somebody, or a place, has. */
export async function accountsByHandles(store: Store, handles: readonly string[]): Promise<Account[]> {
  return handles.length === 0 ? [] : accountsCalled(store, handles);
}

const accountsCalled = gathered(async (store, lists: readonly (readonly string[])[]) => {
  const wanted = lists.map((handles) => new Set(handles.map((handle) => handle.toLowerCase())));
  const all = [...new Set(wanted.flatMap((handles) => [...handles]))];
  const rows = await ask(store.db, 'accounts called', [store.communityId, ...all], () =>
    accounts(store).where('accounts.handle', 'in', all),
  );
  const found = rows.map(toAccount);
  return wanted.map((handles) => found.filter(({ handle }) => handles.has(handle)));
});

/** Whether somebody, or a place, has one of these handles in lower case: to be asked of a database that takes lists. */
export function calledToRead({ db, communityId }: Store, handles: readonly string[]): Question {
  const build = () =>
    db
      .selectFrom('accounts')
      .select('id')
      .where('community_id', '=', communityId)
      .where(({ eb, fn, val }) => eb('handle', '=', fn.any(val(handles))));
  return { name: 'called', values: [communityId, handles], build };
}

export async function accountsByIds(store: Store, ids: readonly string[]): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map();
  const rows = await accounts(store)
    .where('accounts.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toAccount(row)]));
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

/** Gives a member another name to be shown by. */
export async function renameAccount(store: Store, id: string, displayName: string): Promise<void> {
  await store.db
    .updateTable('accounts')
    .set({ display_name: displayName })
    .where('community_id', '=', store.communityId)
    .where('id', '=', id)
    .execute();
}

/** How many people are members. */
export async function countMembers(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .leftJoin('places', (join) =>
      join
        .onRef('places.community_id', '=', 'accounts.community_id')
        .onRef('places.account_id', '=', 'accounts.id'),
    )
    .where('accounts.community_id', '=', store.communityId)
    .where('places.account_id', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Accounts to be read, as `toAccount` takes them. A place's traits by subqueries: SQLite takes ten times as long to join the few places to one account. */
export function accounts(store: Store) {
  return store.db
    .selectFrom('accounts')
    .selectAll('accounts')
    .select((eb) => {
      const place = eb
        .selectFrom('places')
        .whereRef('places.community_id', '=', 'accounts.community_id')
        .whereRef('places.account_id', '=', 'accounts.id');
      return [
        place.select('places.about').as('about'),
        place.select('places.locked').as('locked'),
        place.select('places.created_by').as('created_by'),
      ];
    })
    .where('accounts.community_id', '=', store.communityId);
}

type AccountRow = Selectable<Schema['accounts']> & {
  readonly about: string | null;
  readonly locked: number | null;
  readonly created_by: string | null;
};

export function toAccount({ about, locked, created_by, ...account }: AccountRow): Account {
  return {
    ...account,
    place: about === null ? null : { about, locked: locked === 1, createdBy: created_by },
  };
}

function found(row: AccountRow | undefined): Account | undefined {
  return row === undefined ? undefined : toAccount(row);
}
