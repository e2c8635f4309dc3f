import { expect, test } from 'vitest';
import { DAY_MS } from '@/utils/kernel/clock';
import { beginCorrection } from '@/utils/outbox/correct';
import { saveDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import { must } from '../../support/outbox-world';
import { WORDINGS } from '../../support/practices';
import { Person } from '../kit/person';
import { SHAREPOINT } from './specimen';

/** A page that readers see, and a change to it that waits for whoever approves pages there. */
async function aChangeThatWaits() {
  const person = await Person.connected(SHAREPOINT);
  const { db, clock, fake } = person;
  const { moderation } = fake;
  if (moderation === undefined) throw new Error('Nobody approves pages here');
  const { id } = await person.send('Besluit');
  await person.deliver();
  moderation.holds = true;
  const begun = must(await beginCorrection(db, id, { clock }));
  const practice = person.practice({ title: 'Besluit', did: 'Anders besloten.' });
  const change = { draftId: begun.id, revision: begun.revision, practice };
  const draft = must(await saveDraft(db, change, clock));
  if (draft.corrects === null) throw new Error('Corrects nothing');
  const { communityId, placeId, audience } = draft.corrects;
  const text = person.textOf(practice, draft.reference);
  const order = { draftId: draft.id, revision: draft.revision, communityId, placeId, audience, text };
  const entry = must(await enqueue(db, { ...order, restsUntil: null }, { clock, words: WORDINGS.nl }));
  await person.deliver();
  return { person, entry, moderation };
}

test('a change that waits for approval is held until readers see it, however often one looks', async () => {
  const { person, entry, moderation } = await aChangeThatWaits();
  expect(await person.entry(entry)).toMatchObject({ state: 'held' });
  person.now += DAY_MS;
  await person.deliver();
  expect(await person.entry(entry)).toMatchObject({ state: 'held' });
  moderation.publish();
  person.now += DAY_MS;
  await person.deliver();
  expect(await person.entry(entry)).toMatchObject({ state: 'delivered' });
});

test('a page that readers see has arrived, whatever somebody is writing in it since', async () => {
  const person = await Person.connected(SHAREPOINT);
  const { moderation } = person.fake;
  if (moderation === undefined) throw new Error('Nobody approves pages here');
  moderation.holds = true;
  const entry = await person.send('Besluit');
  await person.deliver();
  expect(await person.entry(entry)).toMatchObject({ state: 'held' });
  moderation.publish();
  const [page] = person.fake.posts();
  if (page !== undefined) person.fake.change?.(page.id, `Nog niet klaar ${entry.reference}`);
  person.now += DAY_MS;
  await person.deliver();
  expect(await person.entry(entry)).toMatchObject({ state: 'delivered' });
});
