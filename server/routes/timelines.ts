import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { accountEntity, credentialAccountEntity, statusEntities } from '../entities';
import { flag, one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { notFound } from '../problem';
import { type Account, accountByHandle, accountById } from '../store/accounts';
import { readTimeline, type Timeline } from '../store/timelines';
import { addPageLinks, pageOf } from './page-links';

/** Accounts and the posts to read: home, everybody's, one author's. */
export function timelineRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/timelines/home', (context) =>
    page(context, ports, (reader) => ({ kind: 'home', reader })),
  );
  routes.get('/api/v1/timelines/public', (context) => page(context, ports, () => ({ kind: 'public' })));
  routes.get('/api/v1/accounts/verify_credentials', async (context) => {
    const member = await memberOf(context, ports, 'read:accounts');
    return context.json(await credentialAccountEntity(ports, member));
  });
  routes.get('/api/v1/accounts/lookup', async (context) => {
    await memberOf(context, ports, 'read:accounts');
    const acct = (one(await readParameters(context), 'acct') ?? '').replace(/^@/, '');
    const [handle = '', domain] = acct.split('@');
    if (domain !== undefined && domain !== new URL(ports.origin).host) throw notFound();
    return context.json(await accountEntity(ports, found(await accountByHandle(ports.store, handle))));
  });
  routes.get('/api/v1/accounts/:id', async (context) => {
    await memberOf(context, ports, 'read:accounts');
    return context.json(
      await accountEntity(ports, found(await accountById(ports.store, context.req.param('id')))),
    );
  });
  routes.get('/api/v1/accounts/:id/statuses', async (context) => {
    await memberOf(context, ports, 'read:statuses');
    const { id: accountId } = found(await accountById(ports.store, context.req.param('id')));
    const parameters = await readParameters(context);
    if (flag(parameters, 'pinned') || flag(parameters, 'only_media')) return context.json([]);
    const replies = !flag(parameters, 'exclude_replies');
    return page(context, ports, (reader) => ({ kind: 'account', accountId, reader, replies }));
  });
  return routes;
}

function found(account: Account | undefined): Account {
  if (account === undefined) throw notFound();
  return account;
}

async function page(context: Context, ports: Ports, choose: (reader: string) => Timeline): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:statuses');
  const wanted = pageOf(await readParameters(context));
  const rows = await readTimeline(ports.store, choose(reader.id), wanted);
  addPageLinks(
    context,
    ports.origin,
    rows.map(({ id }) => id),
    wanted.limit,
  );
  return context.json(await statusEntities(ports, rows, reader.id));
}
