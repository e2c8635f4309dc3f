/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { DAY_MS } from '@/utils/kernel/clock';
import { hashPassword, makeSecret, SHORTEST_PASSWORD } from '../auth/secrets';
import { isOwnForm, signIn, visitorOf } from '../auth/session';
import { JoinForm, type JoinValues } from '../pages/forms';
import { wordsFor } from '../pages/words';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { createAccount, HANDLE } from '../store/accounts';
import { addInvitation, findInvitation, returnInvitation, useInvitation } from '../store/sign-ins';
import { notFoundPage, page, toSignIn } from './frame';

const INVITATION_MS = 14 * DAY_MS;
const INVITATION_USES = 10;

/** Becoming a member by an invitation link, and making such links. */
export function joiningRoutes(ports: Ports, onJoined: () => void): Hono {
  const routes = new Hono();
  routes.get('/invitation/:secret', async (context) => {
    const known = await findInvitation(ports.store, context.req.param('secret'));
    return known === undefined
      ? notFoundPage(context, ports)
      : joinPage(context, ports, { displayName: '', handle: '' }, null);
  });
  routes.post('/invitation/:secret', (context) => join(context, ports, onJoined));
  routes.get('/invitations', (context) => invitePage(context, ports, null));
  routes.post('/invitations', async (context) => {
    const visitor = await visitorOf(context, ports);
    if (visitor === null) return toSignIn(context, ports);
    const csrf = one(await readParameters(context), 'csrf') ?? '';
    if (!isOwnForm(context, ports, visitor, csrf)) return invitePage(context, ports, null);
    const secret = makeSecret(ports.randomBytes);
    await addInvitation(ports.store, {
      secret,
      invitedBy: visitor.account.id,
      role: 'member',
      uses: INVITATION_USES,
      expiresAt: ports.clock() + INVITATION_MS,
    });
    return invitePage(context, ports, `${ports.origin}/invitation/${secret}`);
  });
  return routes;
}

function joinPage(context: Context, ports: Ports, values: JoinValues, problem: string | null) {
  const words = wordsFor(context, ports);
  const action = new URL(context.req.url).pathname;
  const form = (
    <JoinForm words={words} community={ports.name} action={action} values={values} problem={problem} />
  );
  return page(context, ports, null, words.t('server.join'), form, problem === null ? 200 : 422);
}

async function join(context: Context, ports: Ports, onJoined: () => void) {
  const secret = context.req.param('secret') ?? '';
  const invitation = await findInvitation(ports.store, secret);
  if (invitation === undefined) return notFoundPage(context, ports);
  const parameters = await readParameters(context);
  const { t } = wordsFor(context, ports);
  const displayName = (one(parameters, 'displayName') ?? '').trim();
  const handle = (one(parameters, 'handle') ?? '').trim().replace(/^@/, '').toLowerCase();
  const password = one(parameters, 'password') ?? '';
  const refuse = (problem: string) => joinPage(context, ports, { displayName, handle }, problem);
  if (!isOwnForm(context, ports, null, '')) return refuse(t('server.form-elsewhere'));
  if (displayName === '' || displayName.length > 60) return refuse(t('server.name-wrong'));
  if (!HANDLE.test(handle)) return refuse(t('server.handle-wrong'));
  if (password.length < SHORTEST_PASSWORD)
    return refuse(t('server.password-short', { count: SHORTEST_PASSWORD }));
  const passwordHash = await hashPassword(password);
  if (!(await useInvitation(ports.store, secret))) return notFoundPage(context, ports);
  const account = await createAccount(ports.store, {
    handle,
    displayName,
    passwordHash,
    role: invitation.role,
  });
  if (!account.ok) {
    await returnInvitation(ports.store, secret);
    return refuse(t('server.handle-taken'));
  }
  onJoined();
  await signIn(context, ports, account.value);
  return context.redirect('/', 303);
}

async function invitePage(context: Context, ports: Ports, link: string | null) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  const { t } = wordsFor(context, ports);
  const body = (
    <form method="post" action="/invitations" class="card">
      <h1>{t('server.invite')}</h1>
      <p>{t('server.invite-about', { count: INVITATION_USES })}</p>
      <input type="hidden" name="csrf" value={visitor.csrf} />
      {link === null ? null : (
        <p role="status">
          <a href={link}>{link}</a>
        </p>
      )}
      <button type="submit">{t('server.make-invitation')}</button>
    </form>
  );
  return page(context, ports, visitor, t('server.invite'), body);
}
