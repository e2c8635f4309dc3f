import type { Account } from '@/server/store/accounts';
import { createPlace } from '@/server/store/places';
import type { Member, Server } from './support';

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  /** Path and query of the next page; null on the last. */
  readonly next: string | null;
}

/** Asks as an app does; what is sent goes as JSON. */
export async function ask<Body>(
  server: Server,
  member: Member | null,
  method: string,
  path: string,
  sent?: object,
): Promise<Answer<Body>> {
  const response = await server.request(path, {
    method,
    headers: {
      ...(member === null ? {} : { authorization: `Bearer ${member.token}` }),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  return {
    status: response.status,
    body: (await response.json()) as Body,
    next: next === undefined ? null : `${new URL(next).pathname}${new URL(next).search}`,
  };
}

/** Every item of a list, page after page. */
export async function everyPage<Item>(server: Server, member: Member, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page: Answer<Item[]> = await ask(server, member, 'GET', next);
    items.push(...page.body);
    next = page.next;
  }
  return items;
}

export async function aPlace(
  server: Server,
  maker: Member,
  { handle = 'archief', locked = false }: { handle?: string; locked?: boolean } = {},
): Promise<Account> {
  const place = { handle, name: `Plek ${handle}`, about: `Over ${handle}`, locked };
  const made = await createPlace(server.store(), place, maker.account);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** Posts as an app does, and answers the post's id. */
export async function say(
  server: Server,
  member: Member,
  status: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  server.time.now += 1;
  const { body } = await ask<{ id: string }>(server, member, 'POST', '/api/v1/statuses', { status, ...more });
  return body.id;
}

export interface AccountBody {
  readonly id: string;
  readonly acct: string;
  readonly group: boolean;
  readonly locked: boolean;
  readonly note: string;
  readonly statuses_count: number;
  readonly followers_count: number;
  readonly following_count: number;
  readonly last_status_at: string | null;
}

export interface RelationshipBody {
  readonly id: string;
  readonly following: boolean;
  readonly requested: boolean;
  readonly requested_by: boolean;
  readonly followed_by: boolean;
  readonly notifying: boolean;
  readonly showing_reblogs: boolean;
}

export const PLACES = '/api/deelgenoot/v1/places';

export interface PlaceBody {
  readonly handle: string;
  readonly membership: string;
  readonly members: number;
  readonly locked: boolean;
  readonly keeper: boolean;
}
