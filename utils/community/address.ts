import { fail, type Result, succeed } from '@/utils/kernel/result';

export interface AddressProblem {
  readonly code: 'address-invalid' | 'address-insecure';
  readonly detail: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//iu;
const OWN_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:[/?#]|$)/iu;
const OWN_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const MOST_DETAIL = 100;

/**
 * The origin of a community's address as people type it, with or without `https://` and path. Plain http only on the
 * own machine: elsewhere anybody on the way could read the token.
 */
export function parseAddress(typed: string): Result<string, AddressProblem> {
  const address = typed.trim();
  const invalid = fail<AddressProblem>({ code: 'address-invalid', detail: address.slice(0, MOST_DETAIL) });
  const whole = SCHEME.test(address)
    ? address
    : `${OWN_MACHINE.test(address) ? 'http' : 'https'}://${address}`;
  if (address === '' || /\s/u.test(address) || !URL.canParse(whole)) return invalid;
  const { protocol, origin, hostname, host, username, password } = new URL(whole);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return invalid;
  if (protocol === 'http:' && !OWN_HOSTS.includes(hostname))
    return fail({ code: 'address-insecure', detail: host });
  return succeed(origin);
}
