import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHAOS_MODE } from './plugin';

const FOLDER = '.output/chrome-mv3-chaos';

/** Builds the extension for the harness; its folder, or throws with what the build said. */
export function buildForChaos(): string {
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '--mode', CHAOS_MODE];
  const built = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  return resolve(FOLDER);
}

/** A copy whose worker knows where to ask for its orders. */
export function extensionIn(folder: string, build: string, control: string): string {
  const copy = join(folder, 'extension');
  cpSync(build, copy, { recursive: true });
  const worker = join(copy, 'background.js');
  writeFileSync(
    worker,
    `globalThis.CHAOS_CONTROL = ${JSON.stringify(control)};\n${readFileSync(worker, 'utf8')}`,
  );
  return copy;
}
