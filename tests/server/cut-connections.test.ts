import { expect, inject, onTestFinished, test } from 'vitest';
import { openStore } from '@/server/store/open-store';
import { startPostgres } from '../support/postgres';
import { someone } from './listening';
import { aFolder, Program } from './program';
import { seededRandom, Traffic } from './traffic';

const ROUNDS = 20;
const WRITERS = 16;
const TEXTS = 1_000;
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'deelgenoot'`;

test.runIf(inject('postgres') !== undefined)(
  'a database that cuts its connections under the work is gone for a moment, and the server is not',
  { timeout: 120_000 },
  async () => {
    const postgres = await startPostgres({ durable: false });
    onTestFinished(() => postgres.stop());
    const databaseUrl = postgres.url('postgres');
    const folder = aFolder();
    const store = await openStore({ folder, databaseUrl, communityName: 'Proef' });
    if (!store.ok) throw new Error(store.error);
    const { token } = await someone({ store: store.value }, 'anna');
    await store.value.close();
    const program = new Program(['--port', '0', '--data', folder, '--rate-limit', '0'], {
      DATABASE_URL: databaseUrl,
    });
    const origin = await program.origin();
    const traffic = new Traffic(token, seededRandom(7));
    let over = false;
    const write = async () => {
      while (!over) await traffic.postAny([origin], 1, TEXTS);
    };
    const writers = Array.from({ length: WRITERS }, write);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = traffic.acknowledged.size;
      await expect.poll(() => traffic.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before);
      await postgres.run(CUT);
    }
    over = true;
    await Promise.all(writers);
    const answer = await fetch(`${origin}/api/v1/timelines/home`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    expect(traffic.acknowledged.size).toBeGreaterThanOrEqual(ROUNDS);
    expect(traffic.contradictions.filter((each) => !each.includes('500 The server failed'))).toEqual([]);
    expect(await program.stop('SIGTERM')).toBe(0);
  },
);
