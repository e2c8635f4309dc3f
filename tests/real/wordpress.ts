import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@/scripts/browsers/until';
import { findPhp, findWordpress } from '@/scripts/prepare/programs.mjs';
import { freePort } from './free-port';
import { killGroup } from './kill-group';
import { type LaidOut, layOutWordpress, PHP_FLAGS, type WordpressOptions } from './wordpress/lay-out';

/** Whom the site knows: an administrator, somebody who may only read, and one whose posts are looked at first. */
export const WORDPRESS_PEOPLE = {
  admin: { name: 'admin', password: 'adminPass12345' },
  subscriber: { name: 'anna', password: 'annaPass12345' },
  contributor: { name: 'chris', password: 'chrisPass12345' },
} as const;
export type WordpressPerson = keyof typeof WORDPRESS_PEOPLE;

const MARIADB = '/usr/sbin/mariadbd'; // not on everybody's PATH
/** A starting database can take a while on a busy machine. */
const DATABASE_WITHIN_MS = 60_000;
const ANSWERS_WITHIN_MS = 30_000;

export interface RealWordpress {
  /** Where it stands, with its folder, without a slash at the end. */
  readonly url: string;
  /** Rows of its own database, each a list of its columns as text: what a person sees is not asked of the browser. */
  rows(sql: string): string[][];
  /** Runs PHP in the site, as its own code does; answers what it printed. */
  evaluate(code: string): string;
  stop(): Promise<void>;
}

/** Starts the WordPress that Debian packages, with a database of its own, in a folder and on a port of its own. */
export async function startWordpress(options: WordpressOptions = {}): Promise<RealWordpress> {
  const php = findPhp();
  if (php === undefined || findWordpress() === undefined)
    throw new Error('PHP, MariaDB and WordPress are not installed');
  const root = mkdtempSync(join(tmpdir(), 'deelgenoot-wp-'));
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    process.off('exit', killAll);
    for (const child of [...children].reverse()) await end(child); // the site before its database
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  };
  const killAll = (): void => {
    for (const { pid } of children) killGroup(pid);
  };
  process.once('exit', killAll);
  try {
    const laidOut = layOutWordpress(root, await freePort(), options);
    children.push(startDatabase(laidOut));
    await until('MariaDB', async () => existsSync(laidOut.socket), DATABASE_WITHIN_MS);
    execFileSync(php, [...PHP_FLAGS, laidOut.install], { stdio: ['ignore', 'ignore', 'inherit'] });
    children.push(startSite(php, laidOut));
    await until('WordPress', () => answers(laidOut), ANSWERS_WITHIN_MS);
    return { url: laidOut.url, rows: (sql) => rowsOf(laidOut, sql), evaluate: inSite(php, laidOut), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startDatabase({ folder, socket }: LaidOut): ChildProcess {
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []; // as root it wants the name
  const data = `--datadir=${join(folder, 'db')}`;
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', data, '--auth-root-authentication-method=normal', '--skip-test-db', ...asRoot],
    { stdio: 'ignore' },
  );
  const small = ['--innodb-buffer-pool-size=32M', '--innodb-log-file-size=16M', '--performance-schema=OFF'];
  const flags = ['--skip-networking', '--skip-grant-tables', '--innodb-flush-log-at-trx-commit=0', ...small];
  return spawn(MARIADB, ['--no-defaults', data, `--socket=${socket}`, ...flags, ...asRoot], {
    detached: true,
    stdio: 'ignore',
  });
}

function startSite(php: string, { documents, port }: LaidOut): ChildProcess {
  const flags = [...PHP_FLAGS, '-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', documents];
  return spawn(php, flags, {
    detached: true, // its workers are its children: the group is stopped, not the process
    stdio: 'ignore',
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
  });
}

/** Asked by number: this machine's own resolver knows no `*.test`. */
async function answers({ port, path, host }: LaidOut): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}/wp-login.php`, { headers: { host } });
  return answer.ok;
}

function rowsOf({ socket }: LaidOut, sql: string): string[][] {
  const args = ['--no-defaults', `--socket=${socket}`, '--user=root', '--batch', '--skip-column-names'];
  const text = execFileSync('mariadb', [...args, '--default-character-set=utf8mb4', 'wordpress', '-e', sql], {
    encoding: 'utf8',
  });
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
}

function inSite(php: string, { documents, path, host }: LaidOut): RealWordpress['evaluate'] {
  const begin = `$_SERVER['HTTP_HOST'] = '${host}'; require '${join(documents, path)}/wp-load.php';`;
  return (code) => execFileSync(php, [...PHP_FLAGS, '-r', `${begin} ${code}`], { encoding: 'utf8' });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((settle) => child.once('close', settle));
  killGroup(child.pid);
  await ended;
}
