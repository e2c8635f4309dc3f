import { expect, test } from 'vitest';
import { parseAddress } from '@/components/community/connecting/address';

test.each([
  ['community.example', 'https://community.example'],
  ['  https://community.example/@an  ', 'https://community.example'],
  ['https://community.example:8443', 'https://community.example:8443'],
  ['http://localhost:4000', 'http://localhost:4000'],
  ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000'],
  ['localhost:4000', 'https://localhost:4000'],
])('“%s” is understood as %s', (typed, origin) => {
  expect(parseAddress(typed)).toMatchObject({ ok: true, value: { origin } });
});

test.each([
  ['', 'address-invalid'],
  ['community', 'address-invalid'],
  ['twee woorden.example', 'address-invalid'],
  ['javascript:alert(1)', 'address-invalid'],
  ['ftp://community.example', 'address-invalid'],
  ['https://an:geheim@community.example', 'address-invalid'],
  ['http://community.example', 'address-insecure'],
  ['http://localhost.evil.example', 'address-insecure'],
])('“%s” is refused as %s before any permission is asked', (typed, code) => {
  expect(parseAddress(typed)).toMatchObject({ ok: false, error: { code } });
});
