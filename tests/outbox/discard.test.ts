import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  discardDraft,
  discardEntry,
  discardedRows,
  finishDiscarding,
  holdDiscarded,
  restoreDiscarded,
  UNDO_MS,
} from '@/utils/outbox/discard';
import { createDraft } from '@/utils/outbox/drafts';
import { isInUse } from '@/utils/outbox/entries';
import { must, World } from '../support/outbox-world';
import { aPractice } from '../support/practices';

const TOO_LATE = { ok: false, error: { code: 'undo-too-late' } };

describe('a deletion', () => {
  test.each([
    ['waiting', null],
    ['uncertain', null],
    ['held', null],
    ['parked', 'forbidden'],
  ] as const)('of an entry that is %s can be undone: it is back exactly as it was', async (state, reason) => {
    const world = await new World().connect();
    const { id } = await world.send('Mappen');
    await world.db.entries.update(id, { state, reason, attempts: 3, firstTriedAt: 1, dueAt: world.now + 77 });
    const before = await world.entry(id);
    must(await discardEntry(world.db, id, world.clock));
    expect(await world.db.entries.count()).toBe(0);
    world.pass(UNDO_MS - 1);
    must(await finishDiscarding(world.db, world.clock));
    must(await restoreDiscarded(world.db, id, world.clock));
    expect(await world.entry(id)).toEqual(before);
    expect(await discardedRows(world.db)).toEqual([]);
  });

  test('of a draft can be undone, revision and all', async () => {
    const world = new World();
    const made = await createDraft(world.db, { practice: aPractice(), activityId: 'a1' }, world);
    const draft = must(made);
    must(await discardDraft(world.db, draft.id, world.clock));
    must(await restoreDiscarded(world.db, draft.id, world.clock));
    expect(await world.db.drafts.toArray()).toEqual([draft]);
  });

  test('is over after ten seconds, also when only the next worker gets round to it', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Mappen');
    must(await discardEntry(world.db, id, world.clock));
    world.restartWorker();
    world.pass(UNDO_MS);
    expect(must(await finishDiscarding(world.db, world.clock))).toEqual({ removed: 1, nextAt: null });
    expect(await restoreDiscarded(world.db, id, world.clock)).toEqual(TOO_LATE);
    expect(await holdDiscarded(world.db, id, world.clock)).toEqual(TOO_LATE);
  });

  test('stays undoable as long as somebody looks at it', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Mappen');
    must(await discardEntry(world.db, id, world.clock));
    for (let time = 0; time < 10; time += 1) {
      world.pass(UNDO_MS - 1);
      must(await finishDiscarding(world.db, world.clock));
      must(await holdDiscarded(world.db, id, world.clock));
    }
    must(await restoreDiscarded(world.db, id, world.clock));
  });

  test('is finished in ten seconds after a clock jumped back a year', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Mappen');
    must(await discardEntry(world.db, id, world.clock));
    world.pass(-365 * 24 * 3_600_000);
    expect(must(await finishDiscarding(world.db, world.clock)).nextAt).toBe(world.now + UNDO_MS);
    world.pass(UNDO_MS);
    expect(must(await finishDiscarding(world.db, world.clock)).removed).toBe(1);
  });

  test('of what is being sent is refused, and nothing changes', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Mappen');
    await world.db.entries.update(id, { state: 'sending' });
    const refused = await discardEntry(world.db, id, world.clock);
    expect(refused).toEqual({ ok: false, error: { code: 'entry-on-its-way' } });
    expect((await world.entry(id)).state).toBe('sending');
  });

  test('that the disk refuses changes nothing', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Mappen');
    world.db.discarded.hook('creating').subscribe(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const refused = await discardEntry(world.db, id, world.clock);
    expect(refused).toEqual({ ok: false, error: { code: 'storage-full' } });
    expect((await world.entry(id)).state).toBe('waiting');
  });

  test('keeps its community from being disconnected until it is over', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Mappen');
    must(await discardEntry(world.db, id, world.clock));
    expect(await isInUse(world.db, world.community.id)).toBe(true);
    world.pass(UNDO_MS);
    must(await finishDiscarding(world.db, world.clock));
    expect(await isInUse(world.db, world.community.id)).toBe(false);
  });

  test('undone after the sign-in expired waits for it, as the others do', async () => {
    const world = await new World().connect();
    const { id } = await world.send('Mappen');
    must(await discardEntry(world.db, id, world.clock));
    await world.db.communities.update(world.community.id, { signedOut: true });
    must(await restoreDiscarded(world.db, id, world.clock));
    expect(await world.entry(id)).toMatchObject({ state: 'parked', reason: 'signed-out' });
  });

  test('undone after a file brought other text under the same id keeps both', async () => {
    const world = new World();
    const draft = must(await createDraft(world.db, { practice: aPractice(), activityId: null }, world));
    must(await discardDraft(world.db, draft.id, world.clock));
    await world.db.drafts.add({ ...draft, practice: aPractice({ did: 'Uit het bestand' }) });
    must(await restoreDiscarded(world.db, draft.id, world.clock));
    const texts = (await world.db.drafts.toArray()).map(({ practice }) => practice.did);
    expect(texts.sort()).toEqual([aPractice().did, 'Uit het bestand'].sort());
  });
});

test('whatever happens around it, what is deleted never leaves, and what is taken back arrives once', async () => {
  const command = fc.oneof(
    fc.constant('discard' as const),
    fc.constant('undo' as const),
    fc.constant('deliver' as const),
    fc.constant('finish' as const),
    fc.constant('restart' as const),
    fc.constant('lose' as const),
    fc.integer({ min: 1, max: 70_000 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 14 }), async (commands) => {
      const world = await new World().connect();
      const { id } = await world.send('Mappen');
      let deletedAt: number | null = null;
      for (const each of commands) {
        const before = world.server.posts.length;
        if (typeof each === 'number') world.pass(each);
        if (each === 'discard' && (await discardEntry(world.db, id, world.clock)).ok) {
          if ((await world.db.discarded.get(id)) !== undefined) deletedAt ??= world.now;
        }
        if (each === 'lose') world.server.faults.push('no-connection');
        if (each === 'restart') world.restartWorker();
        if (each === 'deliver') must(await world.deliver());
        if (each === 'finish') must(await finishDiscarding(world.db, world.clock));
        if (deletedAt !== null) expect(world.server.posts).toHaveLength(before);
        if (each === 'undo') {
          const undone = await restoreDiscarded(world.db, id, world.clock);
          if (deletedAt !== null && world.now < deletedAt + UNDO_MS) expect(undone.ok).toBe(true);
          if (undone.ok) deletedAt = null;
        }
      }
      world.pass(3_600_000);
      must(await finishDiscarding(world.db, world.clock));
      world.server.faults.length = 0;
      for (let time = 0; time < 4; time += 1) {
        must(await world.deliver());
        world.pass(3_600_000);
      }
      const gone = (await world.db.entries.get(id)) === undefined;
      expect(world.server.posts.length).toBeLessThanOrEqual(1);
      if (!gone) expect(world.server.posts).toHaveLength(1);
      world.db.close();
    }),
    { numRuns: 60 },
  );
});
