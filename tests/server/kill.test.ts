import { join } from 'node:path';
import { Kysely } from 'kysely';
import { expect, inject, onTestFinished, test } from 'vitest';
import { postgresDialect } from '@/server/store/database/postgres';
import { openSqlite, sqliteDialect } from '@/server/store/database/sqlite';
import { openStore } from '@/server/store/open-store';
import type { Schema } from '@/server/store/schema';
import { startPostgres } from '../support/postgres';
import { someone } from './listening';
import { aFolder, Program } from './program';
import { seededRandom, Traffic } from './traffic';

const LONG = process.env.DEELGENOOT_LONG === '1';
const ROUNDS = LONG ? 50 : 5;
const TIMEOUT = ROUNDS * 20_000;
const SEED = Number(process.env.DEELGENOOT_SEED ?? 20_261_124);
const WRITERS = 8;
const TEXTS = 200;
const LATEST_KILL_MS = 500;
/** Without a key the same text stands for a new post after a minute: later we do not ask again. */
const STILL_EQUAL_MS = 45_000;

const wait = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** A member's token in a database that is made for this test, and the programs to run on it. */
async function aWorld() {
  const folder = aFolder();
  const postgres = inject('postgres') === undefined ? undefined : await startPostgres({ durable: true });
  if (postgres !== undefined) onTestFinished(() => postgres.stop());
  const databaseUrl = postgres?.url('postgres');
  const store = await openStore({ folder, databaseUrl, communityName: 'Proef' });
  if (!store.ok) throw new Error(store.error);
  const { token } = await someone({ store: store.value }, 'anna');
  await store.value.close();
  const env: Record<string, string> = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const start = () => new Program(['--port', '0', '--data', folder, '--rate-limit', '0'], env);
  const rows = async () => {
    const dialect =
      databaseUrl === undefined
        ? sqliteDialect(openSqlite(join(folder, 'community.db')))
        : postgresDialect(databaseUrl);
    const db = new Kysely<Schema>({ dialect });
    const posts = await db.selectFrom('statuses').select(['id', 'text', 'deleted_at']).execute();
    const keys = await db.selectFrom('idempotency').select(['key', 'status_id']).execute();
    await db.destroy();
    return { posts, keys };
  };
  return { token, start, rows, nodes: databaseUrl === undefined ? 1 : 2 };
}

type World = Awaited<ReturnType<typeof aWorld>>;

/** Nothing that was acknowledged is lost, nothing stands twice, and each key stands for its own post. */
async function check({ rows }: World, traffic: Traffic): Promise<void> {
  const { posts, keys } = await rows();
  const idsOf = new Map<string, string[]>();
  for (const { id, text } of posts) idsOf.set(text, [...(idsOf.get(text) ?? []), id]);
  const doubled = [...idsOf].filter(([, ids]) => ids.length > 1);
  const lost = [...traffic.acknowledged].filter(([text, id]) => !idsOf.get(text)?.includes(id));
  const strayed = keys.filter(({ key, status_id }) => !idsOf.get(key)?.includes(status_id));
  expect({ doubled, lost, strayed, contradictions: traffic.contradictions }).toEqual({
    doubled: [],
    lost: [],
    strayed: [],
    contradictions: [],
  });
  expect(posts.filter(({ deleted_at }) => deleted_at !== null)).toEqual([]);
}

/** Posts from many sides, with one of the servers killed in the middle of it. */
async function postThroughKill(
  traffic: Traffic,
  programs: Program[],
  round: number,
  random: () => number,
): Promise<Program> {
  const origins = await Promise.all(programs.map((program) => program.origin()));
  let over = false;
  const write = async () => {
    while (!over) await traffic.postAny(origins, round, TEXTS);
  };
  const writers = Array.from({ length: WRITERS }, write);
  await wait(random() * LATEST_KILL_MS);
  const victim = programs[Math.floor(random() * programs.length)] as Program;
  await victim.stop('SIGKILL');
  if (programs.length > 1) await wait(100); // the other node goes on
  over = true;
  await Promise.all(writers);
  return victim;
}

test('kill -9 loses nothing that was acknowledged and doubles nothing', { timeout: TIMEOUT }, async () => {
  const world = await aWorld();
  const random = seededRandom(SEED);
  const traffic = new Traffic(world.token, random);
  let programs = Array.from({ length: world.nodes }, world.start);
  for (let round = 0; round < ROUNDS; round += 1) {
    const victim = await postThroughKill(traffic, programs, round, random);
    programs = programs.map((program) => (program === victim ? world.start() : program));
    await check(world, traffic);
    const origins = await Promise.all(programs.map((program) => program.origin()));
    // Whoever did not hear asks again, and whoever did as well.
    const again = [...traffic.tried].filter(
      ([text, { key, at }]) =>
        text.startsWith(`ronde ${round} `) && (key !== null || Date.now() - at < STILL_EQUAL_MS),
    );
    await Promise.all(
      again.map(([text, { key }], n) => traffic.post(origins[n % origins.length] ?? '', text, key)),
    );
    await check(world, traffic);
    for (const [text] of again) expect(traffic.acknowledged.get(text), text).toMatch(/^\d{18}$/);
  }
  expect(traffic.acknowledged.size).toBeGreaterThan(ROUNDS);
  console.log(`kill -9: ${ROUNDS} rounds, ${traffic.acknowledged.size} posts, seed ${SEED}`);
});
