import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginCorrection } from '@/utils/outbox/correct';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { readPost } from '@/utils/outbox/post';
import { TIMES } from '@/utils/outbox/times';
import type { Fault, Keys } from '../support/fake-community';
import { World } from '../support/outbox-world';

const FAULTS: readonly (Fault | null)[] = [
  null,
  'no-connection',
  'reset-after-commit',
  'html',
  'never-answers',
  'never-answers-after-commit',
  ...[401, 429, 500, 503].map((status) => ({ status })),
  { status: 503, headers: { 'retry-after': '90' } },
];
const fault = fc.constantFrom(...FAULTS);

/** What happens to somebody's outbox, one thing after another. */
type Event =
  | { readonly kind: 'send' | 'correct' | 'deliver' | 'twice' | 'kill' | 'hurry' | 'sign-in' }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'fault'; readonly fault: Fault | null; readonly reads: boolean };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constantFrom('send', 'correct', 'deliver', 'twice', 'kill', 'hurry', 'sign-in') }),
  fc.record({
    kind: fc.constant('pass'),
    ms: fc.constantFrom(1, 1_000, 31_000, TIMES.leaseMs, TIMES.settleMs),
  }),
  fc.record({ kind: fc.constant('fault'), fault, reads: fc.boolean() }),
);

/** Starts a delivery and lets it come as far as it can: one whose request never ends is left behind. */
async function deliverAsFarAsItGoes(world: World): Promise<void> {
  let over = false;
  void world.deliver().finally(() => {
    over = true;
  });
  const before = () => `${over} ${world.server.requests.length}`;
  for (let last = '', calm = 0; !over && calm < 4; calm += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (before() !== last) calm = 0;
    last = before();
  }
  if (!over) world.restartWorker();
}

/** Corrects the first post, unless it has not arrived or an earlier correction is still under way. */
async function correctAny(world: World): Promise<void> {
  const first = await world.db.receipts.filter(({ corrects }) => corrects === null).first();
  if (first === undefined) return;
  const begun = await beginCorrection(world.db, first.entryId, world);
  if (begun.ok) await world.correct(first.entryId, `Verbeterd ${world.now}`);
}

async function happen(world: World, what: Event): Promise<void> {
  if (what.kind === 'send') await world.send(`Bericht ${world.now}`);
  if (what.kind === 'correct') await correctAny(world);
  if (what.kind === 'deliver') await deliverAsFarAsItGoes(world);
  if (what.kind === 'twice') await Promise.all([deliverAsFarAsItGoes(world), deliverAsFarAsItGoes(world)]);
  if (what.kind === 'kill') world.restartWorker();
  if (what.kind === 'hurry') await makeDue(world.db, world.clock);
  if (what.kind === 'sign-in') await world.connect();
  if (what.kind === 'pass') world.pass(what.ms);
  if (what.kind === 'fault' && what.fault !== null) {
    (what.reads ? world.server.readFaults : world.server.faults).push(what.fault);
  }
}

/** The trouble is over: the person signs in, time passes, the alarm rings. */
async function recover(world: World): Promise<void> {
  world.server.faults.length = 0;
  world.server.readFaults.length = 0;
  world.restartWorker();
  await world.connect();
  for (let round = 0; round < 12; round += 1) {
    await deliverAsFarAsItGoes(world);
    world.now = Math.max(world.now, (await nextDueAt(world.db)) ?? 0);
  }
}

test.each<Keys>(['forever', 'for an hour', 'ignored'])(
  'whatever happens, on a server that keeps keys %s each post arrives, once, and stands there as it was last corrected',
  async (keys) => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 24 }), async (events) => {
        const world = await new World(keys).connect();
        for (const what of events) {
          await happen(world, what);
          world.pass(1);
        }
        await recover(world);
        const entries = await world.db.entries.toArray();
        expect(entries.map(({ state }) => state)).toEqual(entries.map(() => 'delivered'));
        expect(await world.db.receipts.count()).toBe(entries.length);
        const firsts = entries.filter(({ corrects }) => corrects === null);
        const posts = await Promise.all(firsts.map(({ id }) => readPost(world.db, id)));
        const newest = posts.map((post) => post?.entry?.text);
        expect(world.server.posts.map(({ text }) => text).sort()).toEqual(newest.sort());
      }),
      { numRuns: 60 },
    );
  },
  60_000,
);
