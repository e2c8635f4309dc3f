import { DAY_MS } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { makeSecret } from '../auth/secrets';
import type { Ports } from '../ports';
import type { Account } from '../store/accounts';
import { addInvitation, type Invitation } from '../store/invitations';
import { type InvitationMessage, messagesFor } from './messages';
import { ENOUGH, guestPractices } from './practices';

/** What a member may choose from; the first of the middle is what most need. */
export const DAYS = [7, 14, 30] as const;
export const USES = [1, 10, 50] as const;
export const USUAL = { days: 14, uses: 10 } as const;

/** A link, at the only moment at which it is known. */
export interface MadeInvitation {
  readonly invitation: Invitation;
  readonly link: string;
  readonly messages: readonly InvitationMessage[];
}

/** Too little to read yet for whoever would come. */
export interface TooEarly {
  readonly readable: number;
  readonly needed: number;
}

/** Null where this member may invite: the coordinator always, key players come first; others once there is something to read. */
export async function tooEarlyFor(ports: Ports, { role }: Account): Promise<TooEarly | null> {
  if (role === 'coordinator') return null;
  const readable = (await guestPractices(ports.store)).length;
  return readable < ENOUGH ? { readable, needed: ENOUGH } : null;
}

/** Makes a member's personal link. */
export async function invite(
  ports: Ports,
  member: Account,
  { days, uses }: { readonly days: number; readonly uses: number },
): Promise<Result<MadeInvitation, TooEarly>> {
  const tooEarly = await tooEarlyFor(ports, member);
  if (tooEarly !== null) return fail(tooEarly);
  const secret = makeSecret(ports.randomBytes);
  const expiresAt = ports.clock() + days * DAY_MS;
  const wanted = { secret, invitedBy: member.id, role: 'member', uses, expiresAt } as const;
  const invitation = await addInvitation(ports.store, wanted);
  const link = `${ports.origin}/invitation/${secret}`;
  const messages = messagesFor({ community: ports.name, name: member.display_name, link, expiresAt });
  return succeed({ invitation, link, messages });
}
