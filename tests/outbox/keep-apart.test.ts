import { expect, test } from 'vitest';
import { discardDraft } from '@/utils/outbox/discard';
import { createDraft, saveDraft } from '@/utils/outbox/drafts';
import { takeBack } from '@/utils/outbox/entries';
import { keepText } from '@/utils/outbox/keep-apart';
import { must, World } from '../support/outbox-world';
import { aPractice } from '../support/practices';

const wrote = (did: string) => aPractice({ did });

async function withDraft() {
  const world = await new World().connect();
  const draft = must(await createDraft(world.db, { practice: aPractice(), activityId: 'a1' }, world));
  const keep = async (did: string, changes: object = {}) => {
    const change = { draftId: draft.id, revision: 0, practice: wrote(did), spareId: 'spare', ...changes };
    return must(await keepText(world.db, change, world));
  };
  const texts = async () =>
    Object.fromEntries((await world.db.drafts.toArray()).map(({ id, practice }) => [id, practice.did]));
  return { world, draft, keep, texts };
}

test('a text is saved where it was typed as long as nobody else was there', async () => {
  const { draft, keep, texts } = await withDraft();
  expect(await keep('Hier')).toMatchObject({ draft: { id: draft.id, revision: 1 }, other: null });
  expect(await texts()).toEqual({ [draft.id]: 'Hier' });
});

test('where another window saved since, it becomes a draft of its own with a reference of its own', async () => {
  const { draft, keep, texts } = await withDraft();
  await keep('Daar');
  const kept = await keep('Hier');
  expect(kept).toMatchObject({ draft: { id: 'spare', activityId: null }, other: { text: wrote('Daar') } });
  expect(kept.draft.reference).not.toBe(draft.reference);
  expect(await texts()).toEqual({ [draft.id]: 'Daar', spare: 'Hier' });
});

test('a window that heard no answer finds its own text again, in the draft and apart', async () => {
  const { draft, keep, texts } = await withDraft();
  await keep('A');
  expect(await keep('AB', { unanswered: [wrote('A')] })).toMatchObject({
    draft: { id: draft.id },
    other: null,
  });
  await keep('Daar', { revision: 2 });
  await keep('ABC');
  await keep('ABCD', { unanswered: [wrote('ABC')] });
  expect(await texts()).toEqual({ [draft.id]: 'Daar', spare: 'ABCD' });
});

test('a spare id that is somebody else’s draft is left alone', async () => {
  const { world, draft, keep, texts } = await withDraft();
  await keep('Daar');
  await keep('Eerst');
  await keep('Anders');
  expect(Object.values(await texts()).sort()).toEqual(['Anders', 'Daar', 'Eerst']);
  expect(await world.db.drafts.get(draft.id)).toMatchObject({ practice: wrote('Daar') });
});

test.each(['deleted', 'sent'])('a text of a draft that was %s elsewhere is kept', async (what) => {
  const { world, draft, keep, texts } = await withDraft();
  if (what === 'deleted') must(await discardDraft(world.db, draft.id, world.clock));
  else await world.db.drafts.delete(draft.id);
  expect(await keep('Hier')).toMatchObject({ draft: { id: 'spare' }, other: { text: null } });
  expect(await texts()).toEqual({ spare: 'Hier' });
});

test('a correction stays one, under the reference of its post', async () => {
  const { world } = await withDraft();
  const first = await world.send('Mappen');
  await world.deliver();
  const correction = await world.correct(first.id, 'Beter');
  const change = { draftId: correction.id, revision: 0, practice: wrote('Nog beter'), spareId: 'spare' };
  const { draft } = must(await keepText(world.db, change, world));
  expect(draft).toMatchObject({ reference: first.reference, corrects: { entryId: first.id } });
});

test('what is taken back is not overwritten by a window that still shows its beginning', async () => {
  const { world } = await withDraft();
  const entry = await world.send('Mappen');
  must(await takeBack(world.db, entry.id, world));
  const change = { draftId: entry.id, revision: 0, practice: wrote('Begin, en iets'), spareId: 'spare' };
  const kept = must(await keepText(world.db, change, world));
  expect(kept).toMatchObject({ draft: { id: 'spare' }, other: { text: entry.practice } });
});

test('a disk that refuses changes nothing', async () => {
  const { world, draft, keep, texts } = await withDraft();
  must(await saveDraft(world.db, { draftId: draft.id, revision: 0, practice: wrote('Daar') }, world.clock));
  world.db.drafts.hook('creating').subscribe(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(keep('Hier')).rejects.toThrow('storage-full');
  expect(await texts()).toEqual({ [draft.id]: 'Daar' });
});
