import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { inTransaction, isoTime, type Store } from '@/server/store/store';
import { type Row, rate } from '../measure';
import { textOf } from './corpus';
import { aMember, type Measured } from './databases';

const CLIENTS = 8;
const ROUNDS = 5;
const PER_ROUND = 400;

/** Posts over HTTP by eight clients, against bare durable inserts of the same rows by eight; in turns. */
export async function measurePosting(database: Measured): Promise<Row[]> {
  const store = await database.open();
  const { id, token } = await aMember(store, 'anna');
  const bare: number[] = [];
  const overHttp: number[] = [];
  await store.close();
  for (let round = 0; round < ROUNDS; round += 1) {
    const again = await database.open();
    bare.push(await rate(CLIENTS, PER_ROUND, (n) => insertBarely(again, id, `${round}-${n}`, n)));
    await again.close();
    const server = await aProgram(database);
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    overHttp.push(await rate(CLIENTS, PER_ROUND, (n) => post(server.origin, agent, token, `${round}-${n}`)));
    agent.destroy();
    await server.stop();
  }
  return [
    { what: `${database.name}: POST over HTTP, 8 clients`, values: overHttp, against: bare, least: 0.7 },
  ];
}

/** What any server would have to do at least: the post and its key in one durable transaction. */
async function insertBarely(store: Store, accountId: string, name: string, n: number): Promise<void> {
  const id = store.newId();
  await inTransaction(store, async (trx) => {
    await trx
      .insertInto('idempotency')
      .values({ community_id: store.communityId, account_id: accountId, key: `bare-${name}`, status_id: id })
      .execute();
    await trx
      .insertInto('statuses')
      .values({
        community_id: store.communityId,
        id,
        account_id: accountId,
        text: textOf(n),
        language: 'nl',
        visibility: 'public',
        in_reply_to_id: null,
        sensitive: 0,
        spoiler_text: '',
        created_at: isoTime(store.clock()),
        deleted_at: null,
        edited_at: null,
        place_id: null,
        reblog_of_id: null,
      })
      .execute();
  });
}

async function post(origin: string, agent: Agent, token: string, name: string): Promise<void> {
  const asked = request(`${origin}/api/v1/statuses`, {
    method: 'POST',
    agent,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `http-${name}`,
    },
  });
  asked.end(JSON.stringify({ status: `${textOf(0)} ${name}`, language: 'nl' }));
  const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  if (answer.statusCode !== 200) throw new Error(`POST answered ${answer.statusCode}`);
}

/** The server as people start it, in a process of its own. */
async function aProgram({
  folder,
  databaseUrl,
}: Measured): Promise<{ origin: string; stop(): Promise<void> }> {
  const args = ['--import', 'tsx', 'server/main.ts', '--data', folder, '--port', '0', '--rate-limit', '0'];
  const env = {
    ...process.env,
    LC_ALL: 'nl',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const found = /^Community: (\S+)$/m.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`the server did not start: ${said}`)));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  return { origin, stop };
}
