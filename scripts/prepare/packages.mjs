import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';
import { say } from './words.mjs';

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.package-lock.json';
const STAMP = 'node_modules/.deelgenoot-lock';

/** Installs the packages of the lock file where they are not there, and WXT's generated types; false where that failed. */
export async function preparePackages() {
  const lock = readFileSync(LOCK, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (!isStamped(hash)) {
    if (!isInstalled(lock)) {
      say('installing-packages');
      if ((await run('npm', ['ci'])) !== 0) {
        say('packages-failed');
        return false;
      }
    }
    writeFileSync(STAMP, hash);
  }
  if (existsSync('.wxt/tsconfig.json') || (await run('wxt', ['prepare'])) === 0) return true;
  say('wxt-failed');
  return false;
}

function isStamped(hash) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

/** Whether someone ran `npm ci` by hand: every package that the lock asks of every machine is there in its version. */
function isInstalled(lock) {
  if (!existsSync(INSTALLED) || !existsSync('node_modules/.bin/node')) return false;
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}
