import { setTimeout as wait } from 'node:timers/promises';
import { until } from '@/scripts/browsers/until';
import { NO_ORDERS } from './in-worker/orders';
import { judge } from './judge';
import type { Checkpoints } from './plan/plan';
import { ORDINARY, type Scenario } from './plan/scenario';
import { play } from './play';
import type { World } from './world/world';

const COUNTS_WITHIN_MS = 10_000;

/** One clean delivery and one start with a post under way, to know where a worker can die. */
export async function countCheckpoints(world: World): Promise<Checkpoints> {
  const clean: Scenario = { ...ORDINARY, fault: 'none', phase: 'A' };
  await play(world, clean, -1); // the first has more to do than others
  await play(world, clean, -2);
  const send = await passedUntilQuiet(world);
  const member = await world.calm(ORDINARY);
  world.community.proxy.set({ hits: 'write', times: 1, action: { kind: 'hang', stored: true } });
  const practice = {
    title: 'Telling',
    did: 'Ik tel. Zo weet ik het.',
    why: '',
    tip: '',
    topics: [],
    link: null,
    language: 'nl',
  };
  const written = await world.person.write(practice, member);
  await world.person.send(written);
  await wait(150);
  await world.browser.stopWorker();
  world.control.orders = { ...NO_ORDERS, countFrom: 'start' };
  await world.person.ask('delivery:run', {});
  const isDelivered = async () => judge([written], await world.evidence([written])).undelivered.length === 0;
  await until('the counting to end', isDelivered, COUNTS_WITHIN_MS).catch(() => undefined); // the runs will tell
  const start = await passedUntilQuiet(world);
  await world.order(NO_ORDERS);
  return { send, start };
}

/** What the worker has passed, once nothing more comes. */
async function passedUntilQuiet(world: World): Promise<readonly string[]> {
  let before: readonly string[] = [];
  return until('the worker to be quiet', async () => {
    await wait(300);
    const now = await world.person.tellWorker(null);
    const isQuiet = now.length === before.length;
    before = now;
    return isQuiet ? now : undefined;
  });
}
