import { describe, expect, test } from 'vitest';
import { disconnect } from '@/utils/community/store';
import { HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { beginCorrection, shareAgain } from '@/utils/outbox/correct';
import { discardDraft, discardEntry } from '@/utils/outbox/discard';
import { enqueue } from '@/utils/outbox/enqueue';
import { readPost } from '@/utils/outbox/post';
import { render } from '@/utils/practice/render';
import { must, World } from '../support/outbox-world';
import { DUTCH } from '../support/practices';

/** Somebody whose practice has arrived. */
async function delivered() {
  const world = await new World().connect();
  const first = await world.send('Mappen');
  await world.deliver();
  world.pass(MINUTE_MS);
  return { world, first };
}

describe('a correction', () => {
  test('begins with the text that was sent, under the same reference', async () => {
    const { world, first } = await delivered();
    const draft = must(await beginCorrection(world.db, first.id, world));
    expect(draft).toMatchObject({ practice: first.practice, reference: first.reference });
    expect(draft.corrects).toMatchObject({ entryId: first.id, postId: '1000000', audience: 'followers' });
    expect(await world.entry(first.id), 'what was sent stays').toMatchObject({ state: 'delivered' });
  });

  test('that was begun goes on when it is begun again', async () => {
    const { world, first } = await delivered();
    const draft = must(await beginCorrection(world.db, first.id, world));
    expect(must(await beginCorrection(world.db, first.id, world)).id).toBe(draft.id);
    expect(await world.db.drafts.count()).toBe(1);
  });

  test('replaces the post: one post, the new text, both receipts', async () => {
    const { world, first } = await delivered();
    const { id, text } = await world.correct(first.id, 'Beter verteld.');
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({ state: 'delivered', reference: first.reference });
    expect(world.server.posts).toHaveLength(1);
    expect(world.server.count(text)).toBe(1);
    const [was, is] = await world.db.receipts.orderBy('at').toArray();
    expect(was).toMatchObject({ entryId: first.id, corrects: null, reference: first.reference });
    expect(is).toMatchObject({ entryId: id, corrects: first.id, reference: first.reference, url: was?.url });
    expect(is?.sha256).not.toBe(was?.sha256);
  });

  test('can be corrected in turn, from the newest text, by whichever of its entries', async () => {
    const { world, first } = await delivered();
    const second = await world.correct(first.id, 'Tweede tekst.');
    await world.deliver();
    const third = await world.correct(second.id, 'Derde tekst.');
    await world.deliver();
    const draft = must(await beginCorrection(world.db, first.id, world));
    expect(draft.practice.did).toBe('Derde tekst.');
    expect(world.server.posts.map(({ text, edits }) => [text, edits])).toEqual([[third.text, 2]]);
    expect((await readPost(world.db, second.id))?.newest.entryId).toBe(third.id);
  });

  test('delivered when the clock has jumped back is still the newest', async () => {
    const { world, first } = await delivered();
    world.pass(-HOUR_MS);
    const second = await world.correct(first.id, 'Later geschreven.');
    await world.deliver();
    expect((await readPost(world.db, first.id))?.entry?.id).toBe(second.id);
  });

  test('of what still waits is simply editing: the same entry is a draft again', async () => {
    const world = await new World().connect();
    const waiting = await world.send('Wacht nog');
    const draft = must(await beginCorrection(world.db, waiting.id, world));
    expect(draft).toMatchObject({ id: waiting.id, reference: waiting.reference, corrects: null });
    expect(await world.db.entries.count()).toBe(0);
  });

  test('that still waits is taken back when the post is corrected again', async () => {
    const { world, first } = await delivered();
    const waiting = await world.correct(first.id, 'Nog niet weg.');
    const draft = must(await beginCorrection(world.db, first.id, world));
    expect(draft).toMatchObject({ id: waiting.id, practice: { did: 'Nog niet weg.' } });
    expect(draft.corrects).toEqual(waiting.corrects);
    expect(await world.db.entries.get(waiting.id)).toBeUndefined();
  });

  test('is not begun where the community cannot edit, or is not connected', async () => {
    const { world, first } = await delivered();
    await world.db.communities.update(world.community.id, { canEdit: false });
    const refused = { ok: false, error: { code: 'cannot-correct' } };
    expect(await beginCorrection(world.db, first.id, world)).toEqual(refused);
    await disconnect(world.db, world.community.id);
    expect(await beginCorrection(world.db, first.id, world)).toEqual(refused);
    expect(await beginCorrection(world.db, 'nobody', world)).toMatchObject({ error: { code: 'entry-gone' } });
  });

  test('thrown away leaves the post as it stands', async () => {
    const { world, first } = await delivered();
    const draft = must(await beginCorrection(world.db, first.id, world));
    must(await discardDraft(world.db, draft.id, world.clock));
    const { id } = await world.correct(first.id, 'Toch niet.');
    must(await discardEntry(world.db, id, world.clock));
    await world.deliver();
    expect(world.server.edits).toHaveLength(0);
    expect(world.server.count(first.text)).toBe(1);
  });

  test('never goes to another place or to other readers than its post', async () => {
    const { world, first } = await delivered();
    const draft = must(await beginCorrection(world.db, first.id, world));
    const order = {
      draftId: draft.id,
      revision: draft.revision,
      communityId: world.community.id,
      placeId: null,
      audience: 'followers',
      text: render(draft.practice, draft.reference, DUTCH),
      restsUntil: null,
    } as const;
    const ports = { clock: world.clock, words: DUTCH };
    for (const change of [{ audience: 'members' }, { communityId: null }, { placeId: 'other' }] as const) {
      expect(await enqueue(world.db, { ...order, ...change }, ports)).toMatchObject({
        error: { code: 'preview-changed' },
      });
    }
    expect((await world.db.drafts.get(draft.id))?.practice, 'the text stays').toEqual(draft.practice);
  });
});

test('sharing a text again begins a new post: another draft, another reference', async () => {
  const { world, first } = await delivered();
  await world.correct(first.id, 'Nieuwste tekst.');
  await world.deliver();
  must(await world.withdraw(first.id));
  const draft = must(await shareAgain(world.db, first.id, world));
  expect(draft).toMatchObject({ corrects: null, practice: { did: 'Nieuwste tekst.' } });
  expect(draft.reference).not.toBe(first.reference);
});
