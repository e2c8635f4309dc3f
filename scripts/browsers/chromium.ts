import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '@/scripts/prepare/programs.mjs';
import { until } from './until';

/** Fixed by the `key` in the manifest of unpacked builds. */
export const EXTENSION_ID = 'llkcjfniclggpgaelbljkhimndbiammb';

export interface ChromiumOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  /** An empty folder, or the profile of an earlier start. */
  readonly profile: string;
  /** Patterns that the extension may ask for without the browser's own prompt, which no driver can press. */
  readonly requestable?: readonly string[];
  readonly language?: string;
  readonly headless?: boolean;
  /** False leaves Ctrl-C to the caller; else the driver closes the browser and ends the process. */
  readonly endsOnSignal?: boolean;
  readonly args?: readonly string[];
}

export interface StartedChromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  close(): Promise<void>;
}

/** Starts Chromium with the extension loaded. The profile stays; whoever made it removes it. */
export async function startChromium(options: ChromiumOptions): Promise<StartedChromium> {
  const { extension, profile, language = 'nl', headless = true, endsOnSignal = true, args = [] } = options;
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  seedPermissions(options);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false, // Playwright's own headless mode is another program without extensions
    chromiumSandbox: process.getuid?.() !== 0, // it refuses to work for root
    locale: language,
    handleSIGINT: endsOnSignal,
    handleSIGTERM: endsOnSignal,
    handleSIGHUP: endsOnSignal,
    viewport: headless ? { width: 1280, height: 800 } : null,
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--enable-unsafe-extension-debugging', // lets whoever started the browser, and nobody else, press the icon
      `--lang=${language}`,
      `--accept-lang=${language}`, // windows that the driver learns of late, as a sign-in is, ask by this one
      ...[
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
      ...['--disable-quic', '--host-resolver-rules=MAP *.test 127.0.0.1'],
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
    ],
  });
  return { context, extensionId: EXTENSION_ID, close: () => context.close() };
}

/** An address inside the extension; `path` such as `options.html#communities`. */
export function extensionUrl(path: string): string {
  return `chrome-extension://${EXTENSION_ID}/${path}`;
}

/** Where sign-in comes back to. */
export function extensionRedirect(): string {
  return `https://${EXTENSION_ID}.chromiumapp.org/`;
}

/** The tab that shows this page of the extension, as soon as it is there. */
export function extensionPage(context: BrowserContext, path: string): Promise<Page> {
  const isIt = (page: Page) => page.url().startsWith(extensionUrl(path));
  return until(`a tab with ${path}`, async () => context.pages().find(isIt));
}

/** Chromium reads these on its first start with a profile and writes its own afterwards. */
function seedPermissions({ profile, requestable = ['*://*/*'] }: ChromiumOptions): void {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  const settings = {
    runtime_granted_permissions: {
      api: [],
      explicit_host: requestable,
      manifest_permissions: [],
      scriptable_host: [],
    },
  };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const ui = { developer_mode: true }; // else an unpacked extension that reloads itself does not come back
  const extensions = { ui, settings: { [EXTENSION_ID]: settings } };
  writeFileSync(preferences, JSON.stringify({ extensions }));
}
