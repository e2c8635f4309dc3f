import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { memberOf } from '../auth/access';
import { invite, USUAL } from '../inviting/invite';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid, notFound, Refusal } from '../problem';
import { type Invitation, listInvitations, revokeListed, stateOf } from '../store/invitations';
import { whose } from './invitations';

const LONGEST_DAYS = 30;
const MOST_USES = 50;

const WishesSchema = z.object({
  days: z.coerce.number().int().min(1).max(LONGEST_DAYS).default(USUAL.days),
  uses: z.coerce.number().int().min(1).max(MOST_USES).default(USUAL.uses),
});

/** Invitation links for the extension: the one part of this API that Mastodon's has no word for. */
export function invitationApiRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.post('/api/deelgenoot/v1/invitations', (context) => make(context, ports));
  routes.get('/api/deelgenoot/v1/invitations', async (context) => {
    const member = await memberOf(context, ports, 'read:invitations');
    const rows = await listInvitations(ports.store, whose(member));
    return context.json(rows.map((row) => entityOf(row, ports.clock())));
  });
  routes.delete('/api/deelgenoot/v1/invitations/:id', async (context) => {
    const member = await memberOf(context, ports, 'write:invitations');
    if (!(await revokeListed(ports.store, context.req.param('id'), whose(member)))) throw notFound();
    return context.json({});
  });
  return routes;
}

async function make(context: Context, ports: Ports): Promise<Response> {
  const member = await memberOf(context, ports, 'write:invitations');
  const parameters = await readParameters(context);
  const wishes = WishesSchema.safeParse({ days: one(parameters, 'days'), uses: one(parameters, 'uses') });
  if (!wishes.success) {
    throw invalid(`days is 1 to ${LONGEST_DAYS} and uses is 1 to ${MOST_USES}, in whole numbers`);
  }
  const made = await invite(ports, member, wishes.data);
  if (!made.ok) {
    throw new Refusal(403, 'Too few practices can be read yet to invite somebody', {
      deelgenoot: made.error,
    });
  }
  const { invitation, link, messages } = made.value;
  return context.json({ ...entityOf(invitation, ports.clock()), url: link, messages });
}

/** Without its link, which is not kept. */
function entityOf(invitation: Invitation, now: number) {
  const { id, created_at, expires_at, uses, uses_left, invited_by } = invitation;
  const used = (uses ?? uses_left) - uses_left;
  return { id, created_at, expires_at, uses, used, state: stateOf(invitation, now), invited_by };
}
