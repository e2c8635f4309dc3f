import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

function prepare(mode: string, env: Record<string, string> = {}) {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync('node', ['scripts/prepare.mjs', mode], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'nl_NL.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...env },
  });
  return { status, stdout, stderr, ms: performance.now() - begin };
}

describe('prepare', () => {
  test('says nothing and takes no time where nothing is to do', () => {
    prepare('packages'); // leaves its stamp where someone installed by hand
    const again = prepare('packages');
    expect(again).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(again.ms).toBeLessThan(1_000);
  });

  test.each([
    ['nl_NL.UTF-8', 'Gebruik:'],
    ['fr_BE.UTF-8', 'Utilisation\u202f:'],
    ['de_BE.UTF-8', 'Aufruf:'],
    ['en_GB.UTF-8', 'Usage:'],
    ['es_ES.UTF-8', 'Gebruik:'],
    ['C.UTF-8', 'Gebruik:'],
  ])('answers a mode that it does not know in one sentence (%s)', (LANG, word) => {
    const answer = prepare('everything', { LANG });
    expect(answer.status).toBe(1);
    expect(answer.stderr).toMatch(new RegExp(`^${word}.*\\n$`));
  });
});
