import { describe, expect, test } from 'vitest';
import { discardDraft, discardEntry } from '@/utils/outbox/discard';
import { createDraft, saveDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import { isInUse, readEntry, retry, takeBack } from '@/utils/outbox/entries';
import { render } from '@/utils/practice/render';
import { must, START, World } from '../support/outbox-world';
import { aPractice, DUTCH } from '../support/practices';

async function withDraft(changes: Parameters<typeof aPractice>[0] = {}) {
  const world = await new World().connect();
  const practice = aPractice(changes);
  const draft = must(await createDraft(world.db, { practice, activityId: 'a1' }, world));
  const order = {
    draftId: draft.id,
    revision: draft.revision,
    communityId: world.community.id,
    placeId: null,
    audience: 'members',
    text: render(practice, draft.reference, DUTCH),
    restsUntil: null,
  } as const;
  return { world, draft, order, ports: { clock: world.clock, words: DUTCH } };
}

describe('a draft', () => {
  test('has its reference from the start, and a revision that grows', async () => {
    const { world, draft } = await withDraft();
    expect(draft).toMatchObject({ revision: 0, activityId: 'a1', createdAt: START });
    expect(draft.reference).toMatch(/^DG-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const practice = aPractice({ did: 'Meer' });
    expect(
      must(await saveDraft(world.db, { draftId: draft.id, revision: 0, practice }, world.clock)),
    ).toMatchObject({
      revision: 1,
      practice,
      reference: draft.reference,
    });
  });

  test('changed in another window keeps that text', async () => {
    const { world, draft } = await withDraft();
    const save = (did: string) =>
      saveDraft(world.db, { draftId: draft.id, revision: 0, practice: aPractice({ did }) }, world.clock);
    expect((await save('Hier')).ok).toBe(true);
    expect(await save('Daar')).toEqual({ ok: false, error: { code: 'draft-changed-elsewhere' } });
    expect((await save('Hier')).ok, 'the same again was saved already').toBe(true);
    expect((await world.db.drafts.get(draft.id))?.practice.did).toBe('Hier');
  });

  test('that is gone is said to be gone, and can be discarded twice', async () => {
    const { world, draft } = await withDraft();
    expect((await discardDraft(world.db, draft.id, world.clock)).ok).toBe(true);
    expect((await discardDraft(world.db, draft.id, world.clock)).ok).toBe(true);
    const saved = await saveDraft(
      world.db,
      { draftId: draft.id, revision: 0, practice: draft.practice },
      world.clock,
    );
    expect(saved).toEqual({ ok: false, error: { code: 'draft-gone' } });
  });

  test.each([
    ['QuotaExceededError', 'storage-full'],
    ['UnknownError', 'disk-refused'],
    ['InvalidStateError', 'disk-refused'],
  ])('that the disk refuses (%s) is said not to be saved, and what was saved stays', async (name, code) => {
    const { world, draft } = await withDraft();
    world.db.drafts.hook('updating').subscribe(() => {
      throw new DOMException('no', name);
    });
    const practice = aPractice({ did: 'Nieuw' });
    const saved = await saveDraft(world.db, { draftId: draft.id, revision: 0, practice }, world.clock);
    expect(saved).toEqual({ ok: false, error: { code } });
    expect(await world.db.drafts.get(draft.id)).toEqual(draft);
  });

  test('of which the database cannot be opened is said not to be saved', async () => {
    const { world, draft } = await withDraft();
    world.db.close();
    const saved = await saveDraft(
      world.db,
      { draftId: draft.id, revision: 0, practice: aPractice() },
      world.clock,
    );
    expect(saved).toEqual({ ok: false, error: { code: 'disk-refused' } });
  });
});

describe('a Send', () => {
  test('makes one entry of the draft, byte for byte what was shown', async () => {
    const { world, draft, order, ports } = await withDraft();
    const entry = must(await enqueue(world.db, order, ports));
    expect(entry).toMatchObject({
      id: draft.id,
      text: order.text,
      state: 'waiting',
      accountId: '1',
      dueAt: START,
    });
    expect(await world.db.drafts.count()).toBe(0);
    expect(await enqueue(world.db, order, ports), 'pressed twice').toEqual({ ok: true, value: entry });
    expect(await world.db.entries.count()).toBe(1);
  });

  test.each([
    ['other text than was shown', { text: 'Iets anders' }, 'preview-changed'],
    ['a community that is gone', { communityId: 'gone' }, 'preview-changed'],
    ['readers that were not offered', { audience: 'public' }, 'preview-changed'],
    ['a text of an older revision', { text: 'Ouder', revision: 7 }, 'draft-changed-elsewhere'],
    ['a draft that is gone', { draftId: 'gone' }, 'draft-gone'],
  ] as const)('of %s is refused, and the draft stays', async (_what, changes, code) => {
    const { world, draft, order, ports } = await withDraft();
    expect(await enqueue(world.db, { ...order, ...changes }, ports)).toMatchObject({ error: { code } });
    expect(await world.db.drafts.get(draft.id)).toEqual(draft);
    expect(await world.db.entries.count()).toBe(0);
  });

  test.each([
    [{ title: ' ', did: ' ' }, 'practice-incomplete', undefined],
    [{ did: '' }, 'practice-incomplete', undefined],
    [{ did: 'x'.repeat(5_001) }, 'too-long', '5000'],
  ])('of an unfit practice is refused', async (changes, code, detail) => {
    const { world, order, ports } = await withDraft(changes);
    expect(await enqueue(world.db, order, ports)).toMatchObject({
      error: detail === undefined ? { code } : { code, detail },
    });
  });

  test.each([
    ['Kort', { code: 'practice-incomplete' }],
    ['x'.repeat(256), { code: 'too-long', detail: '255' }],
  ])('with a title that its community does not take is refused', async (title, error) => {
    const { world, order, ports } = await withDraft({ title });
    await world.db.communities.update(world.community.id, { titleLimits: { least: 15, most: 255 } });
    expect(await enqueue(world.db, order, ports)).toMatchObject({ error });
  });

  test('without a title has the one that is proposed', async () => {
    const { world, order, ports } = await withDraft({ title: ' ', did: 'Eerst gekeken. Dan gedaan.' });
    const sent = await enqueue(world.db, order, ports);
    expect(sent).toMatchObject({ value: { text: expect.stringMatching(/^Eerst gekeken\n/) } });
  });

  test('that the disk refuses leaves the draft', async () => {
    const { world, draft, order, ports } = await withDraft();
    world.db.entries.hook('creating').subscribe(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await enqueue(world.db, order, ports)).toEqual({ ok: false, error: { code: 'storage-full' } });
    expect(await world.db.drafts.get(draft.id)).toEqual(draft);
  });
});

describe('an entry', () => {
  test('is in use until it is delivered, and has left its draft for good then', async () => {
    const { world, order, ports } = await withDraft();
    const { id } = must(await enqueue(world.db, order, ports));
    expect(await isInUse(world.db, world.community.id)).toBe(true);
    await world.deliver();
    expect(await isInUse(world.db, world.community.id)).toBe(false);
    expect(await takeBack(world.db, id, ports)).toEqual({ ok: false, error: { code: 'entry-on-its-way' } });
    expect(must(await readEntry(world.db, id)).receipt?.entryId).toBe(id);
  });

  test('in flight cannot be discarded; discarded it is gone', async () => {
    const { world, order, ports } = await withDraft();
    const { id } = must(await enqueue(world.db, order, ports));
    await world.db.entries.update(id, { state: 'sending' });
    expect(await discardEntry(world.db, id, world.clock)).toEqual({
      ok: false,
      error: { code: 'entry-on-its-way' },
    });
    await world.db.entries.update(id, { state: 'parked' });
    expect((await discardEntry(world.db, id, world.clock)).ok).toBe(true);
    expect(await readEntry(world.db, id)).toEqual({ ok: false, error: { code: 'entry-gone' } });
  });

  test('that is parked goes on when the person asks', async () => {
    const { world, order, ports } = await withDraft();
    world.server.faults.push({ status: 403 });
    const { id } = must(await enqueue(world.db, order, ports));
    await world.deliver();
    expect(must(await retry(world.db, id, world.clock))).toMatchObject({ state: 'waiting', reason: null });
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
  });

  test('whose answer was lost is looked at again at once when the person asks', async () => {
    const { world, order, ports } = await withDraft();
    world.server.faults.push('reset-after-commit');
    const { id } = must(await enqueue(world.db, order, ports));
    await world.deliver();
    expect(must(await retry(world.db, id, world.clock)).state).toBe('uncertain');
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(world.server.posts).toHaveLength(1);
  });
});
