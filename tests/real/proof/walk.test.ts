import { expect, test } from 'vitest';
import type { Activity } from '@/utils/activity/activity';
import { activity } from '../../support/background-world';
import type { Step } from './step';
import { walk } from './walk';

/** An extension that keeps an activity for each press. */
function aProof() {
  const kept: Activity[] = [{ ...activity, id: 'from before' }];
  const press = (title: string) => void kept.push({ ...activity, id: `${kept.length}`, title });
  return { screen: press, activities: async () => kept, standing: async () => 'complete' };
}

type Press = (title: string) => void;
const edit = { verb: 'edit' } as const;
const nothing = { expect: null, silentMs: 0 } as const;

async function outcomes(steps: readonly Step<Press>[]) {
  const walked = await walk(aProof(), steps);
  return walked.map(({ what, seen, broken, checked }) => [
    what,
    seen.map(({ title }) => title),
    broken,
    checked,
  ]);
}

test('each step has what was kept since the one before, and nothing from before the walk', async () => {
  const steps: Step<Press>[] = [
    { what: 'save', expect: edit, act: async (press) => press('a') },
    { what: 'look', ...nothing, act: async () => undefined },
    { what: 'save twice', expect: edit, act: async (press) => ['b', 'c'].forEach(press) },
    { what: 'cancel', ...nothing, act: async (press) => press('d') },
  ];
  expect(await outcomes(steps)).toEqual([
    ['save', ['a'], null, false],
    ['look', [], null, false],
    ['save twice', ['b', 'c'], null, false],
    ['cancel', ['d'], null, false],
  ]);
});

test('a step that breaks is told, with what was looked for, and the next one is walked', async () => {
  const fails = async () => {
    throw new Error('Timeout.\nCall log:\n  - waiting for #save\n  - nothing there');
  };
  const steps: Step<Press>[] = [
    { what: 'no button', ...nothing, act: fails },
    { what: 'save', expect: edit, act: async (press) => press('a'), outcome: () => true },
  ];
  expect(await outcomes(steps)).toEqual([
    ['no button', [], 'Timeout.   - waiting for #save (complete)', false],
    ['save', ['a'], null, true],
  ]);
});
