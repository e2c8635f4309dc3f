import { findChromium, findFirefox } from '@/scripts/prepare/programs.mjs';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Text } from '@/utils/language';
import { openForPerson } from './browser';
import { openDataFolder } from './data-folder';
import { driveHeadless } from './drive-headless';
import { openFirefox } from './firefox';
import type { Options } from './options';
import { findFreePorts } from './serve';
import { startServers } from './servers';
import type { Ended, Stage, Words } from './stage';

type BrowserName = 'chromium' | 'firefox';

/** Runs the demo until `signal` aborts, or until it has driven itself. */
export async function runDemo(options: Options, words: Words, signal: AbortSignal): Promise<Ended> {
  const { t } = words;
  const browser = chooseBrowser(options, t);
  if (!browser.ok) return browser;
  const folder = openDataFolder(options.folder, options.fresh);
  if (!folder.ok) return fail(t(`demo.run.${folder.error}`, { folder: options.folder }));
  const port = options.port ?? folder.value.port ?? (await findFreePorts());
  if (port === undefined) return fail(t('demo.run.no-ports'));
  const stage = { ...words, folder: folder.value, signal, progress: { connected: false } };
  const servers = await startServers({ ...stage, port, isConnected: () => stage.progress.connected });
  if (!servers.ok) return servers;
  folder.value.remember({ port });
  try {
    return await play(options, { ...stage, servers: servers.value }, browser.value);
  } finally {
    await servers.value.close();
  }
}

/** Null: none is wanted, because there is no display to show it on or because the person said so. */
function chooseBrowser(options: Options, t: Text): Result<BrowserName | null, string> {
  const { headless } = options;
  if (!headless && !(options.browser && hasDisplay())) return succeed(null);
  if (findChromium() !== undefined) return succeed('chromium');
  if (headless) return fail(t('demo.run.headless-chromium'));
  return findFirefox() === undefined ? fail(t('demo.run.no-browser')) : succeed('firefox');
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

async function play(options: Options, stage: Stage, browser: BrowserName | null): Promise<Ended> {
  announce(stage);
  if (options.headless) return driveHeadless(stage);
  if (browser === null) return serveOnly(options, stage);
  const opened = browser === 'chromium' ? await openForPerson(stage) : await openFirefox(stage);
  if (!opened.ok) return opened;
  console.log(stage.t('demo.run.ready'));
  await aborted(stage.signal);
  await opened.value.close();
  return succeed(stage.t('demo.run.stopped'));
}

function announce({ t, servers, folder }: Stage): void {
  console.log(t('demo.run.community', { address: servers.community }));
  console.log(t('demo.run.intranet', { address: servers.intranet }));
  console.log(t('demo.run.try-page', { address: servers.tryPage }));
  console.log(t('demo.run.data', { folder: folder.path }));
}

async function serveOnly(options: Options, { t, folder, signal }: Stage): Promise<Ended> {
  const { joined, handle, password } = folder.member;
  const invitation = folder.invitation();
  if (joined) console.log(t('demo.run.member', { handle, password }));
  else if (invitation !== undefined) console.log(t('demo.run.invitation', { link: invitation }));
  console.log(t(options.browser ? 'demo.run.no-display' : 'demo.run.servers-only'));
  console.log(t('demo.run.ready'));
  await aborted(signal);
  return succeed(t('demo.run.stopped'));
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    if (signal.aborted) return settle();
    signal.addEventListener('abort', () => settle(), { once: true });
  });
}
