/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { hashPassword, SHORTEST_PASSWORD } from '../auth/secrets';
import { isOwnForm, signIn } from '../auth/session';
import { ResetForm } from '../pages/ResetForm';
import { wordsFor } from '../pages/words';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import type { Account } from '../store/accounts';
import { accountOfReset, usePasswordReset } from '../store/password-resets';
import { Notice, page } from './frame';

/** Choosing a new password by a link that works once. Only looking at it spends nothing: mail programs do so too. */
export function resettingRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/reset/:secret', async (context) => {
    const account = await accountOfReset(ports.store, context.req.param('secret'));
    return account === undefined ? spentPage(context, ports) : resetPage(context, ports, account, null);
  });
  routes.post('/reset/:secret', async (context) => reset(context, ports, context.req.param('secret')));
  return routes;
}

function resetPage(context: Context, ports: Ports, { handle }: Account, problem: string | null) {
  const words = wordsFor(context, ports);
  const action = new URL(context.req.url).pathname;
  const form = <ResetForm words={words} handle={handle} action={action} problem={problem} />;
  return page(context, ports, null, words.t('server.reset-title'), form, problem === null ? 200 : 422);
}

function spentPage(context: Context, ports: Ports) {
  const { t } = wordsFor(context, ports);
  const notice = <Notice title={t('server.reset-spent')} about={t('server.reset-spent-about')} />;
  return page(context, ports, null, t('server.reset-spent'), notice, 404);
}

async function reset(context: Context, ports: Ports, secret: string) {
  const account = await accountOfReset(ports.store, secret);
  if (account === undefined) return spentPage(context, ports);
  const { t } = wordsFor(context, ports);
  const password = one(await readParameters(context), 'password') ?? '';
  const refuse = (problem: string) => resetPage(context, ports, account, problem);
  if (!isOwnForm(context, ports, null, '')) return refuse(t('server.form-elsewhere'));
  if (password.length < SHORTEST_PASSWORD)
    return refuse(t('server.password-short', { count: SHORTEST_PASSWORD }));
  const passwordHash = await hashPassword(password);
  if (!(await usePasswordReset(ports.store, secret, account.id, passwordHash)))
    return spentPage(context, ports);
  await signIn(context, ports, account);
  return context.redirect('/', 303);
}
