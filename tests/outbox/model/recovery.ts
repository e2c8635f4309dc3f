import { expect } from 'vitest';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { finishDiscarding, UNDO_MS } from '@/utils/outbox/discard';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import type { Draft, Entry } from '@/utils/outbox/entry';
import { isBehind } from '@/utils/outbox/onward';
import { must } from '../../support/outbox-world';
import type { Person } from './person';
import { expectPromises } from './promises';
import type { ModelWorld } from './world';

/** What only the person can end: everything else has to be delivered. */
const FOR_THE_PERSON: readonly Entry['reason'][] = [
  'refused',
  'too-long',
  'forbidden',
  'gone',
  'moved',
  'withdrawn',
  'post-gone',
  'answered-gone',
  'conflict',
  'consent',
  'held-long',
  'picture-refused',
  'picture-lost',
];

/** I4: the trouble is over and something tells us so; within a minute, or once the server wants it, all is delivered. */
export async function expectRecovery(person: Person, world: ModelWorld): Promise<void> {
  const { server, db } = world;
  Object.assign(server, { isDown: false, refuses: () => false });
  server.faults.length = 0;
  for (const account of ['ann', 'bob']) await world.signIn(account);
  await finishDeletions(world);
  const paces = await db.paces.toArray();
  const asked = Math.max(0, ...paces.map((pace) => Math.min(pace.asked, world.clock() + DAY_MS)));
  const deadline = Math.max(world.clock(), asked) + MINUTE_MS + 1;
  await makeDue(db, world.clock);
  for (let round = 0; round < 12; round += 1) {
    await world.deliver();
    await expectPromises(person, world);
    const next = await nextDueAt(db);
    if (next === null) break;
    expect(next, 'I4: within a minute').toBeLessThanOrEqual(deadline);
    world.server.pass(Math.max(1, next - world.clock()));
  }
  const entries = await db.entries.toArray();
  const others = [...entries, ...(await db.drafts.toArray())];
  const stuck = entries
    .filter((entry) => entry.state !== 'delivered' && !isForThePerson(entry))
    .filter((entry) => !waitsForAnother(entry, others));
  expect(stuck, 'I4: nothing is stuck').toEqual([]);
}

/** What was deleted is so for good, also where a clock jumped in between. */
async function finishDeletions({ db, clock, server }: ModelWorld): Promise<void> {
  must(await finishDiscarding(db, clock));
  server.pass(UNDO_MS);
  must(await finishDiscarding(db, clock));
}

const DAY_MS = 24 * 60 * MINUTE_MS;

function isForThePerson({ state, reason }: Entry): boolean {
  return state === 'parked' && FOR_THE_PERSON.includes(reason);
}

/** Behind a post that needs the person, is being written anew, or is itself behind such a one. */
function waitsForAnother(entry: Entry, others: readonly (Entry | Draft)[]): boolean {
  if (!isBehind(entry) || entry.state !== 'waiting') return false;
  const post = others.find(({ id }) => id === entry.answers?.entryId);
  if (post === undefined) return false;
  return !('state' in post) || isForThePerson(post) || waitsForAnother(post, others);
}
