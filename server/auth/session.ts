import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { DAY_MS } from '@/utils/kernel/clock';
import type { Ports } from '../ports';
import { type Account, accountById } from '../store/accounts';
import { endSession, findSession, startSession } from '../store/sign-ins';
import { makeSecret, sameSecret } from './secrets';

const COOKIE = 'deelgenoot_session';
const SESSION_MS = 30 * DAY_MS;

/** Somebody who is signed in on the server's pages. */
export interface Visitor {
  readonly account: Account;
  readonly csrf: string;
}

export async function visitorOf(context: Context, ports: Ports): Promise<Visitor | null> {
  const secret = getCookie(context, COOKIE);
  const session = secret === undefined ? undefined : await findSession(ports.store, secret);
  const account = session === undefined ? undefined : await accountById(ports.store, session.account_id);
  return session === undefined || account === undefined ? null : { account, csrf: session.csrf };
}

export async function signIn(context: Context, ports: Ports, account: Account): Promise<void> {
  const secret = makeSecret(ports.randomBytes);
  const csrf = makeSecret(ports.randomBytes);
  await startSession(ports.store, { secret, csrf, accountId: account.id, lastsMs: SESSION_MS });
  setCookie(context, COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: ports.origin.startsWith('https:'),
    path: '/',
    maxAge: SESSION_MS / 1000,
  });
}

export async function signOut(context: Context, ports: Ports): Promise<void> {
  const secret = getCookie(context, COOKIE);
  if (secret !== undefined) await endSession(ports.store, secret);
  deleteCookie(context, COOKIE, { path: '/' });
}

/**
 * Whether a form was sent from a page of ours, by the visitor who was shown it. Before sign-in there is no session to
 * bind a token to; the origin, which every browser sends with a form and no page can forge, decides alone.
 */
export function isOwnForm(context: Context, ports: Ports, visitor: Visitor | null, csrf: string): boolean {
  const from = context.req.header('origin');
  if (from !== undefined && from !== ports.origin) return false;
  if (from === undefined && /^(cross|same)-site$/.test(context.req.header('sec-fetch-site') ?? ''))
    return false;
  return visitor === null || sameSecret(csrf, visitor.csrf);
}
