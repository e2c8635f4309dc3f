import { describe, expect, test } from 'vitest';
import type { Operation, PlainResponse } from '@/utils/community/connector';
import { createTeams } from '@/utils/community/connectors/teams/connector';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';

const account = anAccount('https://graph.microsoft.com', { member: { id: 'ann', handle: 'ann' } });
const connector = createTeams(() => START);
const PLACE = 'team-1/19:a@thread.tacv2';
const everybody = { verb: 'find', marker: '', since: 0, authorId: null, placeId: PLACE } as const;

const json = (body: unknown): PlainResponse => ({ status: 200, headers: {}, text: JSON.stringify(body) });

function read(body: unknown, operation: Extract<Operation, { verb: 'find' }> = everybody) {
  const reading = connector.read(operation, json(body), account);
  return must('ok' in reading ? reading : { ok: false, error: { kind: 'gone' } });
}

describe('messages as they may be', () => {
  test('as documented', () => {
    const documented = {
      id: '1616965872395',
      replyToId: null,
      messageType: 'message',
      createdDateTime: '2021-03-28T21:11:12.395Z',
      deletedDateTime: null,
      subject: 'Titel',
      webUrl: 'https://teams.microsoft.com/l/message/19%3A4a/1616965872395?groupId=g',
      from: { application: null, device: null, user: { id: 'robin', displayName: 'Robin Kline' } },
      body: { contentType: 'html', content: '<p>Hello World <at id="0">Jane Smith</at></p>' },
      reactions: [],
      'replies@odata.count': 3,
    };
    expect(read({ value: [documented] }).posts).toEqual([
      {
        id: `${PLACE}/1616965872395`,
        url: documented.webUrl,
        text: 'Titel\n\nHello World Jane Smith',
        authorId: 'robin',
        authorName: 'Robin Kline',
        at: Date.UTC(2021, 2, 28, 21, 11, 12, 395),
        answersId: null,
        thanks: 0,
        replies: 3,
        thanked: false,
      },
    ]);
  });

  test('only an id, and others that are none', () => {
    const { posts } = read({
      value: [{ id: '7' }, null, 5, { id: 7 }, { id: '8', body: 'x', from: [], reactions: 5 }],
    });
    expect(posts.map(({ id, text, authorName, at }) => [id, text, authorName, at])).toEqual([
      [`${PLACE}/7`, '', '', 0],
      [`${PLACE}/8`, '', '', 0],
    ]);
    expect(posts[0]?.url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/message\//);
  });

  test('what Teams notes itself, and what was removed, is nothing that somebody said', () => {
    const value = [
      { id: '1', messageType: 'systemEventMessage', body: { content: '<systemEventMessage/>' } },
      { id: '2', messageType: 'unknownFutureValue' },
      { id: '3', messageType: 'message', deletedDateTime: '2026-01-01T00:00:00Z' },
    ];
    expect(read({ value })).toEqual({ posts: [], cursor: null, unordered: { gone: [`${PLACE}/3`] } });
  });

  test('a page of nothing but notes is not the end', () => {
    const value = [{ id: '1', messageType: 'systemEventMessage' }];
    const link = { '@odata.nextLink': 'https://a.example?$skiptoken=x' };
    expect(read({ value, ...link }, { ...everybody, since: START }).cursor).toBe('x');
  });

  test('text that is no HTML stays as it is; what people picked as emoji is kept', () => {
    const value = [
      { id: '1', subject: '', body: { contentType: 'text', content: '1 < 2 &amp; <b>' } },
      {
        id: '2',
        subject: ' ',
        body: { contentType: 'html', content: '<p>Top <emoji id="smile" alt="🙂" title="x"></emoji></p>' },
      },
      { id: '3', subject: 'Kop', body: { contentType: 'text', content: '' } },
    ];
    expect(read({ value }).posts.map(({ text }) => text)).toEqual(['1 < 2 &amp; <b>', 'Top 🙂', 'Kop']);
  });

  test('each person thanks once, and only who is glad does', () => {
    const by = (id: string | null) => ({ user: id === null ? null : { id } });
    const reactions = [
      { reactionType: 'like', user: by('ann') },
      { reactionType: 'heart', user: by('ann') },
      { reactionType: '👍', user: by('ben') },
      { reactionType: 'angry', user: by('cis') },
      { reactionType: 'like', user: null },
      { reactionType: 'like', user: by(null) },
      null,
    ];
    expect(read({ value: [{ id: '1', reactions }] }).posts[0]).toMatchObject({ thanks: 4, thanked: true });
    const [post] = read({ value: [{ id: '1', reactions: reactions.slice(1) }] }).posts;
    expect(post).toMatchObject({ thanks: 4, thanked: false }); // a heart is not ours to take back
  });

  test('replies come along with their thread, newest first', () => {
    const at = (hour: number) => `2026-01-01T0${hour}:00:00Z`;
    const replies = [
      { id: '3', createdDateTime: at(3) },
      { id: '2', replyToId: '1', createdDateTime: at(2), deletedDateTime: at(4) },
    ];
    const { posts } = read({ value: [{ id: '1', createdDateTime: at(1), replies }] });
    expect(posts.map(({ id, answersId, replies: count }) => [id, answersId, count])).toEqual([
      [`${PLACE}/1/3`, `${PLACE}/1`, 0],
      [`${PLACE}/1`, null, 1],
    ]);
  });

  test('an application is an author too', () => {
    const value = [{ id: '1', from: { user: null, application: { id: 'app', displayName: 'Robot' } } }];
    expect(read({ value }).posts[0]).toMatchObject({ authorId: 'app', authorName: 'Robot' });
  });
});

describe('pages', () => {
  const link = { '@odata.nextLink': 'https://evil.example/v1.0/x?$skiptoken=a%26b&$top=9' };

  test('of the next one only the token is taken', () => {
    expect(read({ value: [], ...link }, { ...everybody, authorId: 'ann' }).cursor).toBe('a&b');
    expect(read({ value: [] }).cursor).toBeNull();
  });

  test('one’s own are read to the end of what happened since; of others no further than asked', () => {
    const old = { id: '1', createdDateTime: '2020-01-01T00:00:00Z' };
    const since = Date.UTC(2026, 0, 1);
    expect(read({ value: [old], ...link }, { ...everybody, authorId: 'ann', since }).cursor).toBe('a&b');
    expect(read({ value: [old], ...link }, { ...everybody, since }).cursor).toBeNull();
    expect(read({ value: [old], ...link }).cursor).toBe('a&b');
  });

  test('a thread is read oldest first; below a reply there is none', () => {
    const value = [
      { id: '9', createdDateTime: '2026-01-02T00:00:00Z' },
      { id: '8', createdDateTime: '2026-01-01T00:00:00Z' },
    ];
    const response = json({ value });
    const thread = connector.read({ verb: 'thread', postId: `${PLACE}/7` }, response, account);
    expect(thread).toMatchObject({
      value: { posts: [{ id: `${PLACE}/7/8`, answersId: `${PLACE}/7` }, { id: `${PLACE}/7/9` }] },
    });
    const below = connector.read({ verb: 'thread', postId: `${PLACE}/7/8` }, response, account);
    expect(below).toEqual({ ok: true, value: { posts: [] } });
  });
});

describe('where our clock is ahead of theirs', () => {
  const own = { ...everybody, authorId: 'ann', marker: 'DG-7F3K-2Q9D', since: START - 300_000 } as const;
  const date = new Date(START - 1_200_000).toUTCString();
  const answered = (value: object[], headers = { date }): PlainResponse => ({
    status: 200,
    headers,
    text: JSON.stringify({ value }),
  });

  test('what changed since is asked for once more, from as much earlier', () => {
    const reading = connector.read(own, answered([]), account);
    const next = 'next' in reading ? reading.next : null;
    expect(next).toMatchObject({ verb: 'find', since: START - 1_500_000 });
    if (next?.verb !== 'find') throw new Error('Not looked for again');
    const { url } = connector.build(next, account);
    expect(decodeURIComponent(url)).toContain(new Date(START - 1_500_000).toISOString());
    expect(connector.read(next, answered([]), account)).toEqual({
      ok: true,
      value: { posts: [], cursor: null },
    });
  });

  test('not where the post is found, nor for the seconds that an answer takes', () => {
    const ours = { id: '7', from: { user: { id: 'ann' } }, body: { content: own.marker } };
    expect(connector.read(own, answered([ours]), account)).toHaveProperty('value.posts.length', 1);
    const near = { date: new Date(START - 5_000).toUTCString() };
    expect(connector.read(own, answered([], near), account)).toEqual({
      ok: true,
      value: { posts: [], cursor: null },
    });
  });
});
