import { expect, test } from 'vitest';
import { keepCommunity } from '@/utils/community/store';
import { createDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import { resume } from '@/utils/outbox/resume';
import { render } from '@/utils/practice/render';
import { TOKEN } from '../support/fake-community';
import { must, World } from '../support/outbox-world';
import { aPractice, DUTCH } from '../support/practices';

const channel = (id: string) => ({ id, name: id, closed: false });

test('where every post stands in a place, none leaves without one', async () => {
  const world = await new World('ignored', {
    needsPlace: true,
    places: [channel('a'), channel('b')],
  }).connect();
  const practice = aPractice({ title: 'Nergens' });
  const draft = must(await createDraft(world.db, { practice, activityId: null }, world));
  const text = render(practice, draft.reference, DUTCH);
  const order = {
    ...{ draftId: draft.id, revision: draft.revision, communityId: world.community.id, text },
    ...({ audience: 'followers', restsUntil: null } as const),
  };
  const ports = { clock: world.clock, words: DUTCH };
  expect(await enqueue(world.db, { ...order, placeId: null }, ports)).toMatchObject({
    error: { code: 'preview-changed' },
  });
  expect(must(await enqueue(world.db, { ...order, placeId: 'a' }, ports)).placeId).toBe('a');
});

test('to a closed place goes what its members alone read, where all of a community read the rest', async () => {
  const places = [channel('open'), { ...channel('dicht'), closed: true }];
  const world = await new World('ignored', { needsPlace: true, audiences: ['members'], places }).connect();
  const practice = aPractice({ title: 'Onder ons' });
  const draft = must(await createDraft(world.db, { practice, activityId: null }, world));
  const text = render(practice, draft.reference, DUTCH);
  const order = {
    ...{ draftId: draft.id, revision: draft.revision, communityId: world.community.id, text },
    ...({ audience: 'followers', restsUntil: null } as const),
  };
  const ports = { clock: world.clock, words: DUTCH };
  expect(await enqueue(world.db, { ...order, placeId: 'open' }, ports)).toMatchObject({
    error: { code: 'preview-changed' },
  });
  expect(must(await enqueue(world.db, { ...order, placeId: 'dicht' }, ports)).placeId).toBe('dicht');
});

test('to a closed place that is no longer listed it goes too: the community says whether it is there', async () => {
  const world = await new World('ignored', {
    needsPlace: true,
    audiences: ['members'],
    places: [],
  }).connect();
  const practice = aPractice({ title: 'Onder ons' });
  const draft = must(await createDraft(world.db, { practice, activityId: null }, world));
  const text = render(practice, draft.reference, DUTCH);
  const to = { communityId: world.community.id, placeId: 'weg' };
  const order = { draftId: draft.id, revision: draft.revision, ...to, text, restsUntil: null };
  const ports = { clock: world.clock, words: DUTCH };
  expect(await enqueue(world.db, { ...order, audience: 'public' }, ports)).toMatchObject({
    error: { code: 'preview-changed' },
  });
  expect(must(await enqueue(world.db, { ...order, audience: 'followers' }, ports)).placeId).toBe('weg');
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
