import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '@/scripts/prepare/programs.mjs';

const READY_WITHIN_MS = 30_000;
const USER = 'deelgenoot';

export interface Postgres {
  /** The address of one of its databases. */
  url(database: string): string;
  /** Runs one statement as the owner. */
  run(statement: string): Promise<void>;
  stop(): Promise<void>;
}

/** A real PostgreSQL of the test's own; `durable` has it write to the disk at each commit. */
export async function startPostgres({ durable }: { durable: boolean }): Promise<Postgres> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('PostgreSQL is missing: npm test installs it on Debian');
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-postgres-'));
  const owner = ownerOf(folder);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), init, { ...owner, stdio: 'ignore' });
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const speed = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const args = [...settings, 'max_connections=200', ...speed].flatMap((setting) => ['-c', setting]);
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...args], { ...owner, stdio: 'ignore' });
  const ended = once(child, 'close');
  const url = (database: string): string => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  await ready(url('postgres'));
  return {
    url,
    run: (statement) => run(url('postgres'), statement),
    stop: async () => {
      child.kill('SIGINT'); // fast: ends its connections
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian made for it. */
function ownerOf(folder: string): { uid?: number; gid?: number; cwd: string } {
  if (process.getuid?.() !== 0) return { cwd: folder };
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  chownSync(folder, uid, gid);
  return { uid, gid, cwd: folder };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function ready(url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await run(url, 'select 1');
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
