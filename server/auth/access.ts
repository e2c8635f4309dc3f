import type { Context } from 'hono';
import type { Ports } from '../ports';
import { forbidden, Refusal, unauthorised } from '../problem';
import { type Account, accountById } from '../store/accounts';
import { findToken, type Token } from '../store/applications';
import { covers } from './scopes';

const FOUND = 'token';

/** The token of a request, looked up once; null: there is none. Refuses one that stands for nothing. */
export async function tokenOf(context: Context, ports: Ports): Promise<Token | null> {
  const secret = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (secret === undefined) return null;
  const known: Token | undefined = context.get(FOUND);
  const token = known ?? (await findToken(ports.store, secret));
  if (token === undefined) throw unauthorised();
  context.set(FOUND, token);
  return token;
}

/** The member on whose behalf an app asks; refuses where there is none, or where its scopes cover none of these. */
export async function memberOf(
  context: Context,
  ports: Ports,
  ...anyOf: readonly [string, ...string[]]
): Promise<Account> {
  const token = await tokenOf(context, ports);
  if (token === null) throw unauthorised();
  return memberOfToken(ports, token, ...anyOf);
}

/** As `memberOf`, for a token that came by another way than a header. */
export async function memberOfToken(
  ports: Ports,
  token: Token,
  ...anyOf: readonly [string, ...string[]]
): Promise<Account> {
  if (token.account_id === null) throw new Refusal(422, 'This method requires an authenticated user');
  if (!anyOf.some((scope) => covers(token.scopes, scope)))
    throw new Refusal(403, 'This action is outside the authorized scopes');
  const account = await accountById(ports.store, token.account_id);
  if (account === undefined) throw forbidden();
  return account;
}
