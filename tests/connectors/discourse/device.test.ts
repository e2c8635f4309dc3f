import { describe, expect, test } from 'vitest';
import { deviceFlow } from '@/utils/community/connectors/discourse/sign-in';
import { json } from '../kit/specimen';
import { aSignIn, encrypted, KEY } from './a-sign-in';
import { BASE } from './fake';

const { secrets, start, said } = await aSignIn();

describe('a code that is typed there', () => {
  const begun = {
    device_code: 'd'.repeat(64),
    user_code: 'ABCD-2345',
    verification_uri: `${BASE}/user-api-key/activate`,
    verification_uri_with_request: `${BASE}/user-api-key/activate?request=abc`,
    expires_in: 600,
    interval: 5,
  };

  test('is there where the platform knows codes', () => {
    const { build, read } = deviceFlow.offered;
    expect(build(BASE)).toMatchObject({ method: 'POST', url: `${BASE}/user-api-key/device/poll.json` });
    expect(read(json(200, { status: 'expired_token' }))).toBe(true);
    expect(read(json(404, { errors: ['…'], error_type: 'not_found' }))).toBe(false);
    expect(read({ status: 200, headers: {}, text: '<html>' })).toBe(false);
  });

  test('is asked for with the same wishes, and read with its page', () => {
    const { method, url, body = '' } = deviceFlow.begin(start);
    expect([method, url]).toEqual(['POST', `${BASE}/user-api-key/device.json`]);
    expect(JSON.parse(body)).toMatchObject({ nonce: secrets.nonce, padding: 'oaep', scopes: 'read,write' });
    expect(deviceFlow.readBegun(json(200, begun), start)).toEqual({
      device: begun.device_code,
      code: 'ABCD-2345',
      page: begun.verification_uri_with_request,
      expiresInMs: 600_000,
      everyMs: 5_000,
    });
  });

  test.each([
    ['a page elsewhere', { verification_uri: 'https://evil.example/x', verification_uri_with_request: null }],
    ['no code', { user_code: undefined }],
    ['no page', { verification_uri: 'javascript:alert(1)', verification_uri_with_request: undefined }],
    ['no time', { expires_in: 0 }],
  ])('%s is no code', (_what, changes) => {
    expect(deviceFlow.readBegun(json(200, { ...begun, ...changes }), start)).toBeNull();
    expect(deviceFlow.readBegun(json(403, begun), start)).toBeNull();
  });

  test('is waited for, refused, or gives the key', async () => {
    const asked = (said: unknown) => deviceFlow.readAsked(json(200, said), start);
    expect(deviceFlow.ask(start, 'dddd').body).toBe('{"device_code":"dddd"}');
    expect(await asked({ status: 'authorization_pending' })).toBe('waiting');
    expect(await asked({ status: 'access_denied' })).toBe('refused');
    expect(await asked({ status: 'expired_token' })).toBe('refused');
    expect(
      await asked({ status: 'authorized', payload: encrypted(said(), 'oaep', secrets.publicKey) }),
    ).toMatchObject({
      token: KEY,
    });
    expect(await asked({ status: 'authorized', payload: 'onzin' })).toBeNull();
    expect(await asked({ status: 'authorized' })).toBeNull();
    expect(await asked({ status: 'iets nieuws' })).toBeNull();
    expect(await asked(null)).toBeNull();
  });
});
