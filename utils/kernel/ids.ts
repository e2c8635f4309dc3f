import { type RandomBytes, secureBytes } from './random';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const REFERENCE_LENGTH = 8;

/** A random UUID (version 4, RFC 9562), in lower case. */
export function newId(bytes: RandomBytes = secureBytes): string {
  const raw = bytes(16);
  raw[6] = ((raw[6] ?? 0) & 0x0f) | 0x40;
  raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(raw, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A reference that people can read aloud, `DG-XXXX-XXXX` (40 random bits, Crockford's base 32: no I, L, O, U). */
export function newReference(bytes: RandomBytes = secureBytes): string {
  const letters = Array.from(bytes(REFERENCE_LENGTH), (byte) => CROCKFORD[byte & 31]).join('');
  return `DG-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** A secret of 256 random bits as base64url, for tickets and OAuth state. */
export function newSecret(bytes: RandomBytes = secureBytes): string {
  return base64Url(bytes(32));
}

/** Base64url without padding (RFC 4648 §5). */
export function base64Url(raw: Uint8Array): string {
  return btoa(String.fromCharCode(...raw))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
