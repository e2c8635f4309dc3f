import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

const HOME = env.HOME ?? env.USERPROFILE ?? '';
const LOCAL = env.LOCALAPPDATA ?? '';

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(HOME, 'Applications/Chromium.app/Contents/MacOS/Chromium'),
  join(LOCAL, 'Chromium/Application/chrome.exe'),
];
const FIREFOX_PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const MARIADB = '/usr/sbin/mariadbd'; // not on everybody's PATH
const MASTODON_PY = '/usr/lib/python3/dist-packages/mastodon';
const POSTGRES_VERSIONS = '/usr/lib/postgresql';
const DOKUWIKI = '/usr/share/dokuwiki/doku.php';
const MEDIAWIKI = '/usr/share/mediawiki/index.php';
const WORDPRESS = '/usr/share/wordpress/index.php';
const WORDPRESS_THEME = '/usr/share/wordpress/wp-content/themes/twentytwentythree';

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not a program for this person: looked for elsewhere
  }
}

/** Where a program of this name stands on the PATH, or undefined. */
function onPath(name) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(runs);
}

function hasPhpModule(name) {
  const php = onPath('php');
  if (php === undefined) return false;
  const { stdout } = spawnSync(php, ['-m'], { encoding: 'utf8' });
  return (stdout ?? '').split(/\s+/).includes(name);
}

/** A path named by the person counts alone: a wrong one is not quietly replaced by another browser. */
function find(named, places, names) {
  if (named) return runs(named) ? named : undefined;
  return places.find(runs) ?? names.map(onPath).find(Boolean);
}

/** The path of a Chromium that loads unpacked extensions (CHROMIUM_PATH goes first), or undefined. */
export function findChromium() {
  return find(env.CHROMIUM_PATH, CHROMIUM_PLACES, ['chromium', 'chromium-browser']);
}

/** The path of a Firefox (FIREFOX_PATH goes first), or undefined. */
export function findFirefox() {
  return find(env.FIREFOX_PATH, FIREFOX_PLACES, ['firefox-esr', 'firefox']);
}

export function findPhp() {
  return onPath('php');
}

/** The wiki's own start file as Debian installs it, or undefined. */
export function findDokuwiki() {
  return existsSync(DOKUWIKI) ? DOKUWIKI : undefined;
}

/** MediaWiki's own start file where PHP can also keep its wiki in a file, or undefined. */
export function findMediawiki() {
  return existsSync(MEDIAWIKI) && hasPhpModule('pdo_sqlite') ? MEDIAWIKI : undefined;
}

/** WordPress's own start file where a theme, PHP's part and a database for it are there as well, or undefined. */
export function findWordpress() {
  const hasAll = [WORDPRESS, WORDPRESS_THEME].every((path) => existsSync(path)) && hasPhpModule('mysqli');
  return hasAll && runs(MARIADB) ? WORDPRESS : undefined;
}

/** The folder with PostgreSQL's programs (POSTGRES_BIN goes first), newest version first, or undefined. */
export function findPostgres() {
  if (env.POSTGRES_BIN) return runs(join(env.POSTGRES_BIN, 'initdb')) ? env.POSTGRES_BIN : undefined;
  const versions = existsSync(POSTGRES_VERSIONS) ? readdirSync(POSTGRES_VERSIONS) : [];
  const folders = versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
  return folders.find((folder) => runs(join(folder, 'initdb')));
}

/** The Mastodon client of the command line, or undefined. */
export function findToot() {
  return onPath('toot');
}

/** Python's Mastodon library as Debian installs it, or undefined. */
export function findMastodonPy() {
  return existsSync(MASTODON_PY) ? MASTODON_PY : undefined;
}
