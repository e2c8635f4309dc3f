import { expect, test } from 'vitest';
import { ORDINARY, type Scenario } from '@/scripts/chaos/plan/scenario';
import type { Outcome } from '@/scripts/chaos/play';
import { isGood, type Played, report } from '@/scripts/chaos/tally';

const GOOD: Outcome = {
  lost: [],
  doubled: [],
  falselyDelivered: [],
  stuck: [],
  tookMs: 5,
  died: false,
  log: [],
};

function run(outcome: Partial<Outcome>, scenario: Partial<Scenario> = {}): Played {
  return {
    number: 1,
    scenario: { ...ORDINARY, fault: 'reset', phase: 'C', ...scenario },
    outcome: { ...GOOD, ...outcome },
  };
}

test('the last line counts what was judged', () => {
  const played = [
    run({}),
    run({ lost: ['a', 'b'] }),
    run({ doubled: ['a'] }),
    run({ falselyDelivered: ['a'] }),
    run({ stuck: ['a'] }),
  ];
  expect(report(played).at(-1)).toBe('5 runs, 2 lost, 1 doubled, 1 false delivered, 1 stuck');
  expect(played.map(isGood)).toEqual([true, false, false, false, false]);
});

test('the table has a row for each fault in each phase', () => {
  const table = report([run({}), run({ lost: ['a'] }), run({}, { phase: 'D' })]);
  expect(table[1]).toMatch(/^C reset\s+2\s+1\s+0\s+0\s+0$/);
  expect(table[2]).toMatch(/^D reset\s+1\s+0\s+0\s+0\s+0$/);
});

test('what is only measured has a line of its own, above the last, and fails nothing unless a post is lost', () => {
  const late = run({ doubled: ['a'] }, { measured: true, fault: 'late' });
  const lines = report([run({}), late]);
  expect(lines.at(-2)).toBe('measured, not judged: C late: 1 of 1 doubled');
  expect(lines.at(-1)).toBe('1 runs, 0 lost, 0 doubled, 0 false delivered, 0 stuck');
  expect(isGood(late)).toBe(true);
  expect(isGood(run({ lost: ['a'] }, { measured: true }))).toBe(false);
});

test('says how many of the ordered deaths came', () => {
  const dies = { hurt: { kind: 'dies', at: 3, from: 'send' } } as const;
  expect(report([run({ died: true }, dies), run({}, dies)]).join('\n')).toContain(
    '2 deaths at a checkpoint ordered, 1 died there',
  );
});
