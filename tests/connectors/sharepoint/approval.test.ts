import { expect, test } from 'vitest';
import { DAY_MS } from '@/utils/kernel/clock';
import { beginCorrection } from '@/utils/outbox/correct';
import { saveDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import type { Entry } from '@/utils/outbox/entry';
import { must } from '../../support/outbox-world';
import { WORDINGS } from '../../support/practices';
import { Person } from '../kit/person';
import { refusal } from './fake';
import { SHAREPOINT } from './specimen';

/** A page that readers see, and a change to it that waits for whoever approves pages there. */
async function aChangeThatWaits() {
  const person = await Person.connected(SHAREPOINT);
  const { moderation } = person.fake;
  if (moderation === undefined) throw new Error('Nobody approves pages here');
  const { id } = await person.send('Besluit');
  await person.deliver();
  moderation.holds = true;
  return { person, entry: await aChange(person, id), moderation };
}

/** Another decision in place of the one that this entry brought, and a first try to write it there. */
async function aChange(person: Person, id: string): Promise<Entry> {
  const { db, clock } = person;
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
  return entry;
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

test('a change that was written and not published is published by the next try, however its spaces are written', async () => {
  const person = await Person.connected(SHAREPOINT);
  const { fake } = person;
  const { id } = await person.send('Besluit');
  await person.deliver();
  let publishes = 0;
  const answer = fake.answer.bind(fake);
  fake.answer = (request) => {
    const isPublish = request.url.endsWith('/publish');
    if (isPublish) publishes += 1;
    if (isPublish && publishes === 1) return refusal(503, 'serviceNotAvailable', 'Later.');
    const response = answer(request);
    return { ...response, text: response.text.replaceAll('Anders besloten', 'Anders&nbsp;besloten') };
  };
  const entry = await aChange(person, id);
  expect(await person.settle(entry)).toMatchObject({ state: 'delivered' });
  expect(publishes).toBeGreaterThan(1);
});
