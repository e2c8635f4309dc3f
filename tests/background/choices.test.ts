import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChoices } from '@/entrypoints/background/choices';
import { aState, edited, someShowings, WEDNESDAY } from '@/tests/support/prompting';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import { decide } from '@/utils/prompting/decide';
import { isWithinHours, isWorkingDay } from '@/utils/prompting/hours';
import { isSensitive } from '@/utils/prompting/sensitive';
import type { Choices } from '@/utils/prompting/state';
import { type AskingHours, DEFAULT_ASKING_HOURS, HOLIDAY_COUNTRIES } from '@/utils/settings/asking';
import { DEFAULT_SETTINGS, type Policy, type Settings } from '@/utils/settings/settings';
import type { Database } from '@/utils/storage/database';

type Limits = NonNullable<Policy['prompts']>;

const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 4 });
const from = fc.integer({ min: 0, max: 800 });
const to = fc.integer({ min: 700, max: 1440 });
const daysOff = fc.array(
  fc.tuple(fc.integer({ min: 10, max: 28 }), fc.integer({ min: 10, max: 28 })).map(([one, other]) => ({
    from: `2026-12-${Math.min(one, other)}`,
    to: `2026-12-${Math.max(one, other)}`,
  })),
  { maxLength: 2 },
);
const country = fc.constantFrom(...HOLIDAY_COUNTRIES);
const pages = fc.subarray([`${edited.site}/hr/`, `${edited.site}/klachten`, 'https://elders.example/']);
const limits: fc.Arbitrary<Limits> = fc.record(
  {
    ...{ perDay: fc.constantFrom(0, 1, 1, 1), perWeek: fc.constantFrom(0, 1, 2, 3) },
    ...{ days, from, to, daysOff, holidays: country, sensitive: pages },
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Limits>;
const hours: fc.Arbitrary<AskingHours> = fc.record({
  ...{ days, from, to, daysOff, holidays: fc.option(country) },
});
const own = fc.record({ asking: fc.option(hours), perWeek: fc.constantFrom(1, 2, 3) }) as fc.Arbitrary<
  Pick<Settings, 'asking' | 'perWeek'>
>;
const calls: fc.Arbitrary<Policy['call']> = fc.option(
  fc.constant({ text: 'Selectie', words: ['selectie'], from: '2026-01-01', until: '2027-12-31' }),
  { nil: undefined },
);
const fewShowings = someShowings.map((showings) => showings.slice(0, 2));
/** A moment of the weeks around Christmas, when most is off. */
const moment = fc
  .tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: -4, max: 4 }))
  .map(([later, hour]) => WEDNESDAY + later * DAY_MS + hour * HOUR_MS);

function choicesOf(chosen: Partial<Settings>, prompts?: Limits, call?: Policy['call']): Promise<Choices> {
  return readChoices({
    settings: async () => ({ ...DEFAULT_SETTINGS, ...chosen }),
    policy: async () => ({
      policy: prompts === undefined ? {} : { prompts, ...(call && { call }) },
      problem: null,
    }),
    clock: () => WEDNESDAY,
    db: { communities: { toArray: async () => [] } } as unknown as Database,
  });
}

const mayAsk = (at: number, of: AskingHours) => isWorkingDay(at, of) && isWithinHours(at, of);

describe('what an organisation chose', () => {
  test('never widens: whoever is asked would have been asked without it', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(
        own,
        limits,
        fewShowings,
        moment,
        calls,
        async (chosen, prompts, showings, now, call) => {
          const event = { kind: 'activity', activity: edited, pages: [`${edited.site}/hr/1`] } as const;
          const asks = async (policy?: Limits): Promise<boolean> => {
            const state = aState({
              choices: await choicesOf(chosen, policy, call),
              showings,
              dayBeganAt: now - DAY_MS,
            });
            return decide(state, event, () => now).ask;
          };
          if (!(await asks(prompts))) return;
          asked += 1;
          expect(await asks()).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
    expect(asked).toBeGreaterThan(10); // or nothing was tried
  });

  test('holds, whatever the person chose', async () => {
    await fc.assert(
      fc.asyncProperty(own, limits, moment, async (chosen, prompts, at) => {
        const both = await choicesOf(chosen, prompts);
        expect(both.perDay).toBeLessThanOrEqual(prompts.perDay ?? 1);
        expect(both.perWeek).toBeLessThanOrEqual(Math.min(prompts.perWeek ?? 3, chosen.perWeek));
        const everyHour = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440, daysOff: [], holidays: null };
        const { days, from, to, daysOff, holidays } = prompts;
        const theirs = { ...everyHour, ...JSON.parse(JSON.stringify({ days, from, to, daysOff, holidays })) };
        const allowed = mayAsk(at, theirs) && mayAsk(at, chosen.asking ?? DEFAULT_ASKING_HOURS);
        expect(mayAsk(at, both.hours)).toBe(allowed);
        for (const page of prompts.sensitive ?? []) expect(isSensitive(page, both.sensitive)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
