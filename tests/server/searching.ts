import { parseQuery } from '@/server/search/query';
import { type NewStatus, postStatus } from '@/server/store/post-status';
import { type SearchPage, searchStatuses } from '@/server/store/search';
import type { StatusRow } from '@/server/store/statuses';
import type { Store } from '@/server/store/store';
import { aMember, aServer } from './support';
import { words } from './words';

/** Posts straight into the store; its id. */
export async function say(
  store: Store,
  accountId: string,
  text: string,
  changes: Partial<NewStatus> = {},
): Promise<string> {
  const posted = await postStatus(store, words(accountId, text, changes), null);
  return posted.kind === 'gone' ? posted.id : posted.status.id;
}

/** The ids that a search answers, in its order. */
export async function search(
  store: Store,
  reader: string,
  typed: string,
  page: Partial<SearchPage> = {},
): Promise<string[]> {
  const found = await searchStatuses(store, parseQuery(typed), reader, { limit: 1_000, offset: 0, ...page });
  return found.map(({ id }) => id);
}

/** A store with Anna in it. */
export async function aSearchableStore() {
  const server = await aServer();
  const { account } = await aMember(server);
  return { server, store: server.store(), anna: account.id };
}

export async function rowOf(store: Store, id: string): Promise<StatusRow> {
  return store.db.selectFrom('statuses').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
