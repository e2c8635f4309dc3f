import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const READY_WITHIN_MS = 20_000;

/** A folder of the test's own, gone after it. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** The community server as the program that people start. */
export class Program {
  stdout = '';
  stderr = '';
  readonly #child;
  readonly #ended: Promise<number | null>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'nl_BE.UTF-8', ...env },
    });
    this.#child.stdout.on('data', (data) => {
      this.stdout += data;
    });
    this.#child.stderr.on('data', (data) => {
      this.stderr += data;
    });
    this.#ended = once(this.#child, 'close').then(([code]) => code as number | null);
    onTestFinished(async () => void (await this.stop('SIGKILL')));
  }

  /** Its exit code, once it has ended by itself. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  async stop(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill(signal);
    return this.#ended;
  }

  /** Its address, once it says that it is ready. */
  async origin(): Promise<string> {
    const until = Date.now() + READY_WITHIN_MS;
    while (Date.now() < until) {
      const found = /^Community: (\S+)$/m.exec(this.stdout)?.[1];
      if (found !== undefined) return found;
      await new Promise((resume) => setTimeout(resume, 20));
    }
    throw new Error(`the server is not ready: ${this.stderr}`);
  }
}
