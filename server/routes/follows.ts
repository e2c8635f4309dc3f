import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { type AccountEntity, accountEntities } from '../entities/account';
import { relationshipEntities } from '../entities/relationship';
import { flag, many, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { forbidden, notFound } from '../problem';
import { type Account, accountsByIds } from '../store/accounts';
import { familiarFollowers, followedBy, followersOf } from '../store/follow-lists';
import { requestsFor, settleRequest } from '../store/follow-requests';
import { follow, unfollow } from '../store/follows';
import type { Page } from '../store/paging';
import { accountOf } from './accounts';
import { addPageLinks, pageOf } from './page-links';

const PAGE = { usual: 40, most: 80 };

/** Following people, joining places, and being let in. */
export function followRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/accounts/relationships', async (context) => {
    const member = await memberOf(context, ports, 'read:follows');
    const asked = many(await readParameters(context), 'id');
    const known = await accountsByIds(ports.store, asked);
    const ids = asked.filter((id) => known.has(id));
    return context.json(await relationshipEntities(ports, member, ids));
  });
  routes.get('/api/v1/accounts/familiar_followers', (context) => familiar(context, ports));
  routes.post('/api/v1/accounts/:id{[0-9]+}/follow', (context) => startFollowing(context, ports));
  routes.post('/api/v1/accounts/:id{[0-9]+}/unfollow', async (context) => {
    const member = await memberOf(context, ports, 'write:follows');
    const target = await accountOf(context, ports);
    await unfollow(ports.store, member.id, target);
    return relationshipWith(context, ports, member, target);
  });
  routes.post('/api/v1/accounts/:id{[0-9]+}/remove_from_followers', async (context) => {
    const member = await memberOf(context, ports, 'write:follows');
    const follower = await accountOf(context, ports);
    await unfollow(ports.store, follower.id, member);
    return relationshipWith(context, ports, member, follower);
  });
  addLists(routes, ports);
  addRequests(routes, ports);
  return routes;
}

function addLists(routes: Hono, ports: Ports): void {
  routes.get('/api/v1/accounts/:id{[0-9]+}/followers', async (context) => {
    const reader = await memberOf(context, ports, 'read:accounts');
    const target = await accountOf(context, ports);
    return answerList(context, ports, async (page) =>
      (await followersOf(ports.store, target, reader, page)).map(({ id, account_id }) => [id, account_id]),
    );
  });
  routes.get('/api/v1/accounts/:id{[0-9]+}/following', async (context) => {
    const reader = await memberOf(context, ports, 'read:accounts');
    const account = await accountOf(context, ports);
    return answerList(context, ports, async (page) =>
      (await followedBy(ports.store, account.id, reader, page)).map(({ id, target_id }) => [id, target_id]),
    );
  });
}

/** A keeper sees each person once, with the request that came first; settling it brings up their next. */
function addRequests(routes: Hono, ports: Ports): void {
  routes.get('/api/v1/follow_requests', async (context) => {
    const keeper = await memberOf(context, ports, 'read:follows');
    return answerList(context, ports, async (page) =>
      (await requestsFor(ports.store, keeper, page)).map(({ id, account_id }) => [id, account_id]),
    );
  });
  for (const [action, accept] of [
    ['authorize', true],
    ['reject', false],
  ] as const) {
    routes.post(`/api/v1/follow_requests/:id{[0-9]+}/${action}`, async (context) => {
      const keeper = await memberOf(context, ports, 'write:follows');
      const requester = await accountOf(context, ports);
      const placeId = one(await readParameters(context), 'place_id');
      if (!(await settleRequest(ports.store, keeper, requester.id, { accept, placeId }))) throw notFound();
      return relationshipWith(context, ports, keeper, requester);
    });
  }
}

async function startFollowing(context: Context, ports: Ports): Promise<Response> {
  const member = await memberOf(context, ports, 'write:follows');
  const target = await accountOf(context, ports);
  if (target.id === member.id) throw forbidden();
  const parameters = await readParameters(context);
  await follow(ports.store, member, target, {
    reblogs: choice(parameters, 'reblogs'),
    notify: choice(parameters, 'notify'),
  });
  return relationshipWith(context, ports, member, target);
}

function choice(parameters: Parameters, name: string): boolean | undefined {
  return one(parameters, name) === undefined ? undefined : flag(parameters, name);
}

async function relationshipWith(
  context: Context,
  ports: Ports,
  member: Account,
  { id }: Account,
): Promise<Response> {
  const [relationship] = await relationshipEntities(ports, member, [id]);
  return context.json(relationship);
}

/** A page of accounts in the order of rows of another kind, whose ids are the cursors. */
async function answerList(
  context: Context,
  ports: Ports,
  read: (page: Page) => Promise<(readonly [cursor: string, accountId: string])[]>,
): Promise<Response> {
  const page = pageOf(await readParameters(context), PAGE);
  const rows = await read(page);
  const cursors = rows.map(([cursor]) => cursor);
  addPageLinks(context, ports.origin, cursors, page.limit);
  const ids = rows.map(([, id]) => id);
  return context.json(inOrder(await accountEntities(ports, ids), ids));
}

function inOrder(entities: ReadonlyMap<string, AccountEntity>, ids: readonly string[]): AccountEntity[] {
  return ids.flatMap((id) => entities.get(id) ?? []);
}

async function familiar(context: Context, ports: Ports): Promise<Response> {
  const member = await memberOf(context, ports, 'read:follows');
  const ids = [...new Set(many(await readParameters(context), 'id'))];
  const rows = await familiarFollowers(ports.store, member, ids);
  const entities = await accountEntities(
    ports,
    rows.map(({ account_id }) => account_id),
  );
  const followers = (id: string) =>
    rows.filter(({ target_id }) => target_id === id).map(({ account_id }) => account_id);
  return context.json(ids.map((id) => ({ id, accounts: inOrder(entities, followers(id)) })));
}
