import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, type Result, succeed } from '@/utils/kernel/result';

const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'locales',
  'wxt.config.ts',
  'package-lock.json',
];
const TARGETS = {
  chromium: { folder: '.output/chrome-mv3', args: ['build'] },
  firefox: { folder: '.output/firefox-mv3', args: ['build', '-b', 'firefox', '--mv3'] },
} as const;

/** Builds the extension where its sources are newer than what stands there; its folder, or what the build said. */
export async function buildExtension(browser: keyof typeof TARGETS): Promise<Result<string, string>> {
  const { folder, args } = TARGETS[browser];
  const built = changedAt(join(folder, 'manifest.json'));
  if (Math.max(...SOURCES.map(changedAt)) <= built) return succeed(resolve(folder));
  const { code, output } = await run(args);
  return code === 0 ? succeed(resolve(folder)) : fail(output);
}

/** The latest change (epoch ms) of a file, or of a folder and all in it: a removed file changes its folder. 0: not there. */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

function run(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['node_modules/wxt/bin/wxt.mjs', ...args]);
    let output = '';
    const keep = (text: Buffer) => {
      output += text.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', () => settle({ code: 1, output }));
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}
