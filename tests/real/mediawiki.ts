import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { until } from '@/scripts/browsers/until';
import { findMediawiki, findPhp } from '@/scripts/prepare/programs.mjs';
import type { Language } from '@/utils/language/languages';
import { freePort } from './free-port';
import { killGroup } from './kill-group';

/** May do everything in the wiki. */
export const WIKI_ADMIN = { name: 'Admin', password: 'adminPass12345' };
/** May read, edit, move and upload. */
export const WIKI_PERSON = { name: 'Anna', password: 'annaPass12345' };

/** The browsers in tests take `*.test` for this machine, so that the wiki shares its host with nothing else. */
const HOST = 'mediawiki.test';
const READY_WITHIN_MS = 60_000;
/** The wiki's own folders and settings are ours; all else is Debian's. */
const NOT_LINKED = ['images', 'LocalSettings.php'];
/** Old code on a newer PHP: what it deprecates is nobody's concern here. */
const ERRORS_OF_CONCERN = '4437';

export interface RealMediawiki {
  /** Origin, without a slash at the end. */
  readonly url: string;
  /** Asks the wiki's API, as nobody in particular. */
  ask(query: Readonly<Record<string, string>>): Promise<unknown>;
  /** Runs one of the wiki's own maintenance scripts. */
  maintain(script: string, args: readonly string[], input?: string): string;
  stop(): Promise<void>;
}

export interface MediawikiOptions {
  readonly language?: Language;
  /** False: a wiki without a main cache, in which VisualEditor's first save fails and is sent again. */
  readonly cache?: boolean;
  /** Only its members may read it. */
  readonly closed?: boolean;
}

/** Starts the MediaWiki that Debian packages, in a folder and on a port of its own; nothing else of the machine changes. */
export async function startMediawiki(options: MediawikiOptions = {}): Promise<RealMediawiki> {
  const php = findPhp();
  const start = findMediawiki();
  if (php === undefined || start === undefined) throw new Error('PHP and MediaWiki are not installed');
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-mediawiki-'));
  const port = await freePort();
  const maintain = makeMaintain(php, dirname(start), folder);
  layOut(folder, dirname(start), maintain, `http://${HOST}:${port}`, options);
  const server = spawn(php, [...flags(), '-S', `127.0.0.1:${port}`, '-t', join(folder, 'www')], {
    detached: true, // its workers are its children: the group is stopped, not the process
    stdio: 'ignore',
    env: { ...process.env, ...settingsOf(folder), PHP_CLI_SERVER_WORKERS: '4' },
  });
  const kill = () => killGroup(server.pid);
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    const ended = new Promise((settle) => server.once('close', settle));
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const ask = (query: Readonly<Record<string, string>>) => askApi(port, query);
  try {
    await until('MediaWiki', () => ask({ action: 'query', meta: 'siteinfo' }), READY_WITHIN_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://${HOST}:${port}`, ask, maintain, stop };
}

async function askApi(port: number, query: Readonly<Record<string, string>>): Promise<unknown> {
  const fields = new URLSearchParams({ format: 'json', formatversion: '2', ...query });
  const answer = await fetch(`http://127.0.0.1:${port}/api.php?${fields}`);
  return answer.json();
}

function flags(): string[] {
  const settings = {
    'opcache.enable_cli': '1',
    error_reporting: ERRORS_OF_CONCERN,
    display_errors: '0',
    memory_limit: '512M',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
}

/** Names our settings, so that those of the machine stay untouched. */
function settingsOf(folder: string): { MW_CONFIG_FILE: string } {
  return { MW_CONFIG_FILE: join(folder, 'LocalSettings.php') };
}

function makeMaintain(php: string, code: string, folder: string): RealMediawiki['maintain'] {
  return (script, args, input = '') =>
    execFileSync(
      php,
      ['-d', `error_reporting=${ERRORS_OF_CONCERN}`, `${code}/maintenance/${script}`, ...args],
      {
        encoding: 'utf8',
        input,
        env: { ...process.env, ...settingsOf(folder) },
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
}

function layOut(
  folder: string,
  code: string,
  maintain: RealMediawiki['maintain'],
  address: string,
  { language = 'en', cache = true, closed = false }: MediawikiOptions,
): void {
  for (const name of ['www/images', 'data', 'cache']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of readdirSync(code).filter((each) => !NOT_LINKED.includes(each)))
    symlinkSync(join(code, name), join(folder, 'www', name));
  const database = ['--dbtype', 'sqlite', '--dbpath', join(folder, 'data')];
  const site = ['--server', address, '--scriptpath', '', '--lang', language, '--pass', WIKI_ADMIN.password];
  const parts = ['--skins', 'Vector', '--extensions', 'VisualEditor,WikiEditor'];
  const name = ['Intranet Wiki', WIKI_ADMIN.name];
  maintain('install.php', ['--confpath', folder, ...database, ...site, ...parts, ...name]);
  appendFileSync(join(folder, 'LocalSettings.php'), moreSettings(folder, cache));
  if (closed)
    appendFileSync(join(folder, 'LocalSettings.php'), "$wgGroupPermissions['*']['read'] = false;\n");
  maintain('createAndPromote.php', [WIKI_PERSON.name, WIKI_PERSON.password]);
}

function moreSettings(folder: string, cache: boolean): string {
  return `
$wgEnableUploads = true;
$wgUploadDirectory = '${folder}/www/images';
$wgUploadPath = '/images';
$wgFileExtensions = ['png', 'pdf', 'txt'];
$wgCacheDirectory = '${folder}/cache';
$wgMainCacheType = ${cache ? 'CACHE_DB' : 'CACHE_NONE'};
$wgSessionCacheType = CACHE_DB;
$wgEnableEmail = false;
$wgPingback = false;
$wgJobRunRate = 0;
$wgDefaultUserOptions['visualeditor-enable'] = 1;
$wgDefaultUserOptions['visualeditor-hidebetawelcome'] = 1;
`;
}
