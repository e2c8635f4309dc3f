import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyFlow, signOut } from '@/utils/community/connectors/discourse/sign-in';
import { anAccount } from '../../support/accounts';
import { aSignIn, encrypted, KEY } from './a-sign-in';
import { BASE } from './fake';

const { secrets, start, said } = await aSignIn();

/** A block that is encrypted as it is. */
function raw(block: Buffer): string {
  const key = { key: createPublicKey(secrets.publicKey), padding: constants.RSA_NO_PADDING };
  return publicEncrypt(key, block).toString('base64');
}

describe('a key that was encrypted for us', () => {
  test.each(['oaep', 'pkcs1'] as const)('is read (%s), with spaces and line ends in it', async (padding) => {
    const payload = `  ${encrypted(said(), padding, secrets.publicKey)}\r\n`;
    expect(await keyFlow.read(payload, start)).toEqual({ token: KEY, scopes: 'read,write' });
  });

  test.each(['oaep', 'pkcs1'] as const)('says when it ends (%s)', async (padding) => {
    const payload = encrypted(said({ expires_at: '2027-01-01T00:00:00Z' }), padding, secrets.publicKey);
    expect(await keyFlow.read(payload, start)).toMatchObject({ expiresAt: Date.UTC(2027, 0, 1) });
  });

  test.each(['oaep', 'pkcs1'] as const)('with another nonce is none (%s)', async (padding) => {
    for (const nonce of ['', 'x', secrets.nonce.slice(1), [secrets.nonce], null])
      expect(await keyFlow.read(encrypted(said({ nonce }), padding, secrets.publicKey), start)).toBeNull();
  });

  test.each(['oaep', 'pkcs1'] as const)('that could not stand in a header is none (%s)', async (padding) => {
    for (const key of ['', 'kort', `${'a'.repeat(20)}\r\nx: y`, `${'a'.repeat(20)} b`, 7, null])
      expect(await keyFlow.read(encrypted(said({ key }), padding, secrets.publicKey), start)).toBeNull();
  });

  test('of another sign-in is none', async () => {
    const other = JSON.parse(await keyFlow.prepare());
    for (const padding of ['oaep', 'pkcs1'] as const)
      expect(await keyFlow.read(encrypted(said(), padding, other.publicKey), start)).toBeNull();
    expect(other.nonce).not.toBe(secrets.nonce);
  });

  test('is any length that fits', async () => {
    for (const length of [1, 60, 117]) {
      const key = 'b'.repeat(16 + length);
      const granted = await keyFlow.read(encrypted(said({ key }), 'pkcs1', secrets.publicKey), start);
      expect(granted?.token).toBe(key);
    }
  });
});

describe('what is no key', () => {
  test('breaks nothing, whatever was pasted', async () => {
    const whole = encrypted(said(), 'oaep', secrets.publicKey).replace(/\s/gu, '');
    const others = [
      '',
      'hallo',
      '{"key":"x"}',
      '=====',
      'é'.repeat(20),
      whole.slice(0, -8),
      `${whole}AAAA`,
      `AAAA${whole}`,
      'A'.repeat(344),
      Buffer.alloc(256, 255).toString('base64'), // as long as the modulus, and greater
      'A'.repeat(1_000_000),
      encrypted('geen json', 'oaep', secrets.publicKey),
      encrypted('null', 'pkcs1', secrets.publicKey),
      encrypted('[]', 'pkcs1', secrets.publicKey),
    ];
    for (const payload of others) expect(await keyFlow.read(payload, start)).toBeNull();
    for (let count = 0; count < 8; count += 1)
      expect(await keyFlow.read(randomBytes(256).toString('base64'), start)).toBeNull();
  });

  test('with a padding that is not right says nothing', async () => {
    const message = Buffer.from(JSON.stringify(said()));
    const block = (begin: readonly number[], fill: number, zero = 0) => {
      const bytes = Buffer.alloc(256, fill);
      bytes.set(begin);
      bytes[256 - message.length - 1] = zero;
      bytes.set(message, 256 - message.length);
      return bytes;
    };
    expect(await keyFlow.read(raw(block([0, 2], 7)), start)).toEqual({ token: KEY, scopes: 'read,write' });
    const wrong = [
      block([0, 1], 7), // a signature's
      block([0, 0], 7),
      block([0, 2, 0], 7), // no padding at all
      block([0, 2, 7, 7, 7, 7, 7, 7, 7, 0], 7), // one too few
      block([0, 2], 7, 7), // no end
      Buffer.alloc(256, 0),
    ];
    for (const bytes of wrong) expect(await keyFlow.read(raw(bytes), start)).toBeNull();
  });

  test('without what was kept there is no sign-in', async () => {
    const payload = encrypted(said(), 'oaep', secrets.publicKey);
    for (const lost of ['', '{}', 'null', JSON.stringify({ ...secrets, privateKey: {} })])
      expect(await keyFlow.read(payload, { ...start, kept: lost })).toBeNull();
  });
});

describe('the page on which a person agrees', () => {
  test('hears who asks, for what, and with which key', () => {
    const { origin, pathname, searchParams } = new URL(keyFlow.page(start, null));
    expect(`${origin}${pathname}`).toBe(`${BASE}/user-api-key/new`);
    expect(Object.fromEntries(searchParams)).toEqual({
      application_name: 'Deelgenoot',
      client_id: 'client-1',
      scopes: 'read,write',
      nonce: secrets.nonce,
      public_key: secrets.publicKey,
      padding: 'oaep',
    });
    expect(createPublicKey(searchParams.get('public_key') ?? '').asymmetricKeyDetails).toMatchObject({
      modulusLength: 2048,
      publicExponent: 65_537n,
    });
    expect(keyFlow.page(start, null)).not.toContain(encodeURIComponent('PRIVATE'));
  });

  test('comes back to us where an administrator allows it', async () => {
    const page = new URL(keyFlow.page(start, 'https://abc.chromiumapp.org/'));
    expect(page.searchParams.get('auth_redirect')).toBe('https://abc.chromiumapp.org/');
    const payload = encrypted(said(), 'oaep', secrets.publicKey);
    const returned = new URLSearchParams({ payload });
    expect(await keyFlow.read(keyFlow.payloadIn(returned) ?? '', start)).toMatchObject({ token: KEY });
    expect(keyFlow.payloadIn(new URLSearchParams())).toBeNull();
    returned.append('payload', 'een tweede');
    expect(keyFlow.payloadIn(returned)).toBeNull();
  });
});

test('the key is taken back where it was given', () => {
  const account = anAccount('https://intranet.example', { base: BASE, token: KEY });
  expect(signOut.build(account)).toEqual({
    method: 'POST',
    url: `${BASE}/user-api-key/revoke.json`,
    headers: { accept: 'application/json', 'user-api-key': KEY },
  });
});
