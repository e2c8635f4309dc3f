import type { Context } from 'hono';
import type { Ports } from '../ports';
import { forbidden, Refusal, unauthorised } from '../problem';
import { type Account, accountById } from '../store/accounts';
import type { Token } from '../store/applications';
import { type Bearer, findBearer } from '../store/bearers';
import { covers } from './scopes';

const FOUND = 'bearer';

/** The token of a request, looked up once; null: there is none. Refuses one that stands for nothing. */
export async function tokenOf(context: Context, ports: Ports): Promise<Token | null> {
  return (await bearerOf(context, ports))?.token ?? null;
}

/** The member on whose behalf an app asks; refuses where there is none, or where its scopes cover none of these. */
export async function memberOf(
  context: Context,
  ports: Ports,
  ...anyOf: readonly [string, ...string[]]
): Promise<Account> {
  const bearer = await bearerOf(context, ports);
  if (bearer === null) throw unauthorised();
  checkScopes(bearer.token, anyOf);
  if (bearer.account === undefined) throw forbidden();
  return bearer.account;
}

/** As `memberOf`, for a token that came by another way than a header. */
export async function memberOfToken(
  ports: Ports,
  token: Token,
  ...anyOf: readonly [string, ...string[]]
): Promise<Account> {
  const account = await accountById(ports.store, checkScopes(token, anyOf));
  if (account === undefined) throw forbidden();
  return account;
}

async function bearerOf(context: Context, ports: Ports): Promise<Bearer | null> {
  const secret = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (secret === undefined) return null;
  const known: Bearer | undefined = context.get(FOUND);
  const bearer = known ?? (await findBearer(ports.store, secret));
  if (bearer === undefined) throw unauthorised();
  context.set(FOUND, bearer);
  return bearer;
}

/** The id of the token's member. */
function checkScopes({ account_id, scopes }: Token, anyOf: readonly string[]): string {
  if (account_id === null) throw new Refusal(422, 'This method requires an authenticated user');
  if (!anyOf.some((scope) => covers(scopes, scope)))
    throw new Refusal(403, 'This action is outside the authorized scopes');
  return account_id;
}
