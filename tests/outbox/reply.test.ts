import { describe, expect, test } from 'vitest';
import { saveDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import type { Draft } from '@/utils/outbox/entry';
import { beginReply, type ReplyWish } from '@/utils/outbox/reply';
import { render } from '@/utils/practice/render';
import { must, World } from '../support/outbox-world';
import { DUTCH } from '../support/practices';

/** A community in which a colleague's post stands. */
async function aWorld() {
  const world = await new World().connect();
  world.server.posts.push({ id: '77', text: 'Wie weet het?', edits: 0, key: null, at: 1 });
  const { db, clock, community } = world;
  const begin = (change: Partial<ReplyWish['answers']> = {}, kind: ReplyWish['kind'] = 'answer') => {
    const title = 'Wie weet het?';
    const there = { postId: '77', communityId: community.id, placeId: null, audience: 'members' as const };
    return beginReply(db, { kind, answers: { title, ...there, ...change }, language: 'nl' }, { clock });
  };
  const send = async ({ id: draftId, practice, revision, reference }: Draft) => {
    const answered = { ...practice, title: 'Antwoord', did: 'Ik.' };
    must(await saveDraft(db, { draftId, revision, practice: answered }, clock));
    const text = render(answered, reference, DUTCH);
    const there = { communityId: community.id, placeId: null, audience: 'members' as const };
    const order = { draftId, revision: revision + 1, ...there, text, restsUntil: null };
    return must(await enqueue(db, order, { clock, words: DUTCH }));
  };
  return { ...world, world, begin, send };
}

describe('a reply to somebody else’s post', () => {
  test('goes under it, once, however often it is begun and sent', async () => {
    const { world, begin, send } = await aWorld();
    const draft = must(await begin());
    expect(draft).toMatchObject({
      practice: { kind: 'answer', did: '' },
      answers: { entryId: null, postId: '77' },
    });
    expect(must(await begin())).toEqual(draft);
    const entry = await send(draft);
    await world.deliver();
    await world.deliver();
    expect(world.server.posts.map(({ replyTo }) => replyTo)).toEqual([undefined, '77']);
    expect((await world.entry(entry.id)).state).toBe('delivered');
  });

  test('is one draft of each kind and for each post, apart from those to other posts', async () => {
    const { begin } = await aWorld();
    const drafts = [
      await begin(),
      await begin({}, 'reuse'),
      await begin({ postId: '78' }),
      await begin({ communityId: 'mastodon:https://another.example/1' }),
    ].map((draft) => must(draft).id);
    expect(new Set(drafts).size).toBe(4);
    expect(must(await begin({}, 'reuse')).id).toBe(drafts[1]);
  });

  test('that finds its post gone waits for the person, with its text', async () => {
    const { world, begin, send } = await aWorld();
    const entry = await send(must(await begin()));
    world.server.posts.splice(0);
    await world.deliver();
    expect(await world.entry(entry.id)).toMatchObject({ state: 'parked', reason: 'answered-gone' });
    expect((await world.entry(entry.id)).text).toContain('Ik.');
  });
});
