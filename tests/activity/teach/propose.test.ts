import { describe, expect, test } from 'vitest';
import { checkRecipe } from '@/utils/activity/check-recipe';
import { compileRecipes } from '@/utils/activity/compile';
import { findSelectors } from '@/utils/activity/html-markers';
import { readRecipe } from '@/utils/activity/read-recipe';
import { recognise } from '@/utils/activity/recognise';
import type { Lesson } from '@/utils/activity/teach/lesson';
import type { Candidate } from '@/utils/activity/teach/proposal';
import { propose } from '@/utils/activity/teach/propose';
import { aForm, anExchange } from '../../support/exchanges';
import { ids, LESSONS, type Part, poll, post, redirected, save } from '../../support/lesson-cases';
import { SITE, taught } from '../../support/lessons';

function best(lesson: Lesson): Candidate {
  const [candidate] = propose(lesson).candidates;
  if (candidate === undefined) throw new Error('nothing was proposed');
  return candidate;
}

function counts({ recipe }: Candidate, part: Part): boolean {
  return recognise(anExchange(part), compileRecipes([recipe]), recipe.id) !== null;
}

describe.each(LESSONS)('$what', ({ runs, when, constants = [], ignore, titles }) => {
  const lesson = taught(runs);
  test('is told by what the three have in common', () => {
    const { recipe, constants: shown, titles: offered } = best(lesson);
    expect(recipe.signals[0]?.when).toMatchObject(when);
    expect(shown.map(({ value }) => value)).toEqual(constants);
    if (ignore !== undefined) expect(recipe.ignore).toEqual(ignore);
    if (titles !== undefined) expect(offered).toEqual(titles);
  });

  test('is a valid recipe, which does what its own test says', () => {
    const { recipe, fixtures } = best(lesson);
    expect(readRecipe(JSON.stringify(recipe))).toMatchObject({ ok: true });
    expect(checkRecipe(recipe.id, fixtures, compileRecipes([recipe]), findSelectors)).toEqual([]);
  });

  test('counts what was done in each run, and nothing of the cancelled one', () => {
    const candidate = best(lesson);
    for (const run of runs.slice(0, 3)) expect(run.filter((part) => counts(candidate, part))).toHaveLength(1);
    expect((runs[3] ?? []).filter((part) => counts(candidate, part))).toEqual([]);
  });
});

test('a cancel that looks the same in everything is no recipe', () => {
  const same = ids.map((id) => [save(id, 'x', {})]);
  expect(propose(taught([...same, [save(23, 'y', {})]]))).toMatchObject({
    candidates: [],
    reason: 'like-cancelled',
  });
});

test('a title that was the same each time is the person’s own, and no constant', () => {
  const same = ids.map((id) => [save(id, 'proef', {})]);
  const proposal = propose(taught([...same, [save(23, 'anders', {})]]));
  expect(proposal).toMatchObject({ candidates: [], reason: 'like-cancelled' });
  expect(JSON.stringify(proposal)).not.toContain('proef');
});

test('where nothing was sent there is nothing to propose', () => {
  const read: Part = { method: 'GET', url: `${SITE}/dossiers/17` };
  expect(propose(taught([[read], [read], [read], []]))).toEqual({
    candidates: [],
    others: 0,
    reason: 'nothing-seen',
  });
});

test('the page that is sent goes before what a script sends, and noise comes last', () => {
  const script: Part = { url: `${SITE}/api/teller/17`, type: 'xmlhttprequest', body: aForm({ n: '1' }) };
  const lesson = taught([...ids.map((id) => [script, save(id, `D${id}`), poll(id)]), []]);
  expect(propose(lesson).candidates.map(({ seen }) => seen.path)).toEqual([
    '/dossiers/{id}/bewerk',
    '/api/teller/{id}',
    '/meldingen/poll',
  ]);
});

test('what a site was taught before stays', () => {
  const first = best(taught([...ids.map((id) => [save(id, 'x')]), []])).recipe;
  const move = (id: number): Part => post(`/dossiers/${id}/verplaats`, { map: 'a' }, redirected('/dossiers'));
  const [second] = propose(taught([...ids.map((id) => [move(id)]), []], { verb: 'move' }), first).candidates;
  expect(second?.recipe.signals.map((signal) => signal.do)).toEqual(['move', 'edit']);
  expect(second?.recipe.id).toBe(first.id);
});
