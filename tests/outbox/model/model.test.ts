import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { happenings } from './happenings';
import { Person } from './person';
import { expectRecovery } from './recovery';
import { HABITS } from './server';
import { ModelWorld } from './world';

/** Histories for each habit of a server: 2,000 in all, and 24,000 in the long form. */
const RUNS = process.env.DEELGENOOT_LONG === '1' ? 6_000 : 500;

test.each(HABITS)(
  'whatever happens, with a server that %s every promise holds',
  async (habit) => {
    let delivered = 0;
    await fc.assert(
      fc.asyncProperty(happenings, async (commands) => {
        const [person, world] = [new Person(), new ModelWorld(habit)];
        await world.signIn('ann');
        await fc.asyncModelRun(() => ({ model: person, real: world }), commands);
        await expectRecovery(person, world);
        delivered += await world.db.receipts.count();
      }),
      { numRuns: RUNS, timeout: 20_000 },
    );
    expect(delivered, 'histories in which something arrives').toBeGreaterThan(RUNS);
  },
  900_000,
);
