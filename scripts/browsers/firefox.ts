import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '@/scripts/prepare/programs.mjs';
import { browserWindow } from './firefox-window';
import { Screen } from './screen';
import { until } from './until';

/** The id in the manifest. */
export const GECKO_ID = 'deelgenoot@deelgenoot.example';
/** What the extension is called in the toolbar. */
const NAME = 'Deelgenoot';
/** Firefox makes up a host for each installation; tests choose it, so that they know the addresses. */
const HOST = '11111111-2222-4333-8444-555555555555';

export interface FirefoxOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  readonly language?: string;
  readonly headless?: boolean;
  /** A folder for the profile; without it the browser's own temporary one, which goes with it. */
  readonly profile?: string;
  /** False leaves Ctrl-C to the caller; else the driver closes the browser and ends the process. */
  readonly endsOnSignal?: boolean;
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
}

export interface StartedFirefox {
  readonly browser: Browser;
  /** The whole window, by role and name. */
  readonly screen: Screen;
  /** Opens a page of the extension in a tab. */
  open(path: string): Promise<Page>;
  /** The tab that the extension opened itself. */
  opened(path: string): Promise<Page>;
  /** Opens the extension's popup over the tab in front, by the toolbar. */
  openPopup(): Promise<void>;
  /** Runs an expression in the browser's own window. */
  chrome(expression: string): Promise<unknown>;
  /** Presses the real permission prompt: `button` allows, `secondaryButton` refuses. */
  answerPrompt(which?: 'button' | 'secondaryButton'): Promise<void>;
  backgroundState(): Promise<string>;
  /** Stops the event page, as the browser does with one that is idle; the next event starts it. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox and installs the extension until it closes. */
export async function startFirefox(options: FirefoxOptions): Promise<StartedFirefox> {
  const browser = await launch(options);
  await browser.installExtension(resolve(options.extension));
  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    // The load event of such a page is never reported: not waited for, but looked for.
    await page.goto(extensionAddress(path), { timeout: 1 }).catch(() => null);
    await until(`${path} in its tab`, () => shows(page, path));
    return page;
  };
  const opened = (path: string): Promise<Page> =>
    until(`a tab with ${path}`, async () => {
      for (const page of await browser.pages()) if (await shows(page, path)) return page;
      return undefined;
    });
  const window = browserWindow(browser, GECKO_ID);
  const screen = new Screen(window.chrome);
  const openPopup = async (): Promise<void> => {
    await screen.click('button', 'Extensions'); // the browser's own words are English without a language pack
    await screen.click('button', NAME);
  };
  return { browser, screen, open, opened, openPopup, ...window, close: () => browser.close() };
}

function launch(options: FirefoxOptions): Promise<Browser> {
  const { language = 'nl', headless = true, endsOnSignal = true, profile, prefs = {} } = options;
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('Firefox is not installed');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    defaultViewport: null, // a viewport of another size than the window's would put things where no mouse reaches
    handleSIGINT: endsOnSignal,
    handleSIGTERM: endsOnSignal,
    handleSIGHUP: endsOnSignal,
    args: [
      '--remote-allow-system-access', // else no extension page may be opened
      ...(headless ? ['--width=1280', '--height=900'] : []),
    ],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: HOST }),
      'network.dns.localDomains': 'wiki.test', // the tests' wiki shares its host with nothing else
      'intl.accept_languages': language,
      ...prefs,
    },
  });
}

function extensionAddress(path: string): string {
  return `moz-extension://${HOST}/${path}`;
}

/** Asked of the page itself: Firefox's driver reports `about:blank` for pages of extensions. */
async function shows(page: Page, path: string): Promise<boolean> {
  const wanted = new URL(extensionAddress(path)).pathname;
  const look = (pathname: string) =>
    document.readyState === 'complete' &&
    location.protocol === 'moz-extension:' &&
    location.pathname === pathname;
  return page.evaluate(look, wanted).catch(() => false);
}
