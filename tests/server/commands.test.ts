import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aDatabase } from './database';
import { linkIn } from './operator';
import { aFolder, Program } from './program';

const SLOW = 60_000;

async function aProgram() {
  const { url, drop } = await aDatabase();
  onTestFinished(drop);
  const env: Record<string, string> = url === undefined ? {} : { DATABASE_URL: url };
  const folder = join(aFolder(), 'data');
  return {
    folder,
    start: () => new Program(['--port', '0', '--data', folder], env),
    run: async (...args: readonly string[]) => {
      const program = new Program([...args, '--data', folder], env);
      const code = await program.ended();
      return { code, stdout: program.stdout, stderr: program.stderr };
    },
  };
}

describe('the program', { timeout: SLOW }, () => {
  test('runs commands beside itself, ends by 0 or 1, and says why in one sentence', async () => {
    const { folder, start, run } = await aProgram();
    const early = await run('members');
    expect([early.code, early.stdout]).toEqual([1, '']);
    expect(early.stderr).toMatch(/^Hier staat nog geen community\..*\n$/);

    const server = start();
    const origin = await server.origin();
    const invited = await run('invite', '--origin', origin);
    expect([invited.code, invited.stderr]).toEqual([0, '']);
    expect((await fetch(`${origin}${linkIn(invited.stdout)}`)).status).toBe(200);
    expect(invited.stdout).toContain(`\n${origin}/invitation/`);

    const file = join(folder, '..', 'copy.ndjson.gz');
    const copied = await run('backup', file, '--language', 'en');
    expect(copied).toEqual({
      code: 0,
      stdout: expect.stringContaining('Backup of Deelgenoot in') as string,
      stderr: '',
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const refused = await run('restore', file);
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/^Er draait .*server.*\n$/);

    expect(await server.stop('SIGTERM')).toBe(0);
    const restored = await run('restore', file);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    const wrong = await run('uitnodigen');
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toMatch(/^“uitnodigen” is geen opdracht\..*\n$/);
  });
});
