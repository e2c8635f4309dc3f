import { expect, test } from 'vitest';
import { builtPackage, expectModestPackage, expectStrictPages } from './support/manifest';

test('the Chromium build asks for no site, puts no script on any page and opens one page to be framed', async () => {
  expectModestPackage(await builtPackage('chromium'));
});

test("the Chromium build's own pages run its own code only", async () => {
  expectStrictPages(await builtPackage('chromium'));
});

test('the Chromium build has no key in its manifest that nobody has looked at', async () => {
  const { manifest } = await builtPackage('chromium');
  expect(manifest.background).toEqual({ service_worker: 'background.js' });
  expect(manifest.storage).toEqual({ managed_schema: 'managed_schema.json' });
  expect(manifest.minimum_chrome_version).toBe('120');
  expect(Object.keys(manifest).sort()).toEqual([
    ...['action', 'background', 'commands', 'content_security_policy', 'default_locale', 'description'],
    ...['icons', 'incognito', 'key', 'manifest_version', 'minimum_chrome_version', 'name'],
    ...['optional_host_permissions', 'options_ui', 'permissions', 'storage', 'version'],
    'web_accessible_resources',
  ]);
});
