import type { Account } from '@/server/store/accounts';
import { isoTime } from '@/server/store/store';
import { ORIGIN, type Server } from './support';

export type Member = { readonly account: Account; readonly token: string };

export interface Shown {
  readonly id: string;
  readonly content: string;
  readonly visibility: string;
  readonly error?: string;
  readonly edited_at: string | null;
  readonly in_reply_to_id: string | null;
  readonly reblog: Shown | null;
  readonly favourited: boolean;
  readonly reblogged: boolean;
  readonly bookmarked: boolean;
  readonly favourites_count: number;
  readonly reblogs_count: number;
  readonly replies_count: number;
  readonly account: { readonly id: string; readonly acct: string };
  readonly mentions: readonly { readonly acct: string }[];
  readonly tags: readonly { readonly name: string }[];
}

/** Asks as an app does. */
export async function call<Body = Shown>(
  server: Server,
  { token }: Pick<Member, 'token'>,
  method: string,
  path: string,
  parameters?: Readonly<Record<string, unknown>>,
) {
  const body = parameters === undefined ? null : JSON.stringify(parameters);
  const response = await server.request(path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  });
  return {
    status: response.status,
    links: linksOf(response.headers.get('link') ?? ''),
    body: (await response.json()) as Body,
  };
}

function linksOf(header: string): Readonly<Record<string, string>> {
  const links = [...header.matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  return Object.fromEntries(links.map(([, url = '', rel = '']) => [rel, url.slice(ORIGIN.length)]));
}

/** Posts and answers what was made; a millisecond later than whatever was before. */
export async function say(
  server: Server,
  author: Member,
  status: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Shown> {
  server.time.now += 1;
  const answer = await call(server, author, 'POST', '/api/v1/statuses', { status, ...more });
  if (answer.status !== 200) throw new Error(answer.body.error);
  return answer.body;
}

export const idsOf = (posts: readonly { readonly id: string }[]): string[] => posts.map(({ id }) => id);

/** Somebody follows somebody, or is let into a place. */
export async function follow(server: Server, who: Account, whom: { id: string }, reblogs = 1): Promise<void> {
  const store = server.store();
  await store.db
    .insertInto('follows')
    .values({
      community_id: store.communityId,
      account_id: who.id,
      target_id: whom.id,
      id: store.newId(),
      state: 'accepted',
      reblogs,
      notify: 0,
      created_at: isoTime(store.clock()),
    })
    .execute();
}

/** A place, made behind the API's back. */
export async function aPlace(server: Server, handle: string, locked: boolean): Promise<{ id: string }> {
  const { db, communityId: community_id, newId, clock } = server.store();
  const id = newId();
  const created_at = isoTime(clock());
  await db
    .insertInto('accounts')
    .values({ community_id, id, handle, display_name: handle, role: 'member', created_at })
    .execute();
  await db
    .insertInto('places')
    .values({ community_id, account_id: id, about: '', locked: locked ? 1 : 0, created_by: null, created_at })
    .execute();
  return { id };
}

/** What somebody was told, as `type from post`. */
export async function toldTo(server: Server, { account }: Member): Promise<string[]> {
  const rows = await server
    .store()
    .db.selectFrom('notifications')
    .innerJoin('accounts', 'accounts.id', 'notifications.from_account_id')
    .select(['notifications.type', 'accounts.handle', 'notifications.status_id'])
    .where('notifications.account_id', '=', account.id)
    .orderBy('notifications.id')
    .execute();
  return rows.map(({ type, handle, status_id }) => `${type} ${handle} ${status_id}`);
}
