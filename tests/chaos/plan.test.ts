import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Checkpoints, type Planned, phaseOf, plan as planAll } from '@/scripts/chaos/plan/plan';
import { measuredRows, plainRows } from '@/scripts/chaos/plan/rows';
import type { Scenario } from '@/scripts/chaos/plan/scenario';
import { between, pick, seeded } from '@/scripts/seeded';

const PASSED = [
  'get answered',
  'committed',
  'lock asked',
  'about to ask',
  'asked',
  'answer begins',
  'digest made',
  'lock given back',
  'alarm cleared',
];
const CHECKPOINTS: Checkpoints = { send: PASSED, start: PASSED };
const ALONE = plainRows().length;

/** What is judged; what is only measured comes after it. */
function plan(runs: number, seed: number): readonly Planned[] {
  return planAll(runs, seed, CHECKPOINTS).slice(0, runs);
}

function deaths(runs: number, seed: number): readonly string[] {
  return plan(runs, seed)
    .filter(({ scenario }) => scenario.fault === 'killed at a checkpoint')
    .map(({ scenario: { hurt } }) => (hurt?.kind === 'dies' ? `${hurt.from} ${hurt.at}` : ''));
}

afterEach(() => void vi.useRealTimers());

describe('what is played', () => {
  test('is the same for the same seed, and as much as was asked for', () => {
    vi.setSystemTime(0); // some faults name a date
    const same = (runs: number) => expect(plan(runs, 7)).toEqual(plan(runs, 7));
    for (const runs of [0, 5, ALONE + 40]) {
      expect(plan(runs, 7)).toHaveLength(runs);
      same(runs);
    }
  });

  test('differs by seed', () => {
    const by = (seed: number) => JSON.stringify(plan(ALONE + 60, seed).slice(ALONE));
    expect(by(1)).not.toBe(by(2));
    expect(by(3)).toBe(by(3));
  });

  test('begins with every fault by itself', () => {
    const faults = (rows: readonly Scenario[]) => rows.map(({ fault }) => fault);
    const played = plan(ALONE, 1).map(({ scenario }) => scenario);
    expect(faults(played)).toEqual(faults(plainRows()));
  });

  test('kills at every checkpoint of a delivery and of a start where there is room', () => {
    const all = ['send', 'start'].flatMap((from) => PASSED.map((_, index) => `${from} ${index + 1}`));
    expect(deaths(ALONE + 100, 1)).toEqual(all);
  });

  test('kills at some of them where there is none', () => {
    const some = deaths(ALONE + 10, 1);
    expect(some).toHaveLength(6);
    expect(new Set(some).size).toBe(6);
    expect(some).toEqual([1, 2, 3, 4, 5, 6].map((at) => `send ${at}`)); // around the Send itself: first of all
  });

  test('goes on with faults together', () => {
    const last = plan(ALONE + 100, 1).at(-1);
    expect(last?.scenario.fault).toContain('faults together');
  });

  test('judges everything but what no client can prevent, which comes last', () => {
    expect(plainRows().some((row) => row.measured)).toBe(false);
    const last = planAll(ALONE + 10, 1, CHECKPOINTS).slice(ALONE + 10);
    expect(last.map(({ scenario }) => scenario)).toEqual(measuredRows());
    expect(measuredRows().every(({ kin, measured }) => measured && kin !== 'keeps keys')).toBe(true);
    expect(planAll(1_000, 1, CHECKPOINTS)).toHaveLength(1_000 + 5 * measuredRows().length);
  });
});

test.each([
  [0, 'A'],
  [1, 'B'],
  [2, 'B'],
  [3, 'C'],
  [4, 'C'],
  [5, 'E'],
  [6, 'E'],
  [7, 'F'],
  [8, 'F'],
])('checkpoint %i stands in phase %s', (index, phase) => {
  expect(phaseOf(PASSED, index)).toBe(phase);
});

test('chance by a seed stays within its bounds and comes everywhere', () => {
  const random = seeded(5);
  const numbers = Array.from({ length: 2_000 }, () => between(random, 3, 6));
  expect([...new Set(numbers)].sort()).toEqual([3, 4, 5, 6]);
  const letters = new Set(Array.from({ length: 200 }, () => pick(random, ['a', 'b', 'c'])));
  expect(letters.size).toBe(3);
  expect(() => pick(random, [])).toThrow();
});
