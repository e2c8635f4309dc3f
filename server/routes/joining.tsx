/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { hashPassword, SHORTEST_PASSWORD } from '../auth/secrets';
import { isOwnForm, signIn, visitorOf } from '../auth/session';
import { choosePractices, guestPractices } from '../inviting/practices';
import { JoinForm, type JoinValues } from '../pages/forms';
import { InvitedPage } from '../pages/InvitedPage';
import { WelcomePage } from '../pages/WelcomePage';
import { wordsFor } from '../pages/words';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { accountById, HANDLE } from '../store/accounts';
import { findInvitation, type Invitation, joinWith, stateOf } from '../store/invitations';
import { Notice, notFoundPage, page, toSignIn } from './frame';

/** Becoming a member by an invitation link: reading first, then the form, then how to go on. */
export function joiningRoutes(ports: Ports, onJoined: () => void): Hono {
  const routes = new Hono();
  routes.get('/invitation/:secret', (context) => invitedPage(context, ports));
  routes.get('/invitation/:secret/join', async (context) => {
    const closed = await closedPage(context, ports);
    return closed ?? joinPage(context, ports, { displayName: '', handle: '' }, null);
  });
  routes.post('/invitation/:secret/join', (context) => join(context, ports, onJoined));
  routes.get('/welcome', async (context) => {
    const visitor = await visitorOf(context, ports);
    if (visitor === null) return toSignIn(context, ports);
    const words = wordsFor(context, ports);
    const { display_name: name } = visitor.account;
    const body = <WelcomePage words={words} name={name} address={ports.origin} />;
    return page(context, ports, visitor, words.t('server.welcome', { name }), body);
  });
  return routes;
}

function invitationOf(context: Context, { store }: Ports): Promise<Invitation | undefined> {
  return findInvitation(store, context.req.param('secret') ?? '');
}

async function invitedPage(context: Context, ports: Ports) {
  const closed = await closedPage(context, ports);
  if (closed !== null) return closed;
  const inviter = await inviterOf(ports, await invitationOf(context, ports));
  const words = wordsFor(context, ports);
  const visitor = await visitorOf(context, ports);
  const body = (
    <InvitedPage
      words={words}
      community={ports.name}
      inviter={inviter}
      practices={choosePractices(await guestPractices(ports.store), words.language)}
      join={visitor === null ? `${context.req.path}/join` : null}
    />
  );
  const title = words.t('server.invited', { community: ports.name });
  context.header('X-Robots-Tag', 'noindex'); // a link that was shared in the open must not put members' words in a search engine
  return page(context, ports, visitor, title, body);
}

async function inviterOf({ store }: Ports, invitation: Invitation | undefined): Promise<string | null> {
  const id = invitation?.invited_by ?? null;
  return id === null ? null : ((await accountById(store, id))?.display_name ?? null);
}

/** Why a link does not work any more, and whom to ask; null while it works. An unknown one is a page that is not there. */
async function closedPage(context: Context, ports: Ports) {
  const invitation = await invitationOf(context, ports);
  if (invitation === undefined) return notFoundPage(context, ports);
  const state = stateOf(invitation, ports.clock());
  if (state === 'open') return null;
  const { t } = wordsFor(context, ports);
  const name = await inviterOf(ports, invitation);
  const title = t(`server.closed-${state}`);
  const about = name === null ? t('server.closed-ask') : t('server.closed-ask-member', { name });
  const visitor = await visitorOf(context, ports);
  return page(context, ports, visitor, title, <Notice title={title} about={about} />, 410);
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
  const closed = await closedPage(context, ports);
  if (closed !== null) return closed;
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
  const secret = context.req.param('secret') ?? '';
  const passwordHash = await hashPassword(password);
  const account = await joinWith(ports.store, secret, { handle, displayName, passwordHash });
  if (!account.ok) {
    if (account.error === 'handle-taken') return refuse(t('server.handle-taken'));
    return (await closedPage(context, ports)) ?? notFoundPage(context, ports);
  }
  onJoined();
  await signIn(context, ports, account.value);
  return context.redirect('/welcome', 303);
}
