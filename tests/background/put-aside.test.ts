import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { inspectAfterBug, inspectOnce } from '@/entrypoints/background/inspection';
import { aBackground, popup } from '../support/background-world';

afterEach(() => vi.restoreAllMocks());

describe('rows that are not as they should be', () => {
  const odd = { id: 'odd', practice: { title: 'Nog te lezen', did: 'Zo deed ik het.' } } as never;

  test('go aside at the first start of the browser, and pages are told', async () => {
    const { db, services, counts } = aBackground();
    await db.drafts.add(odd);
    await inspectOnce(services);
    expect([await db.drafts.count(), await db.quarantine.count()]).toEqual([0, 1]);
    expect(counts().announced).toBe(1);
    await db.drafts.add(odd);
    await inspectOnce(services);
    expect(await db.drafts.count(), 'once in each run').toBe(1);
  });

  test('that trip something go aside then, but a bug does not have everything read again and again', async () => {
    const { db, services } = aBackground();
    await db.drafts.add(odd);
    await inspectAfterBug(services);
    expect(await db.drafts.count()).toBe(0);
    await db.drafts.add(odd);
    await inspectAfterBug(services);
    expect(await db.drafts.count()).toBe(1);
  });

  test('are shown as far as they can be read, counted until then, and go when the person says so', async () => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
    const { db, services, ask } = aBackground();
    const text = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    await db.drafts.add(odd);
    await inspectOnce(services);
    expect(text).toHaveBeenLastCalledWith({ text: '1' });
    expect(await ask('overview:read', {}, popup)).toMatchObject({ value: { aside: 1 } });
    const shown = await ask('aside:show', {}, popup);
    expect(shown).toMatchObject({
      value: { count: 1, rows: [{ table: 'drafts', title: 'Nog te lezen', text: 'Zo deed ik het.' }] },
    });
    expect(text).toHaveBeenLastCalledWith({ text: '' });
    expect(await ask('overview:read', {}, popup)).toMatchObject({ value: { aside: 0 } });
    const file = await ask('aside:export', {}, popup);
    expect(file.ok && JSON.parse(file.value.json)).toMatchObject([{ row: odd }]);
    const upTo = shown.ok ? (shown.value.rows[0]?.at ?? 0) : 0;
    await ask('aside:remove', { upTo: upTo - 1 }, popup);
    expect(await db.quarantine.count(), 'nobody saw that one').toBe(1);
    await ask('aside:remove', { upTo }, popup);
    expect(await db.quarantine.count()).toBe(0);
  });

  test('do not keep an export from being read', async () => {
    const { db, ask } = aBackground();
    await db.drafts.add(odd);
    const file = await ask('data:export', {}, popup);
    const json = file.ok ? file.value.json : '';
    expect(await aBackground().ask('data:import', { json }, popup)).toMatchObject({ ok: true });
  });
});
