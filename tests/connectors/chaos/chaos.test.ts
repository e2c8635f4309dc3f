import { afterAll, describe, expect, test } from 'vitest';
import { SPECIMENS } from '../specimens';
import { play } from './history';
import { add, judge, NOTHING, type Tally, tableOf } from './judge';

const isLong = process.env.DEELGENOOT_LONG === '1';
const RUNS = isLong ? 200 : 4;
const LATE_RUNS = isLong ? 20 : 1;
const FIRST_SEED = Number(process.env.DEELGENOOT_SEED ?? 1);

describe('once and whole, whatever happens on the line', () => {
  const rows = new Map<string, Tally>();
  afterAll(() => console.log(tableOf(rows)));

  test.each(SPECIMENS.map((specimen) => [specimen.platform.title, specimen] as const))(
    '%s',
    async (title, specimen) => {
      const wrong: string[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const seed = FIRST_SEED + run;
        const tally = await judge(await play(specimen, { seed, trouble: 8 }));
        rows.set(title, add(rows.get(title) ?? NOTHING, tally));
        if (tally.lost + tally.doubled + tally.stuck > 0)
          wrong.push(`seed ${seed}: ${JSON.stringify(tally)}`);
      }
      expect(wrong).toEqual([]);
    },
    1_800_000,
  );
});

/** Where a platform keeps no key for ever and names no address, nobody can know of what it has not stored yet. */
describe('a post that is stored later than we wait is counted, and never lost', () => {
  const rows = new Map<string, Tally>();
  afterAll(() => console.log(tableOf(rows)));

  test.each(SPECIMENS.map((specimen) => [specimen.platform.title, specimen] as const))(
    '%s',
    async (title, specimen) => {
      for (let run = 0; run < LATE_RUNS; run += 1) {
        const tally = await judge(
          await play(specimen, { seed: FIRST_SEED + run, trouble: 0, storesLate: 1 }),
        );
        rows.set(title, add(rows.get(title) ?? NOTHING, tally));
      }
      expect(rows.get(title)).toMatchObject({ lost: 0, stuck: 0 });
    },
    600_000,
  );
});
