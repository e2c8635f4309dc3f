import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DECIDED_FROM, readState } from '@/entrypoints/background/remembered';
import { seeded } from '@/scripts/seeded';
import { Device } from '@/scripts/simulate/device';
import { aPerson } from '@/scripts/simulate/people';
import { edited, localTime, someChoices } from '@/tests/support/prompting';
import { VERBS } from '@/utils/activity/activity';
import { HOUR_MS } from '@/utils/kernel/clock';
import { decide } from '@/utils/prompting/decide';
import { remember } from '@/utils/prompting/history';
import { narrowed } from '@/utils/prompting/hours';
import { AnswerSchema } from '@/utils/prompting/prompt';
import { RULES } from '@/utils/prompting/rules';
import { Database } from '@/utils/storage/database';

const deed = fc.record({
  hours: fc.double({ min: 0.1, max: 40, noNaN: true }),
  verb: fc.constantFrom(...VERBS.slice(0, 2)),
  answer: fc.option(fc.constantFrom(...AnswerSchema.options)),
});

test('the simulated memory and the database lead to the same decisions, for the same reasons', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
      const person = { ...aPerson(seeded(1), 180, 0.1), clockChanges: [], startsBrowser: false };
      const free = { ...person, perWeek: 2 as const, policy: { perWeek: 3, from: 0, to: 1_440 } };
      const device = new Device(free, null, RULES);
      const choices = someChoices({ hours: narrowed(person.hours, {}) });
      const db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange }, 'person');
      let now = localTime(11, 2, 9);
      for (const [index, { hours: later, verb, answer }] of deeds.entries()) {
        now += Math.round(later * HOUR_MS);
        const activity = { ...edited, id: `deed-${index}`, verb, at: now };
        const simulated = device.meet(activity, [], now);
        const decided = await db.transaction('rw', [...DECIDED_FROM], async () => {
          const state = await readState(db, choices, now, null);
          const decision = decide(state, { kind: 'activity', activity, pages: [] }, () => now);
          const shown = decision.ask
            ? { shownAt: now, answer, answeredAt: answer === null ? null : now }
            : {};
          await db.history.put({ ...remember(activity, decision.reason), ...shown });
          return decision;
        });
        expect(simulated).toEqual(decided);
        if (!simulated.ask) continue;
        device.show(activity, now);
        if (answer !== null) device.answer(answer, now);
      }
    }),
    { numRuns: 20 },
  );
});
