import { describe, expect, test } from 'vitest';
import { originOf, policyOrigins, readPolicy } from '@/utils/settings/policy';

describe('a managed policy', () => {
  test.each<[string, unknown, string | null]>([
    ['nothing is managed', undefined, null],
    ['an empty policy', {}, null],
    ['sites and a community', { sites: ['https://wiki.example/x'], community: { address: 'a' } }, null],
    ['sites that are no list', { sites: 'https://wiki.example' }, 'sites'],
    ['a site that is no address', { sites: ['https://wiki.example', 'wiki'] }, 'sites.1'],
    ['a site that is no web page', { sites: ['file:///etc/passwd'] }, 'sites.0'],
    ['a community without an address', { community: {} }, 'community.address'],
    ['a language that we do not have', { language: 'xx' }, 'language'],
  ])('%s', (_what, raw, field) => {
    const read = readPolicy(raw);
    expect(read.ok ? null : read.error.field).toBe(field);
  });

  test('keys that a newer version knows are no reason to refuse the rest', () => {
    expect(readPolicy({ sites: ['https://wiki.example'], future: 1 }).ok).toBe(true);
  });

  test('its origins are named once each, without path', () => {
    expect(
      policyOrigins({ sites: ['https://wiki.example/a', 'https://wiki.example/b', 'http://x.example:81'] }),
    ).toEqual(['https://wiki.example', 'http://x.example:81']);
  });

  test.each([
    ['https://a.example/x?y', 'https://a.example'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['about:blank', null],
    ['chrome-extension://abc/popup.html', null],
    ['no address', null],
  ])('the origin of %s is %s', (address, origin) => {
    expect(originOf(address)).toBe(origin);
  });
});
