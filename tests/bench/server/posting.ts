import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { type Row, rate } from '../measure';
import { insertBarely } from './bare-insert';
import { textOf } from './corpus';
import { aMember, type Measured } from './databases';
import { OUR_SERVER, type Running, start } from './running';

const CLIENTS = 8;
const ROUNDS = 5;
const PER_ROUND = 1_000;
/** Until then the compiler still learns the code. */
const WARM_UP = 3_000;

const BARE_SERVER = ['tests/bench/server/bare-server.ts'];

/**
 * Posts over HTTP by eight clients, against a bare durable insert: behind the same framework over HTTP, and without any
 * network in this process. In turns, each on a database of its own, because a folder has one server.
 */
export async function measurePosting(prepare: () => Promise<Measured>): Promise<Row[]> {
  const [ours, bareHttp, bare] = [await prepare(), await prepare(), await prepare()];
  const tokens = await membersOf(ours);
  const servers = [await start(OUR_SERVER, ours), await start(BARE_SERVER, bareHttp)] as const;
  const store = await bare.open();
  const ways = [
    (name: string, times: number) => postMany(servers[0], tokens, name, times),
    (name: string, times: number) => postMany(servers[1], [], name, times),
    (name: string, times: number) =>
      rate(CLIENTS, times, async (n) => void (await insertBarely(store, `${name}-${n}`, textOf(n)))),
  ];
  const taken: number[][] = ways.map(() => []);
  for (const way of ways) await way('warm', WARM_UP);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, way] of ways.entries()) taken[at]?.push(await way(String(round), PER_ROUND));
  }
  await Promise.all(servers.map((server) => server.stop()));
  await store.close();
  await Promise.all([ours.end(), bareHttp.end(), bare.end()]);
  const [values = [], overHttp = [], inProcess = []] = taken;
  return [
    { what: `${ours.name}: POST, against a bare insert over HTTP`, values, against: overHttp, least: 0.7 },
    { what: `${ours.name}: POST, against a bare insert in process`, values, against: inProcess },
  ];
}

async function membersOf(database: Measured): Promise<string[]> {
  const store = await database.open();
  const tokens: string[] = [];
  for (let n = 0; n < CLIENTS; n += 1) tokens.push((await aMember(store, `lid${n}`)).token);
  await store.close();
  return tokens;
}

/** How many a second, over connections of their own: a server ends those that rested while others had their turn. */
async function postMany(
  { origin }: Running,
  tokens: readonly string[],
  name: string,
  times: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const perSecond = await rate(CLIENTS, times, (n) =>
    post(origin, agent, tokens[n % CLIENTS] ?? '', `${name}-${n}`),
  );
  agent.destroy();
  return perSecond;
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
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  if (answer.statusCode !== 200) throw new Error(`POST answered ${answer.statusCode}`);
}
