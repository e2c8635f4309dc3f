import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, Program } from './program';

const SLOW = 30_000;

/** Starts with these arguments, which must fail: the one sentence that it says. */
async function refusal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const program = new Program(args, env);
  expect(await program.ended()).toBe(1);
  expect(program.stdout).toBe('');
  expect(program.stderr.trim().split('\n'), program.stderr).toHaveLength(1);
  return program.stderr.trim();
}

describe('a start that cannot be', { timeout: SLOW }, () => {
  test.each([
    ['a port that is none', ['--port', 'tachtig'], '“tachtig” is geen poort'],
    ['a port beyond the last', ['--port', '65536'], '“65536” is geen poort'],
    ['an option that is none', ['--poort', '8700'], 'Onbekende of onvolledige optie'],
    ['a limit that is no number', ['--rate-limit', 'veel'], 'Onbekende of onvolledige optie'],
    ['a language without words', ['--language', 'xx'], 'Onbekende of onvolledige optie'],
    [
      'an address of another computer',
      ['--port', '0', '--host', '203.0.113.1', '--origin', 'https://a.example'],
      '“203.0.113.1” is geen adres van deze computer',
    ],
    ['a network without a name', ['--port', '0', '--host', '0.0.0.0'], 'Geef met --origin het adres'],
  ])('%s', async (_what, args, sentence) => {
    expect(await refusal([...args, '--data', aFolder()])).toContain(sentence);
  });

  test('the sentence is in the language of the terminal, or in the one that was asked for', async () => {
    const args = ['--port', 'x', '--data', aFolder()];
    expect(await refusal(args, { LC_ALL: 'en_GB.UTF-8' })).toContain('“x” is no port');
    expect(await refusal([...args, '--language', 'en'])).toContain('“x” is no port');
  });

  test('a port that somebody uses', async () => {
    const other = createServer();
    await new Promise<void>((resume) => other.listen(0, '127.0.0.1', resume));
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const folder = aFolder();
    expect(await refusal(['--port', port, '--data', folder])).toContain(`Poort ${port} is al in gebruik`);
    await new Promise((resume) => other.close(resume));
    expect(existsSync(join(folder, 'coordinator-link.txt'))).toBe(false);
  });

  test('a folder that nobody can write, or that is a file', async () => {
    expect(await refusal(['--port', '0', '--data', '/proc/deelgenoot/data'])).toContain(
      'kan niet geschreven worden',
    );
    const file = join(aFolder(), 'file');
    writeFileSync(file, '');
    expect(await refusal(['--port', '0', '--data', file])).toContain('kan niet geschreven worden');
  });

  test('data that are no database', async () => {
    const folder = aFolder();
    writeFileSync(
      join(folder, 'community.db'),
      'this is no database, and it is long enough to be one'.repeat(100),
    );
    expect(await refusal(['--port', '0', '--data', folder])).toContain('kunnen niet gelezen worden');
  });

  test('a second server on the same data; after a kill the first leaves nothing in the way', async () => {
    const folder = aFolder();
    const args = ['--port', '0', '--data', folder];
    const first = new Program(args);
    await first.origin();
    expect(await refusal(args)).toContain('Er draait al een server op de gegevens');
    await first.stop('SIGKILL');
    expect(await new Program(args).origin()).toMatch(/^http:/);
  });
});

describe('a start', { timeout: SLOW }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'listens on the own machine only, and ends cleanly by %s',
    async (signal) => {
      const program = new Program(['--port', '0', '--data', aFolder()]);
      const origin = await program.origin();
      expect(new URL(origin).hostname).toBe('127.0.0.1');
      expect((await fetch(`${origin}/api/v2/instance`)).status).toBe(200);
      expect(await program.stop(signal)).toBe(0);
      expect(program.stderr).toBe('');
    },
  );

  test("says the coordinator's link and keeps it, and all data, where only the owner reads", async () => {
    const folder = join(aFolder(), 'new', 'folder');
    const program = new Program(['--port', '0', '--data', folder]);
    const origin = await program.origin();
    const link = readFileSync(join(folder, 'coordinator-link.txt'), 'utf8').trim();
    expect(link.startsWith(`${origin}/invitation/`)).toBe(true);
    await expect.poll(() => program.stdout).toContain(link);
    expect((await fetch(link)).status).toBe(200);
    for (const name of ['', 'community.db', 'coordinator-link.txt']) {
      expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    }
  });
});
