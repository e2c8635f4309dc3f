import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { terminalText } from '@/scripts/terminal-text';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Language } from '@/utils/language/languages';
import type { Serving } from './serve';

const READY_WITHIN_MS = 30_000;

interface CommunityOptions {
  readonly port: number;
  readonly folder: string;
  readonly name: string;
  readonly language: Language;
  /** More options of the server's own. */
  readonly more?: readonly string[];
}

/** Starts the community server as a program of its own, as people do. Fails with the sentence that it said itself. */
export async function startCommunity(
  options: CommunityOptions,
): Promise<Result<Serving & { readonly pid: number | undefined }, string>> {
  const { port, folder, name, language, more = [] } = options;
  const args = ['--port', String(port), '--data', folder, '--name', name, '--language', language];
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const leaveNoOrphan = () => child.kill();
  process.once('exit', leaveNoOrphan);
  child.once('close', () => process.off('exit', leaveNoOrphan));
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const origin = await readOrigin(child, terminalText(language).t('server.started', { address: '' }));
  if (origin !== undefined) return succeed({ origin, pid: child.pid, close: () => end(child) });
  await end(child);
  return fail(said.join('\n'));
}

/** The address that the server says, after `before`, when it is ready; undefined where it ends or says nothing in time. */
function readOrigin(
  child: ChildProcess & { stdout: NodeJS.ReadableStream },
  before: string,
): Promise<string | undefined> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle(undefined), READY_WITHIN_MS);
    const finish = (origin?: string) => {
      clearTimeout(timer);
      settle(origin);
    };
    child.once('close', () => finish());
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith(before)) finish(line.slice(before.length));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  await ended;
}
