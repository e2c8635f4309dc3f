import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { beginCorrection } from '@/utils/outbox/correct';
import { createDraft } from '@/utils/outbox/drafts';
import { EntryStateSchema } from '@/utils/outbox/entry';
import { isPrunable, pruneTexts } from '@/utils/outbox/prune';
import { RetentionSchema } from '@/utils/settings/settings';
import { must, World } from '../support/outbox-world';
import { aPractice } from '../support/practices';

const retention = fc.constantFrom<30 | 90 | 365 | null>(30, 90, 365, null);
const state = fc.constantFrom(...EntryStateSchema.options);
const at = fc.integer({ min: 0, max: 4_000_000_000_000 });
const age = fc.integer({ min: -400 * DAY_MS, max: 800 * DAY_MS });

describe('the rule', () => {
  test('never prunes what was not delivered, never before its time, never when “never” was chosen', () => {
    fc.assert(
      fc.property(at, age, fc.option(state, { nil: undefined }), retention, (then, old, is, days) => {
        const prunable = isPrunable({ at: then }, is && { state: is }, days, then + old);
        if (is !== undefined && is !== 'delivered') expect(prunable).toBe(false);
        else expect(prunable).toBe(days !== null && old >= days * DAY_MS);
      }),
    );
  });

  test.each([null, 30, 90, 365])('knows the choice %s', (choice) => {
    expect(RetentionSchema.safeParse(choice).success).toBe(true);
  });

  test('knows no other choice', () => {
    expect(RetentionSchema.safeParse(1).success).toBe(false);
  });
});

test('of a text that went stays what the list needs, and nothing that was written', async () => {
  const world = await new World().connect();
  const { id } = await world.send('Oud');
  await world.deliver();
  const before = await world.db.receipts.get(id);
  world.pass(30 * DAY_MS - 1);
  expect(must(await pruneTexts(world.db, 30, world.clock))).toBe(0);
  world.pass(1);
  expect(must(await pruneTexts(world.db, null, world.clock))).toBe(0);
  expect(must(await pruneTexts(world.db, 30, world.clock))).toBe(1);
  expect(must(await pruneTexts(world.db, 30, world.clock)), 'once is enough').toBe(0);
  expect(await world.db.entries.count()).toBe(0);
  expect(await world.db.receipts.get(id)).toEqual({ ...before, title: '' });
});

test('drafts, what waits and younger texts stay, however short the time that was chosen', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ state, days: fc.integer({ min: 0, max: 400 }) }), { maxLength: 6 }),
      retention,
      async (rows, days) => {
        const world = await new World().connect();
        const practice = aPractice();
        must(await createDraft(world.db, { practice, activityId: null }, world));
        for (const row of rows) {
          const entry = await world.send('Praktijk');
          await world.deliver();
          await world.db.entries.update(entry.id, { state: row.state });
          await world.db.receipts.update(entry.id, { at: world.now - row.days * DAY_MS });
        }
        must(await pruneTexts(world.db, days, world.clock));
        const goes = (row: (typeof rows)[number]): boolean =>
          days !== null && row.state === 'delivered' && row.days >= days;
        expect(await world.db.drafts.count()).toBe(1);
        expect(await world.db.receipts.count()).toBe(rows.length);
        const stay = rows.filter((row) => !goes(row)).map((row) => row.state);
        expect((await world.db.entries.toArray()).map((entry) => entry.state).sort()).toEqual(stay.sort());
      },
    ),
    { numRuns: 25 },
  );
});

describe('a practice whose text was pruned', () => {
  async function pruned() {
    const world = await new World().connect();
    const first = await world.send('Oud');
    await world.deliver();
    world.pass(30 * DAY_MS);
    return { world, first };
  }

  test('cannot be corrected here, and can be withdrawn', async () => {
    const { world, first } = await pruned();
    must(await pruneTexts(world.db, 30, world.clock));
    expect(await beginCorrection(world.db, first.id, world)).toMatchObject({
      error: { code: 'text-pruned' },
    });
    must(await world.withdraw(first.id));
    expect(world.server.posts).toHaveLength(0);
    expect((await world.db.receipts.get(first.id))?.withdrawnAt).toBe(world.now);
  });

  test('keeps its correction: a draft, then an entry, then a text that is younger', async () => {
    const { world, first } = await pruned();
    must(await beginCorrection(world.db, first.id, world));
    must(await pruneTexts(world.db, 30, world.clock));
    const { id } = await world.correct(first.id, 'Bijgewerkt.');
    must(await pruneTexts(world.db, 30, world.clock));
    await world.deliver();
    world.pass(MINUTE_MS);
    must(await pruneTexts(world.db, 30, world.clock));
    expect((await world.db.entries.toArray()).map((entry) => entry.id)).toEqual([id]);
    const draft = must(await beginCorrection(world.db, first.id, world));
    expect(draft.practice.did).toBe('Bijgewerkt.');
  });
});

test('goes back over many old texts, and once they went looks at few of them again', async () => {
  const world = await new World().connect();
  const { id } = await world.send('Oud');
  await world.deliver();
  const [entry, receipt] = [await world.entry(id), await world.db.receipts.get(id)];
  if (receipt === undefined) throw new Error('not delivered');
  const ids = Array.from({ length: 170 }, (_, at) => `oud-${at}`);
  await world.db.entries.bulkAdd(ids.map((each) => ({ ...entry, id: each })));
  await world.db.receipts.bulkAdd(ids.map((entryId, at) => ({ ...receipt, entryId, at: at + 1 })));
  world.pass(30 * DAY_MS);
  expect(must(await pruneTexts(world.db, 30, world.clock))).toBe(171);
  await world.db.receipts.update('oud-0', { title: 'Uit een bestand' });
  expect(must(await pruneTexts(world.db, 30, world.clock))).toBe(0);
  expect(must(await pruneTexts(world.db, 30, world.clock, { whole: true }))).toBe(1);
});

test('a disk that refuses loses nothing and says so', async () => {
  const world = await new World().connect();
  await world.send('Oud');
  await world.deliver();
  world.pass(400 * DAY_MS);
  world.db.close();
  expect(await pruneTexts(world.db, 30, world.clock)).toEqual({ ok: false, error: { code: 'disk-refused' } });
});
