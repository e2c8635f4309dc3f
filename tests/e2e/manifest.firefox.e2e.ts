import { expect, test } from 'vitest';
import { builtPackage, expectModestPackage, expectStrictPages } from './support/manifest';

test('the Firefox build asks for no site, puts no script on any page and opens one page to be framed', async () => {
  expectModestPackage(await builtPackage('firefox'));
});

test("the Firefox build's own pages run its own code only", async () => {
  expectStrictPages(await builtPackage('firefox'));
});

test('the Firefox build has no key in its manifest that nobody has looked at, and says that it collects nothing', async () => {
  const { manifest } = await builtPackage('firefox');
  // An event page, no schema for policies and no key: Firefox has no use for them.
  expect(manifest.background).toEqual({ scripts: ['background.js'] });
  expect(manifest.browser_specific_settings).toEqual({
    gecko: {
      id: 'deelgenoot@deelgenoot.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  });
  expect(Object.keys(manifest).sort()).toEqual([
    ...['action', 'background', 'browser_specific_settings', 'commands', 'content_security_policy'],
    ...[
      'default_locale',
      'description',
      'icons',
      'incognito',
      'manifest_version',
      'name',
      'optional_host_permissions',
    ],
    ...['options_ui', 'permissions', 'version', 'web_accessible_resources'],
  ]);
});
