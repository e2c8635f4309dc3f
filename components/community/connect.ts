import type { Trouble } from '@/components/ui/trouble';
import type { Result } from '@/utils/kernel/result';
import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import { parseAddress } from './address';

export type Scope = 'own' | 'across';
type RequestOrigins = (origins: readonly string[]) => Promise<boolean>;

/**
 * Asks the permission for a community's origin and then signs in there. Must be called in the click: the permission is
 * asked for before anything is awaited.
 */
export function connectCommunity(
  typed: string,
  scope: Scope,
  requestOrigins: RequestOrigins,
): Promise<Trouble | null> {
  return withPermission(typed, requestOrigins, (address) => ask('community:connect', { address, scope }));
}

/** The same with a token that the person made on the platform. */
export async function connectWithToken(
  typed: string,
  token: string,
  scope: Scope,
  requestOrigins: RequestOrigins,
): Promise<Trouble | null> {
  if (token.trim() === '') return { code: 'token-missing' };
  return withPermission(typed, requestOrigins, (address) =>
    ask('community:paste-token', { address, token: token.trim(), scope }),
  );
}

async function withPermission(
  typed: string,
  requestOrigins: RequestOrigins,
  connect: (address: string) => Promise<Result<unknown, Problem>>,
): Promise<Trouble | null> {
  if (typed.trim() === '') return { code: 'address-missing' };
  const parsed = parseAddress(typed);
  if (!parsed.ok) return parsed.error;
  const { address, origin } = parsed.value;
  if (!(await requestOrigins([origin]))) return { code: 'permission-declined' };
  const connected = await connect(address);
  return connected.ok ? null : connected.error;
}
