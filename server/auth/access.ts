import type { Context } from 'hono';
import type { Ports } from '../ports';
import { forbidden, Refusal, unauthorised } from '../problem';
import { type Account, accountById } from '../store/accounts';
import { findToken, type Token } from '../store/applications';

/** Whether scopes cover all that are wanted: `write` covers `write:statuses`. */
export function covers(granted: string, wanted: string): boolean {
  const scopes = granted.split(' ');
  return wanted
    .split(' ')
    .every((scope) => scopes.includes(scope) || scopes.includes(scope.split(':')[0] ?? ''));
}

export async function tokenOf(context: Context, ports: Ports): Promise<Token | null> {
  const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (bearer === undefined) return null;
  const token = await findToken(ports.store, bearer);
  if (token === undefined) throw unauthorised();
  return token;
}

/** The member on whose behalf an app asks; refuses where there is none, or where its scopes do not cover `scope`. */
export async function memberOf(context: Context, ports: Ports, scope: string): Promise<Account> {
  const token = await tokenOf(context, ports);
  if (token === null) throw unauthorised();
  if (token.account_id === null) throw new Refusal(422, 'This method requires an authenticated user');
  if (!covers(token.scopes, scope)) throw new Refusal(403, 'This action is outside the authorized scopes');
  const account = await accountById(ports.store, token.account_id);
  if (account === undefined) throw forbidden();
  return account;
}
