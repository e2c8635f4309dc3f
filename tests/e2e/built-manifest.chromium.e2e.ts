import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtExtension, temporaryFolder } from './support/folders';

const PERMISSIONS = [
  'activeTab',
  'alarms',
  'identity',
  'scripting',
  'storage',
  'unlimitedStorage',
  'webRequest',
];

test.each(['chromium', 'firefox'] as const)(
  'what is shipped for %s asks for no site at install',
  async (browser) => {
    const folder = temporaryFolder();
    onTestFinished(() => folder.remove());
    const path = join(await builtExtension(browser, folder), 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    expect(manifest.manifest_version).toBe(3);
    expect([...manifest.permissions].sort()).toEqual(PERMISSIONS);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.incognito).toBe('not_allowed');
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
    expect(
      manifest.web_accessible_resources.map(({ resources }: { resources: string[] }) => resources),
    ).toEqual([['sidebar.html']]);
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*\.|\sdata:.*script/);
  },
);
