import { createHash, hash as digest, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { base64Url } from '@/utils/kernel/ids';
import type { RandomBytes } from '@/utils/kernel/random';

/** In characters. Length is all that is asked of a password (NIST SP 800-63B). */
export const SHORTEST_PASSWORD = 10;

/** A secret of 256 bits, base64url. */
export function makeSecret(randomBytes: RandomBytes): string {
  return base64Url(randomBytes(32));
}

/** What is stored of a secret: SHA-256, hex. The secret has 256 bits of its own, so no salt is needed. */
export function hashOf(secret: string): string {
  return digest('sha256', secret);
}

/** Compares in constant time. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));
}

/** Argon2id, 19 MiB and two passes (OWASP's first choice). */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

const NOBODYS_HASH = hashPassword('nobody has this password');

/** Takes as long for a name that nobody has as for a wrong password, so that names cannot be tried. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await NOBODYS_HASH), password);
  return matches && stored !== undefined;
}

/** PKCE S256 (RFC 7636 §4.6). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
