import { describe, expect, test } from 'vitest';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { must, START } from '../../support/outbox-world';
import { json } from '../kit/specimen';
import { account, answering, connector, event, find, page, text, thumb } from './asking';
import { ANN, members, ROOM } from './who-and-where';

describe('thanks and replies', () => {
  test('are counted while reading back, also over several pages', async () => {
    const reply = event('$z', text('Dank', { 'm.relates_to': { rel_type: 'm.thread', event_id: '$a' } }));
    const first = must(
      await answering<'find'>(find, page([thumb('$a'), reply, thumb('$x', { sender: ANN })], { end: 't1' })),
    );
    const older = [thumb('$a', { sender: ANN }, '👍🏽'), thumb('$a', {}, '👎'), event('$a', text('Titel'))];
    const { posts, cursor } = must(
      await answering<'find'>({ ...find, cursor: first.cursor ?? '' }, page(older, { end: 't1' })),
    );
    expect(posts).toMatchObject([{ id: `${ROOM}/$a`, thanks: 2, replies: 1, thanked: true }]);
    expect(cursor).toBeNull(); // a server that pages in a circle has no more
  });

  test('of more events than anybody reads are let go of', async () => {
    const many = Array.from({ length: 3_000 }, (_, n) => thumb(`$${n}`));
    const { cursor } = must(await answering<'find'>(find, page(many, { end: 't1' })));
    expect(cursor?.length).toBeLessThan(10_000);
  });
});

describe('reading back', () => {
  const old = event('$a', text('Oud'), { origin_server_ts: START - 1 });
  test.each([
    [
      'goes on while anything is new enough: other servers’ clocks may be wrong',
      [old, event('$b', text('x'))],
      't1',
      true,
    ],
    ['ends where all is older', [old], 't1', false],
    ['goes on past a page with nothing for us', [], 't1', true],
    ['ends where the server has no more', [event('$b', text('x'))], undefined, false],
  ])('%s', async (_what, chunk, end, goesOn) => {
    const { cursor } = must(await answering<'find'>(find, page(chunk, { end })));
    expect(cursor !== null).toBe(goesOn);
  });

  test('goes on by the server’s clock where ours is ahead of it', async () => {
    const date = new Date(START - 60_000).toUTCString();
    const answer = json(
      200,
      page([event('$a', text('x'), { origin_server_ts: START - 30_000 })], { end: 't1' }),
      { date },
    );
    expect(connector.read(find, answer, account)).toMatchObject({ value: { cursor: '["t1",[]]' } });
  });

  test('without a room nobody can say that a post is not there', async () => {
    expect(await answering<'find'>({ ...find, placeId: null }, page([]))).toMatchObject({ ok: false });
  });
});

describe('a discussion', () => {
  test('is what stands in the thread and what was answered right after, each once, oldest first', async () => {
    const inThread = (id: string, at: number) =>
      event(id, text(id, { 'm.relates_to': { rel_type: 'm.thread', event_id: '$a' } }), {
        origin_server_ts: at,
      });
    const plain = event('$p', text('plain', { 'm.relates_to': { 'm.in_reply_to': { event_id: '$a' } } }));
    const beside = event('$q', text('over iets anders'));
    const thread = await answering<'thread'>(
      { verb: 'thread', postId: `${ROOM}/$a` },
      { chunk: [inThread('$late', START + 2), inThread('$early', START - 1)] },
      { event: {}, events_after: [plain, beside, inThread('$late', START + 2)], state: members() },
    );
    expect(must(thread).posts.map(({ id, authorName }) => [id, authorName])).toEqual([
      [`${ROOM}/$early/$a`, 'Ben Peeters'],
      [`${ROOM}/$p`, 'Ben Peeters'],
      [`${ROOM}/$late/$a`, 'Ben Peeters'],
    ]);
  });
});

describe('thanks taken back', () => {
  const off = { verb: 'mark', postId: `${ROOM}/$a`, on: false } as const;
  const own = thumb('$a', { sender: ANN, event_id: '$mine' });

  test('are one’s own reaction, removed: looked for page by page', async () => {
    const asked: string[] = [];
    const pages = [{ chunk: [thumb('$a')], next_batch: 't2' }, { chunk: [own] }, { event_id: '$gone' }];
    const taken = await performWith<'mark'>(connector, account, off, async ({ url }) => {
      asked.push(url);
      return succeed(json(200, pages.shift()));
    });
    expect(taken).toEqual(succeed(null));
    expect(asked[1]).toContain('from=t2');
    expect(asked[2]).toContain('/redact/%24mine/');
  });

  test('are as wanted where there were none', async () => {
    expect(
      await answering<'mark'>(off, { chunk: [thumb('$a'), thumb('$a', { sender: ANN }, '👎')] }),
    ).toEqual(succeed(null));
  });

  test('and thanks that were given before are as wanted too', () => {
    const again = json(400, { errcode: 'M_DUPLICATE_ANNOTATION', error: 'Already' });
    expect(connector.read({ ...off, on: true }, again, account)).toEqual(succeed(null));
  });
});
