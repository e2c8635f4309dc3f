import type { Trouble } from '@/components/ui/trouble';
import { ask } from '@/utils/messaging/ask';
import { parseAddress } from './address';

export type Scope = 'own' | 'across';
type RequestOrigins = (origins: readonly string[]) => Promise<boolean>;

/**
 * Asks the permission for a community's origin and then signs in there. Must be called in the click: the permission is
 * asked for before anything is awaited.
 */
export async function connectCommunity(
  typed: string,
  scope: Scope,
  requestOrigins: RequestOrigins,
): Promise<Trouble | null> {
  const parsed = parseAddress(typed);
  if (!parsed.ok) return parsed.error;
  const { address, origin } = parsed.value;
  if (!(await requestOrigins([origin]))) return { code: 'permission-declined' };
  const connected = await ask('community:connect', { address, scope });
  return connected.ok ? null : connected.error;
}

/** The same with a token that the person made on the platform. */
export async function connectWithToken(
  typed: string,
  token: string,
  scope: Scope,
  requestOrigins: RequestOrigins,
): Promise<Trouble | null> {
  const parsed = parseAddress(typed);
  if (!parsed.ok) return parsed.error;
  const { address, origin } = parsed.value;
  if (!(await requestOrigins([origin]))) return { code: 'permission-declined' };
  const connected = await ask('community:paste-token', { address, token: token.trim(), scope });
  return connected.ok ? null : connected.error;
}
