import { expect, test } from 'vitest';
import { beginAnswer } from '@/utils/outbox/answer';
import { beginCorrection } from '@/utils/outbox/correct';
import { saveDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import { render } from '@/utils/practice/render';
import { must, World } from '../support/outbox-world';
import { DUTCH } from '../support/practices';

const titleLimits = { least: 15, most: 255 };

test('a reply has no title, and is none too short', async () => {
  const world = await new World('forever', { titleLimits }).connect();
  const { db, clock } = world;
  const first = await world.send('Een onderwerp dat lang genoeg is');
  await world.deliver();
  const begun = must(await beginAnswer(db, first.id, world));
  const practice = { ...begun.practice, did: 'Dat klopt.' };
  const change = { draftId: begun.id, revision: begun.revision, practice };
  const { id: draftId, revision, reference, answers } = must(await saveDraft(db, change, clock));
  if (answers === null) throw new Error('Answers nothing');
  const { communityId, placeId, audience } = answers;
  const text = render(practice, reference, DUTCH);
  const order = { draftId, revision, communityId, placeId, audience, text, restsUntil: null };
  expect(await enqueue(db, order, { clock, words: DUTCH })).toMatchObject({ value: { state: 'waiting' } });
});

test('nor is the correction of one', async () => {
  const world = await new World().connect();
  const first = await world.send('Een onderwerp dat lang genoeg is');
  const reply = await world.answer(first.id, 'Aanvulling');
  await world.deliver();
  await world.db.communities.update(world.community.id, { titleLimits });
  expect(await world.correct(reply.id, 'Anders.')).toMatchObject({ state: 'waiting' });
});

test('the correction of a post that has one keeps to them', async () => {
  const world = await new World('forever', { titleLimits }).connect();
  const { id } = await world.send('Een onderwerp dat lang genoeg is');
  await world.deliver();
  const begun = must(await beginCorrection(world.db, id, world));
  const practice = { ...begun.practice, title: 'Te kort' };
  const change = { draftId: begun.id, revision: begun.revision, practice };
  const { id: draftId, revision, reference, corrects } = must(await saveDraft(world.db, change, world.clock));
  if (corrects === null) throw new Error('Corrects nothing');
  const { communityId, placeId, audience } = corrects;
  const text = render(practice, reference, DUTCH);
  const order = { draftId, revision, communityId, placeId, audience, text, restsUntil: null };
  expect(await enqueue(world.db, order, { clock: world.clock, words: DUTCH })).toMatchObject({
    error: { code: 'practice-incomplete' },
  });
});
