import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Whatever leaves by a way that this list does not name would be in no ledger. */
test('nothing in the product fetches but by the ways that are noted', () => {
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const folders = ['entrypoints', 'components', 'utils'];
  const sources = execFileSync('git', [...listed, ...folders], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => /\.tsx?$/.test(path) && existsSync(path))
    .sort();
  const ways =
    /\bfetch\(|createHttp\(|launchWebAuthFlow\(|sendBeacon|XMLHttpRequest|new WebSocket|EventSource/;
  const found = sources.filter((path) => ways.test(readFileSync(path, 'utf8')));
  expect(found).toEqual([
    'components/hooks/load-words.ts', // its own package's texts
    'entrypoints/background/network.ts',
    'entrypoints/background/read-page.ts',
    'entrypoints/background/services.ts', // its own package's texts
    'entrypoints/background/sign-in-ports.ts',
    'utils/community/http.ts',
  ]);
});
