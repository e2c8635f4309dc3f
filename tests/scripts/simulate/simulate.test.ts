import { expect, test } from 'vitest';
import { broken, INVARIANTS } from '@/scripts/simulate/invariants';
import { mutants } from '@/scripts/simulate/mutants';
import { lives } from '@/scripts/simulate/population';
import { Tally } from '@/scripts/simulate/tally';
import { SILENCES } from '@/utils/prompting/prompt';

const SOME = { users: 6, days: 90, seed: 7 };

test('the same seed gives the same lives, and nobody in them is asked against a rule', () => {
  const first = [...lives(SOME)];
  expect(first.map(({ seen }) => seen)).toEqual([...lives(SOME)].map(({ seen }) => seen));
  expect(first.flatMap((life) => [...broken(life)])).toEqual([]);
  expect(first.some(({ seen }) => seen.length > 0)).toBe(true);
});

test('every rule is broken once, and an invariant that exists watches it', () => {
  const broken = mutants().map(({ name }) => name);
  for (const silence of SILENCES) expect(broken).toContain(`${silence} removed`);
  for (const { caughtBy } of mutants()) expect(INVARIANTS).toHaveProperty([caughtBy]);
});

test('a life in which nothing holds back is told of as broken', () => {
  const nothing = Object.fromEntries(SILENCES.map((silence) => [silence, () => false]));
  const tally = new Tally(SOME.days);
  for (const life of lives(SOME, nothing as never)) tally.add(life);
  expect(tally.violated).toBeGreaterThan(0);
  expect(tally.lines().some((line) => line.startsWith('BROKEN'))).toBe(true);
});
