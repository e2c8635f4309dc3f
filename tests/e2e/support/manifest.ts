import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { builtExtension, temporaryFolder } from './folders';

/** Every site there is: may be asked for one by one, and framed by; held from the start nowhere. */
const EVERY_SITE = ['https://*/*', 'http://*/*'];

/** A built package: its manifest as the browser will read it, and the pages in it. */
export interface BuiltPackage {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** HTML by file name. */
  readonly pages: Readonly<Record<string, string>>;
}

export async function builtPackage(browser: 'chromium' | 'firefox'): Promise<BuiltPackage> {
  const folder = temporaryFolder();
  onTestFinished(() => folder.remove());
  const path = await builtExtension(browser, folder);
  const read = (name: string) => readFileSync(join(path, name), 'utf8');
  const html = readdirSync(path).filter((name) => name.endsWith('.html'));
  return {
    manifest: JSON.parse(read('manifest.json')) as BuiltPackage['manifest'],
    pages: Object.fromEntries(html.map((name) => [name, read(name)])),
  };
}

/** The extension's policy for its own pages, by directive. */
function pagePolicy({ manifest }: BuiltPackage): Record<string, string> {
  const { extension_pages = '' } = manifest.content_security_policy as Record<string, string>;
  const directives = extension_pages.split(';').map((directive) => directive.trim().split(' '));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources.join(' ')]));
}

/** Where these words stand in the manifest, as key paths: `optional_host_permissions.0`. */
function placesOf(pattern: RegExp, value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return pattern.test(value) ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placesOf(pattern, each, [...path, key]));
}

/** What both builds promise. Each build's own file says in what they differ. */
export function expectModestPackage(built: BuiltPackage): void {
  const { manifest } = built;
  expect(manifest.permissions).toEqual([
    'storage',
    'unlimitedStorage',
    'webRequest',
    'scripting',
    'alarms',
    'identity',
    'activeTab',
    'contextMenus',
  ]);
  expect(manifest.commands).toEqual({
    share: {
      suggested_key: { default: 'Alt+Shift+G', mac: 'MacCtrl+Shift+G' },
      description: '__MSG_command_share__',
    },
  });
  const reasons = readFileSync('docs/privacy.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const unexplained = (manifest.permissions as string[]).filter(
    (permission) => !reasons.some((line) => line.includes(`\`${permission}\``)),
  );
  expect(unexplained).toEqual([]);
  expect(manifest).not.toHaveProperty('optional_permissions');
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.optional_host_permissions).toEqual(EVERY_SITE);
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest).not.toHaveProperty('externally_connectable');
  expect(manifest.incognito).toBe('not_allowed');
  expect(manifest.web_accessible_resources).toEqual([
    { resources: ['sidebar.html'], matches: EVERY_SITE, use_dynamic_url: true },
  ]);
  expect(placesOf(/<all_urls>|^\*:\/\//, manifest)).toEqual([]);
  const everywhere = ['optional_host_permissions', 'web_accessible_resources.0.matches'];
  expect(placesOf(/:\/\/\*\//, manifest)).toEqual(everywhere.flatMap((at) => [`${at}.0`, `${at}.1`]));
}

/** Own code and own files only, whatever a page of ours may come to hold. */
export function expectStrictPages(built: BuiltPackage): void {
  expect(pagePolicy(built)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: https:",
    'font-src': "'self'",
    'connect-src': "'self' https: http://127.0.0.1:* http://localhost:*",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
  expect(built.manifest.content_security_policy).not.toHaveProperty('sandbox');
  for (const html of Object.values(built.pages)) {
    expect(html.match(/(src|href)="(?!\/(chunks|assets|icon)\/)[^"]*"/g) ?? []).toEqual([]);
    expect(html.match(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=/g) ?? []).toEqual([]);
  }
  expect(Object.keys(built.pages)).toEqual(['options.html', 'popup.html', 'sidebar.html', 'welcome.html']);
}
