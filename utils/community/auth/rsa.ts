const ALGORITHM = {
  name: 'RSA-OAEP',
  hash: 'SHA-1', // what OpenSSL takes where it is told nothing else
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;
const PER_LINE = /.{1,64}/gu;
const LEAST_PADDING = 8;

export interface KeyPair {
  /** As PEM (SPKI). */
  readonly publicKey: string;
  readonly privateKey: JsonWebKey;
}

export async function newKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['encrypt', 'decrypt']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  const lines = btoa(String.fromCharCode(...spki)).match(PER_LINE) ?? [];
  return {
    publicKey: ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n'),
    privateKey: await crypto.subtle.exportKey('jwk', privateKey),
  };
}

/** What was encrypted for a key, in either padding; null where it was not. */
export async function decrypted(
  key: JsonWebKey,
  encrypted: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | null> {
  try {
    const imported = await crypto.subtle.importKey('jwk', key, ALGORITHM, false, ['decrypt']);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, imported, encrypted));
  } catch {
    return fromPkcs1(key, encrypted); // an older server does not know the padding that we asked for
  }
}

/** PKCS#1 v1.5 (RFC 8017 §7.2.2), which browsers no longer know: 0, 2, eight or more that are not 0, 0, the message. */
export function fromPkcs1({ n = '', d = '' }: JsonWebKey, encrypted: Uint8Array): Uint8Array | null {
  const modulus = numberOf(bytesOf(n) ?? []);
  const cipher = numberOf(encrypted);
  const length = Math.ceil(modulus.toString(16).length / 2);
  if (modulus < 3n || encrypted.length !== length || cipher >= modulus) return null;
  const padded = writtenIn(length, power(cipher, numberOf(bytesOf(d) ?? []), modulus));
  // Every byte is looked at whatever the others are, so that time tells nothing of what is wrong.
  let end = 0;
  let wrong = (padded[0] ?? 1) | ((padded[1] ?? 0) ^ 2);
  for (let at = 2; at < padded.length; at += 1) {
    const isEnd = Number(padded[at] === 0) & Number(end === 0);
    end |= isEnd * at;
  }
  wrong |= Number(end < 2 + LEAST_PADDING);
  return wrong === 0 ? padded.slice(end + 1) : null;
}

/** Base64, in either alphabet; null for anything else. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const standard = base64.replaceAll('-', '+').replaceAll('_', '/');
    return Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
  } catch {
    return null; // pasted from somewhere else
  }
}

function numberOf(bytes: Iterable<number>): bigint {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return BigInt(`0x0${hex}`);
}

function writtenIn(length: number, number: bigint): Uint8Array {
  const hex = number.toString(16).padStart(2 * length, '0');
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}
