import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aRecipe } from '../support/exchanges';
import { anEntry, aRecording } from '../support/recordings';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recognise-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function aFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function recognise(...args: readonly string[]): { code: number | null; out: string; said: string } {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'en_GB.UTF-8' };
  const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/recognise.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
  return { code: status, out: stdout, said: stderr.trim() };
}

const save = anEntry({
  request: {
    method: 'POST',
    url: 'http://w.test/doku.php?id=a',
    cookies: [{ name: 'DokuWiki' }],
    postData: {
      mimeType: 'application/x-www-form-urlencoded',
      text: 'do%5Bsave%5D=1&wikitext=a&id=praxis%3Aa',
    },
  },
  response: { status: 302, redirectURL: '/doku.php?id=praxis:a#part' },
});

describe('npm run recognise', () => {
  test('prints one line of JSON for each activity and nothing else', () => {
    const { code, out, said } = recognise(aFile('a.har', aRecording([anEntry({}), save])));
    expect([code, said]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([expect.any(String), '']);
    expect(JSON.parse(out)).toEqual({
      verb: 'edit',
      title: 'praxis:a',
      link: 'http://w.test/doku.php?id=praxis:a',
      system: 'dokuwiki',
      entry: 1,
      at: '2026-11-24T10:00:00.000Z',
    });
  });

  test('ends well where nothing was recognised', () => {
    expect(recognise(aFile('empty.har', aRecording([])))).toEqual({ code: 0, out: '', said: '' });
  });

  test('tries a recipe that somebody is writing, and explains', () => {
    const body = { 'do[preview]': true } as const;
    const when = { method: 'POST', path: '/doku.php', body, status: 200 };
    const recipe = aFile('own.json', JSON.stringify(aRecipe({ when })));
    const file = aFile('b.har', aRecording([anEntry({}), save]));
    const { code, out, said } = recognise(file, '--recipe', recipe, '--explain');
    expect([code, out]).toEqual([0, '']);
    expect(said).toBe('1 POST /doku.php 302 — a-dms edit: status, body.do[preview]');
  });

  test('explains by the system that the recording shows, or by whichever comes nearest', () => {
    const { said } = recognise(aFile('h.har', aRecording([anEntry({}), save])), '--explain');
    expect(said).toBe('1 POST /doku.php 302 — dokuwiki edit: matched');
  });

  test('does not call matched what counts for nothing without a site marker', () => {
    const publish = anEntry({
      request: { method: 'POST', url: 'http://x.test/documents/7/publish' },
      response: { status: 303, redirectURL: '/documents/7' },
    });
    const { out, said } = recognise(aFile('i.har', aRecording([publish])), '--explain');
    expect([out, said]).toEqual(['', '0 POST /documents/7/publish 303 — demo-intranet publish: site']);
  });

  test.each([
    ['no file named', () => [], /^Usage: /],
    ['an option that it does not have', () => ['--fast'], /^Usage: /],
    ['a file that is not there', () => [join(folder, 'none.har')], /none\.har cannot be read/],
    ['a file that is no JSON', () => [aFile('c.har', '<html>')], /is not JSON/],
    [
      'a file that is no recording',
      () => [aFile('d.har', '{"log":{}}')],
      /“log\.entries” is missing or wrong/,
    ],
    ['a recipe that there is not', () => [aFile('e.har', aRecording([])), '--recipe', 'x'], /no recipe “x”/],
    [
      'a recipe with a mistake',
      () => [aFile('f.har', aRecording([])), '--recipe', aFile('g.json', '{"v":1}')],
      /“id” is missing/,
    ],
  ])('%s: one clear sentence, and a failure', (_what, args, sentence) => {
    const { code, out, said } = recognise(...args());
    expect([code, out]).toEqual([1, '']);
    expect(said).toMatch(sentence);
    expect(said.split('\n')).toHaveLength(1);
  });
});
