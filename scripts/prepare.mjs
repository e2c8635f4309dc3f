// What `npm start` and `npm test` need before they can begin: packages, a browser, the applications that tests drive.
// Runs under Node 20 without any package. Quiet when nothing is to do; everything that it says is on stderr.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canInstall, install } from './prepare/debian.mjs';
import { preparePackages } from './prepare/packages.mjs';
import {
  findChromium,
  findDokuwiki,
  findFirefox,
  findMastodonPy,
  findMediawiki,
  findPhp,
  findPostgres,
  findToot,
  findWordpress,
} from './prepare/programs.mjs';
import { say } from './prepare/words.mjs';

const CHROMIUM = { find: findChromium, package: 'chromium', sentence: 'no-chromium' };
const FIREFOX = { find: findFirefox, package: 'firefox-esr', sentence: 'no-firefox' };
const PHP = { find: findPhp, package: 'php', sentence: 'no-php' };
const DOKUWIKI = { find: findDokuwiki, package: 'dokuwiki', sentence: 'no-dokuwiki' };
const POSTGRES = { find: findPostgres, package: 'postgresql', sentence: 'no-postgres' };
const TOOT = { find: findToot, package: 'toot', sentence: 'no-toot' };
const MASTODON_PY = { find: findMastodonPy, package: 'python3-mastodon', sentence: 'no-mastodon-py' };

// micro-httpd is the web server that both ask for: small, and nothing starts it.
const MEDIAWIKI = {
  find: findMediawiki,
  package: 'mediawiki php-sqlite3 micro-httpd',
  sentence: 'no-mediawiki',
};
const WORDPRESS = {
  find: findWordpress,
  package:
    'wordpress wordpress-theme-twentytwentythree php-mysql mariadb-server-core mariadb-client-core micro-httpd',
  sentence: 'no-wordpress',
};

const NEEDS = {
  packages: [],
  start: [CHROMIUM],
  chaos: [CHROMIUM],
  test: [CHROMIUM, FIREFOX, PHP, DOKUWIKI, POSTGRES, TOOT, MASTODON_PY],
  real: [CHROMIUM, FIREFOX, PHP, DOKUWIKI, MEDIAWIKI, WORDPRESS],
};

/** Installs what is missing where it may, and answers what is missing then. */
async function programs(needed) {
  const missing = needed.filter(({ find }) => find() === undefined);
  if (missing.length === 0 || !canInstall()) return missing;
  const names = missing.flatMap((program) => program.package.split(' '));
  say('installing-programs', { names: names.join(', ') });
  // PHP comes along with an application in a form that brings a web server, unless it is asked for by name.
  const needsPhp = ['dokuwiki', 'mediawiki', 'wordpress'].some((name) => names.includes(name));
  const packages = needsPhp && !names.includes('php') ? ['php', ...names] : names;
  if (!(await install(packages))) say('apt-failed');
  return missing.filter(({ find }) => find() === undefined);
}

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
const mode = process.argv[2] ?? '';
if (!Object.hasOwn(NEEDS, mode)) {
  say('usage');
  process.exit(1);
}
if (!(await preparePackages())) process.exit(1);
const missing = await programs(NEEDS[mode]);
// The demo can do without a browser, or with the person's Firefox, and says so itself; a test cannot.
if (mode !== 'start' && missing.length > 0) {
  for (const { sentence } of missing) say(sentence);
  process.exit(1);
}
