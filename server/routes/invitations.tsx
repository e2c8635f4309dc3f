/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { isOwnForm, type Visitor, visitorOf } from '../auth/session';
import { DAYS, invite, type MadeInvitation, tooEarlyFor, USES, USUAL } from '../inviting/invite';
import { InvitationsPage, type ShownInvitation } from '../pages/InvitationsPage';
import { wordsFor } from '../pages/words';
import { one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { type Account, accountsByIds } from '../store/accounts';
import { listInvitations, revokeListed, stateOf } from '../store/invitations';
import { notFoundPage, page, toSignIn } from './frame';

/** The page where members make invitation links, see what became of them and end them. */
export function invitationRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/invitations', async (context) => {
    const visitor = await visitorOf(context, ports);
    return visitor === null ? toSignIn(context, ports) : invitationsPage(context, ports, visitor, null);
  });
  routes.post('/invitations', async (context) => {
    const visitor = await visitorOf(context, ports);
    if (visitor === null) return toSignIn(context, ports);
    const parameters = await readParameters(context);
    const own = isOwnForm(context, ports, visitor, one(parameters, 'csrf') ?? '');
    const made = own ? await invite(ports, visitor.account, wishesOf(parameters)) : null;
    return invitationsPage(context, ports, visitor, made?.ok ? made.value : null);
  });
  routes.post('/invitations/:id{[0-9]+}/revoke', async (context) => {
    const visitor = await visitorOf(context, ports);
    if (visitor === null) return context.redirect('/sign-in', 303);
    const csrf = one(await readParameters(context), 'csrf') ?? '';
    if (isOwnForm(context, ports, visitor, csrf)) {
      const known = await revokeListed(ports.store, context.req.param('id'), whose(visitor.account));
      if (!known) return notFoundPage(context, ports);
    }
    return context.redirect('/invitations', 303);
  });
  return routes;
}

/** A member sees and ends the own links; the coordinator everybody's. */
export function whose({ id, role }: Account): string | null {
  return role === 'coordinator' ? null : id;
}

/** Only what the form offers: anything else is what most need. */
function wishesOf(parameters: Parameters): { days: number; uses: number } {
  const choice = (name: string, among: readonly number[], usual: number): number =>
    among.find((value) => String(value) === one(parameters, name)) ?? usual;
  return { days: choice('days', DAYS, USUAL.days), uses: choice('uses', USES, USUAL.uses) };
}

async function invitationsPage(
  context: Context,
  ports: Ports,
  visitor: Visitor,
  made: MadeInvitation | null,
) {
  const words = wordsFor(context, ports);
  const body = (
    <InvitationsPage
      words={words}
      csrf={visitor.csrf}
      made={made}
      tooEarly={await tooEarlyFor(ports, visitor.account)}
      invitations={await shownInvitations(ports, visitor.account)}
    />
  );
  return page(context, ports, visitor, words.t('server.invite'), body);
}

async function shownInvitations(ports: Ports, reader: Account): Promise<ShownInvitation[]> {
  const rows = await listInvitations(ports.store, whose(reader));
  const makers = await accountsByIds(
    ports.store,
    rows.flatMap(({ invited_by }) => invited_by ?? []),
  );
  return rows.flatMap((row) => {
    const { id, created_at: createdAt, uses, uses_left, expires_at: expiresAt, invited_by: by } = row;
    if (id === null || createdAt === null || uses === null) return [];
    const madeBy = by === null || by === reader.id ? null : (makers.get(by)?.display_name ?? null);
    const state = stateOf(row, ports.clock());
    return [{ id, createdAt, expiresAt, state, used: uses - uses_left, uses, madeBy }];
  });
}
