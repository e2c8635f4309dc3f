import { describe, expect, test } from 'vitest';
import { look } from '@/utils/community/auth/connect';
import { identify } from '@/utils/community/auth/identify';
import { PLATFORMS, pageOf, platformOf } from '@/utils/community/register';
import { must } from '../../support/outbox-world';
import { aPlace } from '../a-place';

const GRAPH = 'https://graph.microsoft.com';

describe('what has one address for everybody', () => {
  const find = async (typed: string) => {
    const { http, asked } = aPlace({});
    const found = must(await identify(http, PLATFORMS, typed));
    expect(asked).toEqual([]);
    return found;
  };

  test.each([
    ['https://engage.cloud.microsoft/main/feed', 'yammer', 'Viva Engage', 'https://engage.cloud.microsoft'],
    ['https://teams.microsoft.com/v2/', 'teams', 'Microsoft Teams', 'https://teams.microsoft.com'],
    ['https://teams.cloud.microsoft', 'teams', 'Microsoft Teams', 'https://teams.microsoft.com'],
    [
      'https://contoso.sharepoint.com/sites/archief/SitePages/Home.aspx',
      'sharepoint',
      'contoso.sharepoint.com/sites/archief',
      'https://contoso.sharepoint.com/sites/archief',
    ],
    [
      'https://contoso.sharepoint.com',
      'sharepoint',
      'contoso.sharepoint.com',
      'https://contoso.sharepoint.com',
    ],
  ])(
    '%s is known by a name of its own, and again by where its interface stands',
    async (typed, id, name, page) => {
      const found = await find(typed);
      expect(found).toMatchObject({ name, platform: { id } });
      expect(await find(found.base)).toEqual(found);
      expect(pageOf({ connector: id, origin: found.origin, base: found.base })).toBe(page);
      expect(await find(page)).toEqual(found);
    },
  );

  test.each(['https://engage.cloud.microsoft', 'https://teams.microsoft.com', 'https://x.sharepoint.com'])(
    '%s is asked nothing by nobody: it says nothing to strangers',
    async (typed) => {
      const { http, asked } = aPlace({});
      const window = { redirectUri: 'https://abc.chromiumapp.org/', launch: async () => null };
      const { ways } = must(await look({ http, clock: () => 0, window }, typed));
      expect(ways.map(({ way }) => way)).toEqual(['oauth', 'token']);
      expect(asked).toEqual([]);
    },
  );

  test.each([
    'https://evil.example/v1.0/sites/contoso.sharepoint.com',
    `${GRAPH}/v1.0/sites/evil.example`,
    `${GRAPH}/v1.0/sites/contoso.sharepoint.com.evil.example`,
    `${GRAPH}/v1.0/sites/contoso.sharepoint.com:/sites/a/b`,
  ])('%s is no SharePoint site', (address) => {
    expect(platformOf('sharepoint')?.recognise.byAddress?.(new URL(address))).toBeNull();
  });

  test('any other community is opened where it stands', () => {
    const wiki = { connector: 'mediawiki', origin: 'https://x.example' };
    expect(pageOf(wiki)).toBe('https://x.example');
    expect(pageOf({ ...wiki, base: 'https://x.example/wiki' })).toBe('https://x.example/wiki');
    expect(pageOf({ ...wiki, connector: 'of-a-later-version' })).toBe('https://x.example');
  });
});
