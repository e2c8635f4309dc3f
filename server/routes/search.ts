import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { accountEntities } from '../entities/account';
import { statusEntities } from '../entities/status';
import { tagEntity } from '../entities/tag';
import { readOwnAddress, type Shown, withoutOwnHost } from '../own-address';
import { flag, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { Refusal } from '../problem';
import { parseQuery } from '../search/query';
import { searchAccounts } from '../store/account-search';
import { type Account, accountByHandle } from '../store/accounts';
import { followedAmong } from '../store/followed-tags';
import { searchStatuses } from '../store/search';
import { type StatusRow, visibleStatus } from '../store/statuses';
import { searchTags } from '../store/tag-search';
import { pageOf } from './page-links';

/** Nobody turns so many pages; a number that is no integer any more would be refused by the database. */
const MOST_SKIPPED = 10_000;

/** Finding people, posts and topics. */
export function searchRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v2/search', (context) => search(context, ports));
  return routes;
}

interface Found {
  readonly accounts: readonly Account[];
  readonly statuses: readonly StatusRow[];
  readonly hashtags: readonly string[];
}

async function search(context: Context, ports: Ports): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:search');
  const parameters = await readParameters(context);
  const typed = one(parameters, 'q')?.trim() ?? '';
  if (typed === '') throw new Refusal(400, 'param is missing or the value is empty: q');
  const shown = flag(parameters, 'resolve') ? readOwnAddress(typed, ports.origin) : null;
  const found =
    shown === null
      ? await find(ports, typed, reader.id, parameters)
      : await findShown(ports, shown, reader.id, parameters);
  const accounts = await accountEntities(
    ports,
    found.accounts.map(({ id }) => id),
  );
  const followed = await followedAmong(ports.store, reader.id, found.hashtags);
  return context.json({
    accounts: found.accounts.flatMap(({ id }) => accounts.get(id) ?? []),
    statuses: await statusEntities(ports, found.statuses, reader.id),
    hashtags: found.hashtags.map((tag) => tagEntity(ports, tag, followed.has(tag))),
  });
}

const ONE_TAG = /^[#＃]?([\p{L}\p{N}\p{M}_]+)$/u;

/** What begins with "#" or says "from:" is about posts and topics; a name has no other server's behind it. */
async function find(ports: Ports, asked: string, reader: string, parameters: Parameters): Promise<Found> {
  const { store, origin } = ports;
  const typed = withoutOwnHost(asked, origin);
  const query = parseQuery(typed);
  const { limit, maxId, minId } = pageOf(parameters);
  const type = one(parameters, 'type');
  const page = { limit, offset: type === undefined ? 0 : offsetOf(parameters) };
  const wants = wantedBy(parameters);
  const accountId = one(parameters, 'account_id');
  const followedBy = flag(parameters, 'following') ? reader : undefined;
  const isName = !/^[#＃]|\S@\S/u.test(typed) && query.from === null;
  const tag = ONE_TAG.exec(typed.normalize('NFC').toLowerCase())?.[1];
  return {
    accounts: wants('accounts') && isName ? await searchAccounts(store, typed, { ...page, followedBy }) : [],
    statuses: wants('statuses')
      ? await searchStatuses(store, query, reader, { ...page, accountId, maxId, minId })
      : [],
    hashtags: wants('hashtags') && tag !== undefined ? await searchTags(store, tag, reader, page) : [],
  };
}

async function findShown(ports: Ports, shown: Shown, reader: string, parameters: Parameters): Promise<Found> {
  const { store } = ports;
  const wants = wantedBy(parameters);
  const { handle, id } = shown;
  const isAccount = id === null;
  const account = isAccount && wants('accounts') ? await accountByHandle(store, handle) : undefined;
  const status = !isAccount && wants('statuses') ? await visibleStatus(store, id, reader) : undefined;
  return {
    accounts: account === undefined ? [] : [account],
    statuses: status === undefined ? [] : [status],
    hashtags: [],
  };
}

function wantedBy(parameters: Parameters): (kind: keyof Found) => boolean {
  const type = one(parameters, 'type');
  return (kind) => type === undefined || type === kind;
}

function offsetOf(parameters: Parameters): number {
  const asked = Number.parseInt(one(parameters, 'offset') ?? '', 10);
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), MOST_SKIPPED);
}
