import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { until } from '@/scripts/browsers/until';
import { findDokuwiki, findPhp } from '@/scripts/prepare/programs.mjs';
import type { Language } from '@/utils/language/languages';
import { type WikiDisk, wikiDisk } from './dokuwiki/disk';
import { freePort } from './free-port';
import { killGroup } from './kill-group';

/** Whom the wiki knows: may read, edit, make, upload, delete and restore. */
export const WIKI_MEMBER = { name: 'anna', password: 'annaPass12345' };

const DATA = [
  'attic',
  'cache',
  'index',
  'locks',
  'log',
  'media',
  'media_attic',
  'media_meta',
  'meta',
  'pages',
  'tmp',
];
/** Debian's own, readable by root only; ours are written in their place. */
const NOT_COPIED = ['acl.auth.php', 'users.auth.php', 'local.php'];
/** What a web server's rewriting does: an address that is no file is a page's name. */
const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$script = preg_replace('#[.]php/.*#', '.php', $path);
if ($path !== '/' && is_file($_SERVER['DOCUMENT_ROOT'] . $script)) return false;
$_GET['id'] = $_REQUEST['id'] = trim(strtr(rawurldecode($path), '/', ':'), ':') ?: 'start';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/doku.php';
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/doku.php';
chdir($_SERVER['DOCUMENT_ROOT']);
require_once __DIR__ . '/prepend.php';
require 'doku.php';
`;
/** The browsers in tests take `*.test` for this machine, so that the wiki shares its host with nothing else. */
const HOST = 'wiki.test';

export interface RealWiki {
  /** Origin, without a slash at the end. */
  readonly url: string;
  /** What a person sees is not asked of the browser under test. */
  readonly disk: WikiDisk;
  /** The address of a page as people share it. */
  linkTo(id: string): string;
  /** The text of a page as it stands on disk, or null. */
  pageText(id: string): string | null;
  stop(): Promise<void>;
}

/** Where page names stand: `/doku.php?id=praxis:plan`, `/doku.php/praxis/plan` or `/praxis/plan`. */
export type WikiAddresses = 'query' | 'path' | 'rewritten';
const USE_REWRITE: Record<WikiAddresses, number> = { query: 0, path: 2, rewritten: 1 };

export interface WikiOptions {
  readonly language?: Language;
  readonly addresses?: WikiAddresses;
  /** Whether its remote interface is switched on. */
  readonly remote?: boolean;
}

/** Starts the DokuWiki that Debian packages, in a folder and on a port of its own; nothing else of the machine changes. */
export async function startDokuwiki(options: WikiOptions = {}): Promise<RealWiki> {
  const php = findPhp();
  if (php === undefined || findDokuwiki() === undefined)
    throw new Error('PHP and DokuWiki are not installed');
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-wiki-'));
  layOut(folder, php, options);
  const port = await freePort();
  const settings = {
    auto_prepend_file: join(folder, 'prepend.php'),
    'session.save_path': join(folder, 'data/tmp'),
    'opcache.enable_cli': '1',
    display_errors: '0',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const server = spawn(
    php,
    [...flags, '-S', `127.0.0.1:${port}`, '-t', '/usr/share/dokuwiki', join(folder, 'router.php')],
    {
      detached: true, // its workers are its children: the group is stopped, not the process
      stdio: 'ignore',
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '3' },
    },
  );
  const kill = () => killGroup(server.pid);
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    const ended = new Promise((settle) => server.once('close', settle));
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await until(
      'DokuWiki',
      async () => (await fetch(`http://127.0.0.1:${port}/doku.php?id=start`)).ok,
      20_000,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  const disk = wikiDisk(folder);
  const url = `http://${HOST}:${port}`;
  const linkTo = (id: string) => `${url}${pathOf(id, options.addresses ?? 'query')}`;
  return { url, disk, linkTo, pageText: disk.pageText, stop };
}

function layOut(folder: string, php: string, options: WikiOptions): void {
  const { language = 'nl', addresses = 'query', remote = false } = options;
  for (const name of DATA) mkdirSync(join(folder, 'data', name), { recursive: true });
  const conf = join(folder, 'conf');
  const filter = (path: string) => !NOT_COPIED.includes(basename(path));
  cpSync('/etc/dokuwiki', conf, { recursive: true, dereference: true, filter });
  // Set before the package's preload.php looks for a farm of wikis.
  writeFileSync(
    join(folder, 'prepend.php'),
    `<?php defined('DOKU_CONF') || define('DOKU_CONF', '${conf}/');`,
  );
  writeFileSync(join(folder, 'router.php'), ROUTER);
  writeFileSync(
    join(conf, 'local.php'),
    `<?php
$conf['title'] = 'Intranet Wiki';
$conf['lang'] = '${language}';
$conf['savedir'] = '${folder}/data';
$conf['useacl'] = 1;
$conf['superuser'] = '@admin';
$conf['manager'] = '@user';
$conf['subscribers'] = 1;
$conf['updatecheck'] = 0;
$conf['userewrite'] = ${USE_REWRITE[addresses]};
$conf['useslash'] = 1;
$conf['remote'] = ${remote ? 1 : 0};
$conf['remoteuser'] = '';
`,
  );
  writeFileSync(join(conf, 'acl.auth.php'), '*\t@ALL\t1\n*\t@user\t16\n');
  writeFileSync(join(conf, 'users.auth.php'), memberLine(php));
  writeFileSync(join(folder, 'data/pages/start.txt'), '====== Start ======\nWelkom.\n');
}

function pathOf(id: string, addresses: WikiAddresses): string {
  if (addresses === 'query') return `/doku.php?id=${id}`;
  return `${addresses === 'path' ? '/doku.php' : ''}/${id.replaceAll(':', '/')}`;
}

function memberLine(php: string): string {
  const { name, password } = WIKI_MEMBER;
  const script = 'echo password_hash($argv[1], PASSWORD_BCRYPT, ["cost" => 4]);';
  const hash = execFileSync(php, ['-r', script, '--', password], { encoding: 'utf8' });
  return `${name}:${hash}:Anna:anna@example.test:user\n`;
}
