import { describe, expect, test } from 'vitest';
import type { Result } from '@/utils/kernel/result';
import { beginAnswer } from '@/utils/outbox/answer';
import {
  discardDraft,
  discardEntry,
  finishDiscarding,
  restoreDiscarded,
  UNDO_MS,
} from '@/utils/outbox/discard';
import { retry, takeBack } from '@/utils/outbox/entries';
import { must, World } from '../support/outbox-world';

/** A deletion that nobody undid. */
async function finished(world: World, discarded: Result<null, unknown>): Promise<void> {
  must(discarded);
  world.pass(UNDO_MS);
  must(await finishDiscarding(world.db, world.clock));
}

describe('a reply whose post is gone waits for the person, with its text', () => {
  const gone: readonly [string, (world: World, entryId: string) => Promise<unknown>][] = [
    [
      'discarded in the outbox',
      async (world, id) => finished(world, await discardEntry(world.db, id, world.clock)),
    ],
    [
      'discarded as a draft',
      async (world, id) => {
        const draft = must(await takeBack(world.db, id, world));
        await finished(world, await discardDraft(world.db, draft.id, world.clock));
      },
    ],
    ['lost as a broken row', (world, id) => world.db.entries.delete(id)],
  ];

  test.each(gone)('%s', async (_how, lose) => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    const reply = await world.answer(first.id, 'Erachter');
    await lose(world, first.id);
    await world.deliver();
    expect(await world.entry(reply.id)).toMatchObject({
      state: 'parked',
      reason: 'answered-gone',
      text: reply.text,
    });
    must(await retry(world.db, reply.id, world.clock));
    await world.deliver();
    expect((await world.entry(reply.id)).reason, 'it is still gone').toBe('answered-gone');
    const draft = must(await takeBack(world.db, reply.id, world));
    expect(draft).toMatchObject({ answers: null, practice: reply.practice, reference: reply.reference });
    await world.sendDraft(draft);
    await world.deliver();
    expect(world.server.posts.map(({ text, replyTo }) => [text, replyTo])).toEqual([[reply.text, undefined]]);
  });

  test('withdrawn before the reply left', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    await world.deliver();
    const reply = await world.answer(first.id, 'Erachter');
    must(await world.withdraw(first.id));
    expect((await world.entry(reply.id)).reason).toBe('answered-gone');
    expect(await beginAnswer(world.db, first.id, world)).toMatchObject({ error: { code: 'post-withdrawn' } });
  });

  test('removed there, which only the community can say', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    await world.deliver();
    world.server.posts.length = 0;
    const reply = await world.answer(first.id, 'Erachter');
    const other = await world.send('Ander');
    await world.deliver();
    expect(await world.entry(reply.id)).toMatchObject({ state: 'parked', reason: 'answered-gone' });
    expect((await world.entry(other.id)).state).toBe('delivered');
  });
});

test('a reply whose post was deleted a moment ago waits, and still follows it when that is undone', async () => {
  const world = await new World().connect();
  const first = await world.send('Eerst');
  const reply = await world.answer(first.id, 'Erachter');
  must(await discardEntry(world.db, first.id, world.clock));
  must(await world.deliver());
  expect(await world.entry(reply.id)).toMatchObject({ state: 'waiting' });
  must(await restoreDiscarded(world.db, first.id, world.clock));
  must(await world.deliver());
  must(await world.deliver());
  expect((await world.entry(reply.id)).state).toBe('delivered');
  expect(world.server.posts).toHaveLength(2);
});
