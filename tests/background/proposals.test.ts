import { beforeEach, describe, expect, test } from 'vitest';
import { currentTeaching } from '@/entrypoints/background/lessons';
import { popup, SITE } from '../support/background-world';
import { aProposal, openSite, stored } from '../support/lesson-world';

beforeEach(openSite);

describe('what came of a lesson', () => {
  test('holds no value, and nothing of the lesson', async () => {
    await aProposal();
    expect(await stored()).not.toMatch(/traces|salt|Zaak \d|4711/);
  });

  test('is tried with its own test, and a mistake names its field', async () => {
    const { services, ask } = await aProposal();
    const teaching = await currentTeaching(services);
    if (teaching?.phase !== 'proposed') throw new Error('nothing was proposed');
    const recipe = teaching.proposal.candidates[0]?.recipe;
    const check = (json: unknown) => ask('lesson:check', { text: JSON.stringify(json), candidate: 0 }, popup);
    expect(await check(recipe)).toEqual({ ok: true, value: { ok: true, value: [] } });
    const [signal] = recipe?.signals ?? [];
    const { body: _body, ...loose } = signal?.when ?? {};
    const signals = (changes: object) => ({ ...recipe, signals: [{ ...signal, ...changes }] });
    expect(await check(signals({ when: loose }))).toMatchObject({ value: { value: ['false'] } });
    expect(await check(signals({ when: { ...loose, path: '/x', status: 200 } }))).toMatchObject({
      value: { value: ['missed'] },
    });
    expect(await check(signals({ do: 'move' }))).toMatchObject({ value: { value: ['wrong-verb'] } });
    const { status: _status, ...noStatus } = loose as { status?: unknown };
    expect(await check(signals({ when: noStatus }))).toMatchObject({
      value: { ok: false, error: { field: 'signals.0.when.status' } },
    });
  });

  test('is kept as a recipe of one’s own, and the site uses it', async () => {
    const { services, db, ask } = await aProposal();
    const teaching = await currentTeaching(services);
    if (teaching?.phase !== 'proposed') throw new Error('nothing was proposed');
    expect(await ask('lesson:keep', { text: '{}' }, popup)).toMatchObject({ value: { ok: false } });
    const text = JSON.stringify(teaching.proposal.candidates[0]?.recipe);
    expect(await ask('lesson:keep', { text }, popup)).toMatchObject({
      value: { ok: true, value: { id: 'taught-zaaksysteem' } },
    });
    expect(await db.sites.get(SITE)).toMatchObject({ recipeId: 'taught-zaaksysteem', chosen: true });
    expect(await db.recipes.get('taught-zaaksysteem')).toMatchObject({ origin: 'taught' });
    expect(await stored()).not.toContain('proposal');
    expect((await services.recipes.current()).compiled.has('taught-zaaksysteem')).toBe(true);
  });
});
