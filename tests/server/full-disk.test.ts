import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { inTransaction } from '@/server/store/store';
import { aDatabase } from './database';
import { aFolder, Program } from './program';
import { aMember, aServer, post } from './support';

const ON_SQLITE = inject('postgres') === undefined;

test.runIf(ON_SQLITE)(
  'what the disk said is what is heard, also where SQLite undid the work itself',
  async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const work = inTransaction(server.store(), async (trx) => {
      await sql`rollback`.execute(trx); // as SQLite does by itself where the disk is full
      throw new Error('database or disk is full');
    });
    await expect(work).rejects.toThrow('database or disk is full');
    expect((await post(server, token, 'Daarna gaat het weer')).status).toBe(200);
  },
);

test.runIf(ON_SQLITE)('a server that finds no room says so, and not that the data are damaged', () => {
  const folder = aFolder();
  const start = `ulimit -f 10; exec "${process.execPath}" --import tsx server/main.ts --port 0 --data "${folder}" --language en`;
  const ended = spawnSync('bash', ['-c', start], { encoding: 'utf8', timeout: 20_000 });
  expect(ended.stderr).toBe(`The folder ${folder} cannot be written to. Choose another with --data.\n`);
  expect(ended.status).toBe(1);
});

test.runIf(!ON_SQLITE)(
  'a folder where the coordinator’s link cannot be kept is said in one sentence',
  async () => {
    const { url: DATABASE_URL = '', drop } = await aDatabase();
    const program = new Program(['--port', '0', '--data', '/proc/nowhere', '--language', 'en'], {
      DATABASE_URL,
    });
    expect(await program.ended()).toBe(1);
    expect(program.stderr).toBe(
      'The folder /proc/nowhere cannot be written to. Choose another with --data.\n',
    );
    await drop();
  },
);
