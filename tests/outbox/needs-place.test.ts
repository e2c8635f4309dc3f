import { expect, test } from 'vitest';
import type { Community } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import { keepCommunity } from '@/utils/community/store';
import { createDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import { resume } from '@/utils/outbox/resume';
import { render } from '@/utils/practice/render';
import { TOKEN } from '../support/fake-community';
import { must, World } from '../support/outbox-world';
import { aPractice, DUTCH } from '../support/practices';

const channel = (id: string) => ({ id, name: id, closed: false });

/** A practice that somebody wrote, connected to such a community, and how they send it. */
async function written(community: Partial<Community>) {
  const world = await new World('ignored', community).connect();
  const practice = aPractice({ title: 'Onder ons' });
  const draft = must(await createDraft(world.db, { practice, activityId: null }, world));
  const text = render(practice, draft.reference, DUTCH);
  const communityId = world.community.id;
  const order = { draftId: draft.id, revision: draft.revision, communityId, text, restsUntil: null };
  return ({ placeId, audience = 'followers' }: { placeId: string | null; audience?: Audience }) =>
    enqueue(world.db, { ...order, placeId, audience }, { clock: world.clock, words: DUTCH });
}

test('where every post stands in a place, none leaves without one', async () => {
  const send = await written({
    needsPlace: true,
    places: [channel('a'), channel('b')],
  });
  expect(await send({ placeId: null })).toMatchObject({
    error: { code: 'preview-changed' },
  });
  expect(must(await send({ placeId: 'a' })).placeId).toBe('a');
});

test('to a closed place goes what its members alone read, where all of a community read the rest', async () => {
  const places = [channel('open'), { ...channel('dicht'), closed: true }];
  const send = await written({ needsPlace: true, audiences: ['members'], places });
  expect(await send({ placeId: 'open' })).toMatchObject({
    error: { code: 'preview-changed' },
  });
  expect(must(await send({ placeId: 'dicht' })).placeId).toBe('dicht');
});

test('to a closed place that is no longer listed it goes too: the community says whether it is there', async () => {
  const send = await written({
    needsPlace: true,
    audiences: ['members'],
    places: [],
  });
  expect(await send({ placeId: 'weg', audience: 'public' })).toMatchObject({
    error: { code: 'preview-changed' },
  });
  expect(must(await send({ placeId: 'weg' })).placeId).toBe('weg');
});

test.each([
  [['a'], 'waiting', 'a'],
  [['a', 'b'], 'parked', null],
] as const)(
  'what was written before anything was connected goes to the only place of %j',
  async (ids, state, placeId) => {
    const world = new World('ignored', { needsPlace: true, places: ids.map(channel) });
    const { id } = await world.send('Alvast', { communityId: null });
    await keepCommunity(world.db, world.community, TOKEN);
    await resume(world.db, world.now);
    expect(await world.entry(id)).toMatchObject({ state, placeId });
  },
);
