import * as fc from 'fast-check';
import { expect } from 'vitest';
import { DAY_MS, HOUR_MS, SECOND_MS } from '@/utils/kernel/clock';
import { TIMES } from '@/utils/outbox/times';
import { Worker } from '../../support/mortal-worker';
import { DEEDS } from './deeds';
import type { Person } from './person';
import { expectPromises } from './promises';
import type { Fault } from './server';
import type { Asked, ModelWorld } from './world';

type Happening = fc.AsyncCommand<Person, ModelWorld>;

/** One thing that happens; after it every promise is looked at. */
function happening(
  name: string,
  act: (person: Person, world: ModelWorld) => Promise<void> | void,
): Happening {
  return {
    check: () => true,
    run: async (person, world) => {
      await act(person, world);
      await expectPromises(person, world);
    },
    toString: () => name,
  };
}

/** Delivers as the alarm does: one quiet step where it was in trouble, nothing while it is left alone, no text twice. */
async function deliverStepwise(_person: Person, world: ModelWorld, worker: Worker): Promise<void> {
  const paces = new Map((await world.db.paces.toArray()).map((pace) => [pace.communityId, pace]));
  const from = world.asked.length;
  const began = world.clock();
  await world.deliver(worker);
  if (worker.isDead) world.patience.forget(); // what it was told, it may not have written down
  const asked = world.asked.slice(from);
  const writes = asked.filter(({ method }) => method === 'POST' || method === 'PUT');
  expect(new Set(writes.map(({ body }) => body)).size, 'I6: no text twice in one run').toBe(writes.length);
  for (const account of ['ann', 'bob']) {
    const pace = paces.get(world.communityOf(account).id);
    const own = asked.filter(({ token }) => token.startsWith(account));
    if (pace === undefined) continue;
    if (pace.until > began) expect(own, 'I6: left alone until its next step').toEqual([]);
    else if (own[0] !== undefined && isTrouble(own[0]))
      expect(own, 'I6: one request per step').toHaveLength(1);
  }
}

function isTrouble({ status }: Asked): boolean {
  return status === null || status === 429 || status === 425 || status >= 500;
}

/** What a person may do at the very moment of a delivery. */
const MEANWHILE = ['back', 'throwAway', 'correct', 'again', 'become', 'expire', 'writeAndSend'] as const;

const deliveries: readonly fc.Arbitrary<Happening>[] = [
  fc.constant(happening('deliver', (person, world) => deliverStepwise(person, world, new Worker()))),
  fc.integer({ min: 1, max: 60 }).map((step) =>
    happening(`deliver, dead at step ${step}`, async (person, world) => {
      const worker = new Worker(step);
      await deliverStepwise(person, world, worker);
    }),
  ),
  fc
    .record({
      at: fc.integer({ min: 1, max: 12 }),
      name: fc.constantFrom(...MEANWHILE),
      n: fc.nat({ max: 11 }),
    })
    .map(({ at, name, n }) =>
      happening(`deliver, and ${name} ${n} before its transaction ${at}`, async (person, world) => {
        const act = () => DEEDS[name](person, world, n);
        await world.deliver(new Worker(undefined, { at, act }));
      }),
    ),
  fc.boolean().map((common) =>
    happening(`deliver twice, ${common ? 'a' : 'no'} common lock`, async (_person, world) => {
      world.isWatched = common;
      const own: ModelLock = (_name, work) => work();
      const lock = common ? undefined : own;
      await Promise.all([world.deliver(new Worker(), lock), world.deliver(new Worker(), lock)]);
      world.isWatched = true;
      if (!common) world.patience.forget();
    }),
  ),
];
type ModelLock = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('no connection', 'reset', 'html', 'cut off', 'hang'),
    stored: fc.constantFrom(true, true, false),
  }),
  fc.record({ kind: fc.constant('reset'), stored: fc.constant(true) }),
  fc.record({
    kind: fc.constant('status'),
    status: fc.constantFrom(400, 401, 403, 404, 409, 410, 413, 422, 425, 500, 502, 503, 504, 301),
  }),
  fc.record({
    kind: fc.constant('status'),
    status: fc.constantFrom(429, 503),
    retryAfter: fc.constantFrom('90', '0', '-5', 'later', '315360000', 'Wed, 25 Nov 2026 09:00:00 GMT'),
  }),
);

const surroundings: readonly fc.Arbitrary<Happening>[] = [
  fc
    .array(fault, { minLength: 1, maxLength: 4 })
    .map((faults) =>
      happening(`faults ${JSON.stringify(faults)}`, (_, { server }) => void server.faults.push(...faults)),
    ),
  fc
    .boolean()
    .map((isDown) =>
      happening(
        isDown ? 'network down' : 'network up',
        (_, world) => void Object.assign(world.server, { isDown }),
      ),
    ),
  fc
    .constantFrom(
      1,
      SECOND_MS,
      31 * SECOND_MS,
      TIMES.leaseMs,
      TIMES.settleMs,
      10 * 60 * SECOND_MS,
      HOUR_MS,
      DAY_MS,
    )
    .map((ms) => happening(`pass ${ms} ms`, (_, { server }) => server.pass(ms))),
  fc.constantFrom(-365 * DAY_MS, 365 * DAY_MS).map((jump) =>
    happening(`our clock jumps ${jump / DAY_MS} days`, (_, world) => {
      world.skew = jump === world.skew ? 0 : jump;
      world.server.pass(0, true);
      world.patience.forget();
    }),
  ),
];

const OFTEN: readonly string[] = ['writeAndSend', 'add', 'correct'];

const deeds: readonly fc.Arbitrary<Happening>[] = Object.entries(DEEDS).map(([name, deed]) =>
  fc.nat({ max: 11 }).map((n) => happening(`${name} ${n}`, (person, world) => deed(person, world, n))),
);

/** Without these nothing else has anything to happen to. */
const often = [...deeds.filter((_deed, at) => OFTEN.includes(Object.keys(DEEDS)[at] ?? '')), ...deliveries];

export const happenings = fc.commands([...deeds, ...often, ...deliveries, ...surroundings], {
  maxCommands: 40,
  size: 'max',
});
