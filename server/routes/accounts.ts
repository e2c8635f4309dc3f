import { Hono } from 'hono';
import { memberOf } from '../auth/access';
import { accountEntity, credentialAccountEntity } from '../entities/account';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { notFound } from '../problem';
import { type Account, accountByHandle, accountById } from '../store/accounts';

/** Who is here. */
export function accountRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/accounts/verify_credentials', async (context) => {
    const member = await memberOf(context, ports, 'read:accounts', 'profile');
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
  return routes;
}

/** The account, or 404. */
export function found(account: Account | undefined): Account {
  if (account === undefined) throw notFound();
  return account;
}
