import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Measured } from './databases';

/** Our server as people run it, without its limits. */
export const OUR_SERVER = ['server/main.ts', '--port', '0', '--rate-limit', '0', '--data'];

export interface Running {
  readonly origin: string;
  stop(): Promise<void>;
}

/** A server in a process of its own, once it says where it listens. */
export async function start(script: readonly string[], { folder, databaseUrl }: Measured): Promise<Running> {
  const DATABASE_URL = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const env = { ...process.env, LC_ALL: 'nl', ...DATABASE_URL };
  const args = ['--import', 'tsx', ...script, folder];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  return { origin: await originOf(child), stop };
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (data) => {
      said += data;
      const found = /^Community: (\S+)$/m.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`the server did not start: ${said}`)));
  });
}
