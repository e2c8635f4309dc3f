import { describe, expect, test } from 'vitest';
import { yammer } from '@/utils/community/connectors/yammer/platform';

describe('recognised by its address alone', () => {
  test.each([
    ['https://engage.cloud.microsoft/main/feed', 'https://www.yammer.com'],
    ['https://www.yammer.com/contoso.be', 'https://www.yammer.com'],
    ['https://web.yammer.com/main', 'https://www.yammer.com'],
    ['https://yammer.com', 'https://www.yammer.com'],
    ['https://notyammer.com', undefined],
    ['https://yammer.com.evil.example', undefined],
    ['https://engage.cloud.microsoft.evil.example', undefined],
  ])('%s', (address, base) => {
    expect(yammer.recognise.byAddress?.(new URL(address))?.base).toBe(base);
  });
});

describe('sign-in', () => {
  const endpoints = (tenant?: string) => yammer.oauth?.endpoints('https://www.yammer.com', tenant);

  test('by Entra, of one’s own organisation where an administrator names it', () => {
    expect(endpoints()?.authorize).toBe(
      'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize',
    );
    expect(endpoints('contoso.be')?.token).toBe(
      'https://login.microsoftonline.com/contoso.be/oauth2/v2.0/token',
    );
    for (const tenant of ['../x', 'a/b', '', 'a b', 'evil.example/?']) expect(endpoints(tenant)).toBeNull();
  });

  test('never sends people anywhere else', () => {
    for (const address of Object.values(endpoints() ?? {}))
      expect(yammer.oauth?.signsInAt).toContain(new URL(address).origin);
  });
});
