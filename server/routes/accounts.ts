import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { accountEntity, accountList, credentialAccountEntity } from '../entities/account';
import { flag, many, one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { notFound } from '../problem';
import { searchAccounts } from '../store/account-search';
import { type Account, accountByHandle, accountById, accountsByIds } from '../store/accounts';
import { readDirectory } from '../store/directory';
import { limitOf } from './page-links';

/** Who is here: people and places. */
export function accountRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/accounts/verify_credentials', async (context) => {
    const member = await memberOf(context, ports, 'read:accounts', 'profile');
    return context.json(await credentialAccountEntity(ports, member));
  });
  routes.get('/api/v1/accounts/lookup', async (context) => {
    await memberOf(context, ports, 'read:accounts');
    const handle = localHandle(ports, one(await readParameters(context), 'acct') ?? '');
    const account = handle === null ? undefined : await accountByHandle(ports.store, handle);
    return context.json(await accountEntity(ports, found(account)));
  });
  routes.get('/api/v1/accounts/search', (context) => search(context, ports));
  routes.get('/api/v1/directory', (context) => directory(context, ports));
  routes.get('/api/v1/accounts', async (context) => {
    await memberOf(context, ports, 'read:accounts');
    const ids = [...new Set(many(await readParameters(context), 'id'))];
    const accounts = await accountsByIds(ports.store, ids);
    return context.json(
      await accountList(
        ports,
        ids.flatMap((id) => accounts.get(id) ?? []),
      ),
    );
  });
  routes.get('/api/v1/accounts/:id{[0-9]+}', async (context) => {
    await memberOf(context, ports, 'read:accounts');
    return context.json(await accountEntity(ports, await accountOf(context, ports)));
  });
  return routes;
}

/** The account, or 404. */
export function found(account: Account | undefined): Account {
  if (account === undefined) throw notFound();
  return account;
}

/** The account that the address names by its id, or 404. */
export async function accountOf(context: Context, ports: Ports): Promise<Account> {
  return found(await accountById(ports.store, context.req.param('id') ?? ''));
}

/** The handle in `@anna` or `anna@our.host`; null where another server is named. */
export function localHandle(ports: Ports, acct: string): string | null {
  const [handle = '', host] = acct.trim().replace(/^@/, '').split('@');
  const ours = new URL(ports.origin);
  return host === undefined || [ours.host, ours.hostname].includes(host.toLowerCase()) ? handle : null;
}

async function search(context: Context, ports: Ports): Promise<Response> {
  const member = await memberOf(context, ports, 'read:accounts');
  const parameters = await readParameters(context);
  const asked = localHandle(ports, one(parameters, 'q') ?? '');
  const accounts =
    asked === null
      ? []
      : await searchAccounts(ports.store, asked, {
          limit: limitOf(parameters, SEARCHED),
          offset: offsetOf(one(parameters, 'offset')),
          followedBy: flag(parameters, 'following') ? member.id : undefined,
        });
  return context.json(await accountList(ports, accounts));
}

const SEARCHED = { usual: 40, most: 80 };

async function directory(context: Context, ports: Ports): Promise<Response> {
  await memberOf(context, ports, 'read:accounts');
  const parameters = await readParameters(context);
  const accounts = await readDirectory(ports.store, {
    order: one(parameters, 'order') === 'new' ? 'new' : 'active',
    limit: limitOf(parameters, SEARCHED),
    offset: offsetOf(one(parameters, 'offset')),
  });
  return context.json(await accountList(ports, accounts));
}

const LARGEST_OFFSET = 1_000_000;

function offsetOf(asked: string | undefined): number {
  const offset = Number.parseInt(asked ?? '', 10);
  return offset > 0 ? Math.min(offset, LARGEST_OFFSET) : 0;
}
