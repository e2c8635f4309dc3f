import { describe, expect, test } from 'vitest';
import { disconnect } from '@/utils/community/store';
import { MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { beginAnswer } from '@/utils/outbox/answer';
import { discardDraft } from '@/utils/outbox/discard';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { retry, takeBack } from '@/utils/outbox/entries';
import { TIMES } from '@/utils/outbox/times';
import { exportData } from '@/utils/storage/export-data';
import { importData } from '@/utils/storage/import-data';
import { aCommunity, must, untilIdle, World } from '../support/outbox-world';

const repliesOf = (world: World) => world.server.posts.map(({ replyTo }) => replyTo);

describe('a reply to a post of one’s own', () => {
  test('that has arrived goes under it, to the same community, place and readers', async () => {
    const world = await new World().connect();
    const first = await world.send('Mappen', { placeId: '77', audience: 'members' });
    await world.deliver();
    const { id } = await world.answer(first.id, 'Aanvulling');
    await world.deliver();
    expect(await world.entry(id)).toMatchObject({
      state: 'delivered',
      communityId: world.community.id,
      accountId: '1',
    });
    const sent = JSON.parse(world.server.writes.at(-1)?.body ?? '');
    expect(sent).toMatchObject({ in_reply_to_id: '1000000', place_id: '77', visibility: 'public' });
  });

  test('that still waits follows it in the same run, also a reply to a reply', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    const second = await world.answer(first.id, 'Dan');
    const third = await world.answer(second.id, 'Daarna');
    expect(must(await world.deliver()).delivered).toBe(3);
    expect(repliesOf(world)).toEqual([undefined, '1000000', '1000001']);
    expect((await world.entry(third.id)).answers).toMatchObject({ entryId: second.id, postId: '1000001' });
    expect(await nextDueAt(world.db)).toBeNull();
  });

  test('does not leave before it, whatever hurries, and holds up nobody', async () => {
    const world = await new World('ignored').connect();
    const first = await world.send('Eerst');
    const reply = await world.answer(first.id, 'Erachter');
    world.server.faults.push('reset-after-commit');
    await world.deliver();
    expect((await world.entry(first.id)).state).toBe('uncertain');
    const other = await world.send('Ander');
    await makeDue(world.db, world.clock);
    must(await retry(world.db, reply.id, world.clock));
    await world.deliver();
    expect((await world.entry(other.id)).state).toBe('delivered');
    expect(await world.entry(reply.id)).toMatchObject({ state: 'waiting', communityId: null, attempts: 0 });
    expect(await nextDueAt(world.db), 'no alarm for what cannot go').toBe(
      (await world.entry(first.id)).dueAt,
    );
    world.pass(TIMES.settleMs);
    await world.deliver();
    expect(repliesOf(world)).toEqual([undefined, undefined, '1000000']);
  });

  test('waits while it is taken back and written anew, and then follows it', async () => {
    const world = await new World().connect();
    world.server.refusedTexts = [(await world.send('Geweigerd')).text];
    const [first] = await world.db.entries.toArray();
    const reply = await world.answer(first?.id ?? '', 'Erachter');
    await world.deliver();
    const draft = must(await takeBack(world.db, first?.id ?? '', world));
    await world.deliver();
    expect(await world.entry(reply.id)).toMatchObject({ state: 'waiting', reason: null });
    world.server.refusedTexts = [];
    await world.sendDraft(draft);
    await world.deliver();
    expect(repliesOf(world)).toEqual([undefined, '1000000']);
  });

  test('rests like any Send', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    await world.answer(first.id, 'Rust nog', { restsUntil: world.now + 10 * SECOND_MS });
    await world.deliver();
    expect(world.server.posts).toHaveLength(1);
    world.pass(10 * SECOND_MS);
    await world.deliver();
    expect(world.server.posts).toHaveLength(2);
  });

  test('whose answer was lost is looked for, and stands there once', async () => {
    const world = await new World('ignored').connect();
    const first = await world.send('Eerst');
    await world.deliver();
    world.server.faults.push('never-answers-after-commit');
    const { id } = await world.answer(first.id, 'Aanvulling');
    void world.deliver();
    await untilIdle(() => world.server.writes.length === 2);
    world.restartWorker();
    world.pass(TIMES.leaseMs + TIMES.settleMs);
    await world.deliver();
    expect((await world.entry(id)).state).toBe('delivered');
    expect(repliesOf(world)).toEqual([undefined, '1000000']);
  });

  test('of a person who is not connected yet goes where its post goes', async () => {
    const world = new World('forever', { audiences: ['followers'] });
    const first = await world.send('Eerst', { communityId: null, audience: 'members' });
    const reply = await world.answer(first.id, 'Erachter');
    await world.deliver();
    expect(await world.entry(reply.id)).toMatchObject({ state: 'waiting', communityId: null });
    await world.connect();
    await world.deliver();
    expect(await world.entry(reply.id)).toMatchObject({ state: 'delivered', audience: 'followers' });
    expect(repliesOf(world)).toEqual([undefined, '1000000']);
  });

  test('goes to no other readers than those who were shown', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    const reply = await world.answer(first.id, 'Voor weinigen');
    await world.sendDraft(must(await takeBack(world.db, first.id, world)), { audience: 'members' });
    await world.deliver();
    expect(await world.entry(reply.id)).toMatchObject({ state: 'parked', reason: 'answered-gone' });
    expect(world.server.posts).toHaveLength(1);
  });
});

describe('a post and its replies', () => {
  test('are corrected and withdrawn each by itself', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    const reply = await world.answer(first.id, 'Erachter');
    await world.deliver();
    await world.correct(first.id, 'Beter.');
    await world.correct(reply.id, 'Ook beter.');
    await world.deliver();
    expect(world.server.posts.map(({ edits, replyTo }) => [edits, replyTo])).toEqual([
      [1, undefined],
      [1, '1000000'],
    ]);
    must(await world.withdraw(reply.id));
    expect(world.server.posts).toHaveLength(1);
  });

  test('a post has one reply being written at a time, begun anew after its correction as well', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    const begun = must(await beginAnswer(world.db, first.id, world));
    expect(must(await beginAnswer(world.db, first.id, world)).id).toBe(begun.id);
    await discardDraft(world.db, begun.id, world.clock);
    await world.deliver();
    const correction = await world.correct(first.id, 'Beter.');
    await world.deliver();
    const answers = must(await beginAnswer(world.db, correction.id, world)).answers;
    expect(answers).toMatchObject({ entryId: first.id, postId: '1000000' });
  });

  test('waiting behind a post, a reply is in use of its community', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    await world.answer(first.id, 'Erachter');
    await disconnect(world.db, world.community.id);
    await world.deliver();
    expect(world.server.posts).toHaveLength(0);
    await world.connect();
    await world.deliver();
    expect(repliesOf(world)).toEqual([undefined, '1000000']);
  });

  test('signed in as somebody else meanwhile, it does not go as them', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    await world.answer(first.id, 'Erachter');
    await disconnect(world.db, world.community.id);
    Object.assign(world, { community: aCommunity({ accountId: '2' }) });
    await world.connect();
    await world.deliver();
    expect(world.server.posts).toHaveLength(0);
  });

  test('come back from a file in order, once the person sends both on', async () => {
    const world = await new World().connect();
    const first = await world.send('Eerst');
    const reply = await world.answer(first.id, 'Erachter');
    const json = await exportData(world.db, world.now);
    const other = await new World().connect();
    must(await importData(other.db, json));
    must(await retry(other.db, reply.id, other.clock));
    await other.deliver();
    expect(other.server.posts).toHaveLength(0);
    must(await retry(other.db, first.id, other.clock));
    other.pass(MINUTE_MS);
    await other.deliver();
    await other.deliver();
    expect(repliesOf(other)).toEqual([undefined, '1000000']);
  });
});
