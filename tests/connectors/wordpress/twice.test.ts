import { expect, test } from 'vitest';
import { must } from '../../support/outbox-world';
import { Person, REFERENCE } from '../kit/person';
import { type FakeWordpress, WORDPRESS } from './specimen';

async function aPerson() {
  const person = await Person.connected(WORDPRESS);
  return { person, fake: person.fake as FakeWordpress, text: person.textOf(person.practice()) };
}

test('a post of the same address that came in between stays, and ours is taken away', async () => {
  const { person, fake, text } = await aPerson();
  const slug = `practice-${REFERENCE.toLowerCase()}`;
  fake.meanwhile = () => fake.create({ slug, status: 'publish', title: 'T', content: `<p>${REFERENCE}</p>` });
  const { ref } = must(await person.say(text));
  expect(fake.all.map(({ id }) => String(id))).toEqual([ref.id]);
});

test('who may not publish hands it in, and is told that it is held', async () => {
  const { person, fake, text } = await aPerson();
  fake.moderation.holds = true;
  expect(must(await person.say(text)).held).toBe(true);
  expect(fake.all.map(({ status }) => status)).toEqual(['pending']);
});

test('who may not publish hands it in, also where the words of that refusal were cut off', async () => {
  const { person, fake, text } = await aPerson();
  fake.moderation.holds = true;
  person.line.faults.push('cut off after');
  expect(must(await person.say(text)).held).toBe(true);
});

test('what an editor has yet to look at has not arrived', async () => {
  const { person, fake } = await aPerson();
  fake.moderation.holds = true;
  const sent = await person.send('Zo kies ik wat blijft');
  await person.deliver();
  person.now += 3_600_000;
  await person.deliver();
  expect((await person.entry(sent)).state).toBe('held');
  fake.moderation.publish();
  person.now += 3 * 3_600_000;
  await person.deliver();
  expect((await person.entry(sent)).state).toBe('delivered');
});

test('what somebody put at our address is not overwritten', async () => {
  const { person, fake, text } = await aPerson();
  const { ref } = must(await person.say(text));
  fake.change(ref.id, 'Iets heel anders');
  expect(await person.say(text)).toEqual({ ok: false, error: { kind: 'conflict' } });
});
