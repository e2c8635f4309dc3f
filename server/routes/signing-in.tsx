/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { checkPassword } from '../auth/secrets';
import { isOwnForm, signIn, signOut, visitorOf } from '../auth/session';
import type { Throttle } from '../auth/throttle';
import { SignInForm } from '../pages/forms';
import { wordsFor } from '../pages/words';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { accountByHandle, passwordHashOf } from '../store/accounts';
import { page } from './pages';

/** Signing in, and on to what was wanted; signing out. */
export function signingInRoutes(ports: Ports, throttle: Throttle): Hono {
  const routes = new Hono();
  routes.get('/sign-in', (context) => signInPage(context, ports, '', null));
  routes.post('/sign-in', (context) => trySignIn(context, ports, throttle));
  routes.post('/sign-out', async (context) => {
    const csrf = one(await readParameters(context), 'csrf') ?? '';
    if (isOwnForm(context, ports, await visitorOf(context, ports), csrf)) await signOut(context, ports);
    return context.redirect('/sign-in', 303);
  });
  return routes;
}

/** Only a path of our own may be gone on to. */
function nextOf(asked: string | undefined): string {
  return asked !== undefined && /^\/(?![/\\])/.test(asked) ? asked : '/';
}

async function signInPage(
  context: Context,
  ports: Ports,
  handle: string,
  problem: string | null,
  next = nextOf(context.req.query('next')),
) {
  const words = wordsFor(context, ports);
  const body = (
    <SignInForm words={words} community={ports.name} next={next} handle={handle} problem={problem} />
  );
  return page(context, ports, null, words.t('server.sign-in'), body, problem === null ? 200 : 422);
}

async function trySignIn(context: Context, ports: Ports, throttle: Throttle) {
  const parameters = await readParameters(context);
  const { t } = wordsFor(context, ports);
  const handle = (one(parameters, 'handle') ?? '').trim().replace(/^@/, '').toLowerCase();
  const next = nextOf(one(parameters, 'next'));
  if (!isOwnForm(context, ports, null, ''))
    return signInPage(context, ports, handle, t('server.form-elsewhere'), next);
  const wait = throttle.waitFor(handle);
  if (wait > 0) {
    const minutes = Math.ceil(wait / MINUTE_MS);
    return signInPage(context, ports, handle, t('server.too-many-tries', { count: minutes }), next);
  }
  const account = await accountByHandle(ports.store, handle);
  const stored = account === undefined ? undefined : await passwordHashOf(ports.store, account.id);
  if (!(await checkPassword(stored, one(parameters, 'password') ?? '')) || account === undefined) {
    throttle.failed(handle);
    return signInPage(context, ports, handle, t('server.sign-in-failed'), next);
  }
  throttle.succeeded(handle);
  await signIn(context, ports, account);
  return context.redirect(next, 303);
}
