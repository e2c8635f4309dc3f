import { describe, expect, test } from 'vitest';
import type { Operation, PlainResponse } from '@/utils/community/connector';
import { createYammer } from '@/utils/community/connectors/yammer/connector';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';

const account = anAccount('https://www.yammer.com');
const connector = createYammer(() => START);
const find = { verb: 'find', marker: '', since: 0, authorId: '1' } as const;

function answer(body: unknown, status = 200): PlainResponse {
  return { status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

describe('messages that lack, or have, what others have not', () => {
  const read = (
    body: unknown,
    operation: Extract<Operation, { verb: 'find' }> = { ...find, authorId: null },
  ) => {
    const reading = connector.read(operation, answer(body), account);
    return must('ok' in reading ? reading : { ok: false, error: { kind: 'gone' } });
  };

  test('only an id', () => {
    expect(read({ messages: [{ id: 7 }] }).posts).toEqual([
      {
        id: '7',
        url: `https://engage.cloud.microsoft/main/threads/${btoa('{"_type":"Thread","id":"7"}')}`,
        text: '',
        authorId: '',
        authorName: '',
        at: 0,
        answersId: null,
        thanks: 0,
        replies: 0,
        thanked: false,
      },
    ]);
  });

  test('a full page has older ones behind it, also where one on it cannot be read', () => {
    const messages = Array.from({ length: 19 }, (_, n) => ({ id: 40 - n, created_at: START }));
    expect(read({ messages: [null, ...messages] }).cursor).toBe('22');
    expect(read({ messages }).cursor).toBeNull();
  });

  test('fields that are null or of another kind', () => {
    const odd = {
      id: '8',
      sender_id: null,
      body: 'x',
      liked_by: { count: null, names: [null, 5] },
      web_url: '/x',
    };
    const [post] = read({ messages: [odd, null, 5, { id: {} }], references: 'none', meta: null }).posts;
    expect(post).toMatchObject({ id: '8', text: '', thanks: 0, thanked: false });
  });

  test('a text in another of its three forms', () => {
    const references = [
      { type: 'user', id: 3, full_name: 'Cis' },
      { type: 'tag', id: 4, name: 'archief' },
    ];
    const texts = [
      { plain: null, rich: '<p>Eén</p><p>Twee &amp; drie</p>' },
      { parsed: 'Dank [[user:3]] voor [[tag:4]] en [[group:9]]' },
      {},
    ];
    const messages = texts.map((body, index) => ({ id: index + 1, body, content_excerpt: 'Kort' }));
    expect(read({ messages, references }).posts.map(({ text }) => text)).toEqual([
      'Eén\n\nTwee & drie',
      'Dank Cis voor #archief en [[group:9]]',
      'Kort',
    ]);
  });

  test('an author is a person, also where a group has the same number', () => {
    const references = [
      { type: 'group', id: 3, full_name: 'Groep' },
      { type: 'bot', id: 3, full_name: 'Robot' },
      { type: 'user', id: 3, full_name: '', name: 'cis' },
      { type: 'topic', id: 3 },
    ];
    const messages = [
      { id: 1, sender_id: 3 },
      { id: 2, sender_id: 3, sender_type: 'bot' },
    ];
    expect(read({ messages, references }).posts.map(({ authorName }) => authorName)).toEqual([
      'cis',
      'Robot',
    ]);
  });

  test('replies are counted by the thread, else on the page', () => {
    const messages = [
      { id: 3, thread_id: 1, replied_to_id: 1 },
      { id: 1, thread_id: 1 },
      { id: 5, thread_id: 5 },
      { id: 6, thread_id: 5, replied_to_id: 5 },
    ];
    const references = [
      { type: 'thread', id: 1, stats: { updates: 9 } },
      { type: 'thread', id: 5, stats: null },
    ];
    expect(read({ messages, references }).posts.map(({ replies }) => replies)).toEqual([0, 8, 1, 0]);
  });

  test('ids beyond 2^53 stand as they were written', () => {
    const text =
      '{"messages":[{"id":20003373468631051,"replied_to_id":20003373468631049,"sender_id":9007199254740993}]}';
    const reading = connector.read({ ...find, authorId: null }, answer(text), account);
    expect(reading).toMatchObject({
      value: {
        posts: [{ id: '20003373468631051', answersId: '20003373468631049', authorId: '9007199254740993' }],
      },
    });
  });

  test('older ones are asked for as far as they may matter', () => {
    const page = (meta: unknown, count = 1) => ({
      meta,
      messages: Array.from({ length: count }, (_, n) => ({
        id: n + 1,
        created_at: '2026/11/11 20:59:56 +0000',
      })),
    });
    const at = Date.UTC(2026, 10, 11, 20, 59, 56);
    const cursor = (body: unknown, since: number) => read(body, { ...find, authorId: null, since }).cursor;
    expect(cursor(page({ older_available: true }), at)).toBe('1');
    expect(cursor(page({ older_available: true }), at + 1)).toBeNull();
    expect(cursor(page({ older_available: false }, 20), at)).toBeNull();
    expect(cursor(page(null, 20), at)).toBe('20');
    expect(cursor({ messages: [] }, 0)).toBeNull();
  });

  test('where our clock is ahead of theirs, as far back as theirs says', () => {
    const minutes = (count: number) => new Date(START + count * 60_000).toISOString();
    const messages = [{ id: 9, created_at: minutes(-10) }];
    const date = new Date(START - 20 * 60_000).toUTCString();
    const page = { ...answer({ messages, meta: { older_available: true } }), headers: { date } };
    const operation = { ...find, marker: 'DG', since: START - 5 * 60_000 };
    expect(connector.read(operation, page, account)).toMatchObject({ value: { cursor: '9' } });
  });

  test('in a thread only what one said oneself is one’s own', () => {
    const messages = [
      { id: 2, sender_id: 9, body: { plain: 'DG' } },
      { id: 3, sender_id: 1, body: { plain: 'DG' } },
    ];
    expect(read({ messages }, { ...find, marker: 'DG', answersId: '1' }).posts.map(({ id }) => id)).toEqual([
      '3',
    ]);
  });
});
