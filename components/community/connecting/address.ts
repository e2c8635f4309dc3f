import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem } from '@/utils/messaging/contract';

export interface CommunityAddress {
  readonly address: string;
  readonly origin: string;
}

/**
 * Reads an address as people type it: without `https://` too. Only to know what to ask the permission for, in the
 * click; the background judges the address for itself.
 */
export function parseAddress(typed: string): Result<CommunityAddress, Problem> {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const invalid = fail({ code: 'address-invalid', detail: text } as const);
  if (text === '' || /\s/.test(text) || !URL.canParse(address)) return invalid;
  const { protocol, hostname, origin, username, password } = new URL(address);
  const named = hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost';
  if (!/^https?:$/.test(protocol) || !named || username !== '' || password !== '') return invalid;
  const ownMachine = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol === 'http:' && !ownMachine) return fail({ code: 'address-insecure', detail: hostname });
  return succeed({ address, origin });
}
