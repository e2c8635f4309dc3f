import { describe, expect, test } from 'vitest';
import { parseAddress } from '@/utils/community/address';
import { succeed } from '@/utils/kernel/result';

describe('an address as people type it', () => {
  test.each([
    ['community.voorbeeld.be', 'https://community.voorbeeld.be'],
    [' https://Community.voorbeeld.be/web/home?x#y ', 'https://community.voorbeeld.be'],
    ['https://voorbeeld.be:8443/', 'https://voorbeeld.be:8443'],
    ['intranet', 'https://intranet'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000/x', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('“%s” is %s', (typed, origin) => expect(parseAddress(typed)).toEqual(succeed(origin)));

  test.each([
    '',
    '   ',
    'twee woorden',
    'ftp://a.be',
    'javascript://a',
    'https://',
    'https://ann:pw@a.be',
    'a.be:99999',
  ])('“%s” is none', (typed) =>
    expect(parseAddress(typed)).toMatchObject({ error: { code: 'address-invalid' } }),
  );

  test.each([
    'http://a.be',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'HTTP://10.0.0.1',
  ])('“%s” could be listened to', (typed) =>
    expect(parseAddress(typed)).toMatchObject({ error: { code: 'address-insecure' } }),
  );
});
