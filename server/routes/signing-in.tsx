/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { callerOf } from '../auth/caller';
import { checkPassword } from '../auth/secrets';
import { isOwnForm, signIn, signOut, visitorOf } from '../auth/session';
import type { Throttle } from '../auth/throttle';
import { SignInForm } from '../pages/forms';
import { wordsFor } from '../pages/words';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { accountByHandle, passwordHashOf } from '../store/accounts';
import { page } from './frame';

/** Signing in, and on to what was wanted; signing out. */
export function signingInRoutes(ports: Ports, throttle: Throttle): Hono {
  const routes = new Hono();
  routes.get('/sign-in', async (context) => {
    const next = nextOf(context.req.query('next'), ports.origin);
    const visitor = await visitorOf(context, ports);
    const stays = visitor !== null && context.req.query('again') === undefined;
    return stays ? context.redirect(next) : signInPage(context, ports, next);
  });
  routes.post('/sign-in', (context) => trySignIn(context, ports, throttle));
  routes.post('/sign-out', async (context) => {
    const csrf = one(await readParameters(context), 'csrf') ?? '';
    if (isOwnForm(context, ports, await visitorOf(context, ports), csrf)) await signOut(context, ports);
    return context.redirect('/sign-in', 303);
  });
  return routes;
}

/** Only a page of our own may be gone on to; read as a browser reads it, which skips tabs and turns backslashes. */
function nextOf(asked: string | undefined, origin: string): string {
  const home = `${origin}/`;
  if (asked === undefined || !URL.canParse(asked, home)) return home;
  const url = new URL(asked, home);
  return url.origin === origin ? url.href : home;
}

async function signInPage(
  context: Context,
  ports: Ports,
  next: string,
  { handle = '', problem = null as string | null, status = 200 as 200 | 422 | 429 } = {},
) {
  const words = wordsFor(context, ports);
  const body = (
    <SignInForm words={words} community={ports.name} next={next} handle={handle} problem={problem} />
  );
  return page(context, ports, null, words.t('server.sign-in'), body, status);
}

async function trySignIn(context: Context, ports: Ports, throttle: Throttle) {
  const parameters = await readParameters(context);
  const { t } = wordsFor(context, ports);
  const handle = (one(parameters, 'handle') ?? '').trim().replace(/^@/, '').toLowerCase();
  const next = nextOf(one(parameters, 'next'), ports.origin);
  const refuse = (problem: string, status: 422 | 429 = 422) =>
    signInPage(context, ports, next, { handle, problem, status });
  if (!isOwnForm(context, ports, null, '')) return refuse(t('server.form-elsewhere'));
  const caller = callerOf(context, ports.origin);
  const wait = throttle.take(handle, caller);
  if (wait > 0) return refuse(t('server.too-many-tries', { count: Math.ceil(wait / MINUTE_MS) }), 429);
  const account = await accountByHandle(ports.store, handle);
  const stored = account === undefined ? undefined : await passwordHashOf(ports.store, account.id);
  if (!(await checkPassword(stored, one(parameters, 'password') ?? '')) || account === undefined) {
    return refuse(t('server.sign-in-failed'));
  }
  throttle.giveBack(handle, caller);
  await signIn(context, ports, account);
  return context.redirect(next, 303);
}
