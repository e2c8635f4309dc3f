import { fail, type Result, succeed } from '@/utils/kernel/result';

export interface AddressProblem {
  readonly code: 'address-invalid' | 'address-insecure';
  readonly detail: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//iu;
const OWN_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:[/?#]|$)/iu;
const OWN_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const MOST_DETAIL = 100;

/** The origin of a community's address, read as `readAddress` reads it. */
export function parseAddress(typed: string): Result<string, AddressProblem> {
  const address = readAddress(typed);
  return address.ok ? succeed(address.value.origin) : address;
}

/**
 * A community's address as people type it, with or without `https://` and path. Plain http only on the
 * own machine: elsewhere anybody on the way could read the token.
 */
export function readAddress(typed: string): Result<URL, AddressProblem> {
  const address = typed.trim();
  const invalid = fail<AddressProblem>({ code: 'address-invalid', detail: address.slice(0, MOST_DETAIL) });
  const whole = SCHEME.test(address)
    ? address
    : `${OWN_MACHINE.test(address) ? 'http' : 'https'}://${address}`;
  if (address === '' || /\s/u.test(address) || !URL.canParse(whole)) return invalid;
  const url = new URL(whole);
  const { protocol, hostname, host, username, password } = url;
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return invalid;
  if (protocol === 'http:' && !OWN_HOSTS.includes(hostname))
    return fail({ code: 'address-insecure', detail: host });
  return succeed(url);
}

const MOST_BASES = 4;

/**
 * Where a platform may stand below an address: its own path first, its parent, its first part, the origin last. What
 * looks like a page (`index.php`, `@ann`, `Special:Log`) is left off.
 */
export function basesBelow({ origin, pathname }: URL): readonly string[] {
  const parts = pathname.split('/').filter((part) => part !== '');
  const page = parts.findIndex((part) => /[.@:~]/u.test(part));
  const path = page === -1 ? parts : parts.slice(0, page);
  const depths = [path.length, path.length - 1, 1, 0].filter((depth) => depth >= 0 && depth <= path.length);
  const bases = [...new Set(depths)].map((depth) => [origin, ...path.slice(0, depth)].join('/'));
  return bases.slice(0, MOST_BASES);
}
