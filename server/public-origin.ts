import { fail, type Result, succeed } from '@/utils/kernel/result';

const OWN_MACHINE = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/**
 * The address that people use, as an origin; null where nothing but the own machine can reach the server. Beyond it
 * passwords and tokens travel, so https is asked for, and a server that listens there has to be told its name: it
 * answers to no other.
 */
export function publicOrigin(given: string | undefined, host: string): Result<string | null, 'bad-origin'> {
  if (given === undefined) return OWN_MACHINE.test(host) ? succeed(null) : fail('bad-origin');
  if (!URL.canParse(given)) return fail('bad-origin');
  const { protocol, hostname, origin } = new URL(given);
  const safe = protocol === 'https:' || (protocol === 'http:' && OWN_MACHINE.test(hostname));
  return safe ? succeed(origin) : fail('bad-origin');
}
