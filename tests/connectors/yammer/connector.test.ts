import { describe, expect, test } from 'vitest';
import type { Operation, PlainRequest, PlainResponse } from '@/utils/community/connector';
import { createYammer } from '@/utils/community/connectors/yammer/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';

const account = anAccount('https://www.yammer.com');
const connector = createYammer(() => START);
const send = {
  verb: 'send',
  text: 'Titel\n\n+ en & = ü',
  language: 'nl',
  audience: 'members',
  placeId: '5',
  key: 'k',
} as const;
const find = { verb: 'find', marker: '', since: 0, authorId: '1' } as const;

function answer(body: unknown, status = 200): PlainResponse {
  return { status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

describe('requests', () => {
  test.each<[Operation, string]>([
    [{ verb: 'me' }, 'GET users/current.json'],
    [{ verb: 'capabilities' }, 'GET networks/current.json'],
    [{ verb: 'places', memberId: '1' }, 'GET groups.json?mine=1&page=1'],
    [find, 'GET messages/sent.json?limit=20'],
    [{ ...find, cursor: '9&x' }, 'GET messages/sent.json?limit=20&older_than=9%26x'],
    [{ ...find, answersId: '7' }, 'GET messages/in_thread/7.json?limit=20'],
    [{ ...find, authorId: null, placeId: '5' }, 'GET messages/in_group/5.json?limit=20'],
    [{ ...find, authorId: null }, 'GET messages.json?limit=20'],
    [{ ...find, authorId: null, home: true }, 'GET messages/my_feed.json?limit=20'],
    [{ verb: 'thread', postId: '../x?y' }, 'GET messages/in_thread/..%2Fx%3Fy.json?limit=20'],
    [{ verb: 'remove', postId: '12' }, 'DELETE messages/12.json'],
  ])('%j', (operation, expected) => {
    const { method, url, headers } = connector.build(operation, account);
    expect(`${method} ${url.replace('https://www.yammer.com/api/v1/', '')}`).toBe(expected);
    expect(headers.authorization).toBe('Bearer secret');
  });

  const formOf = ({ body, headers }: PlainRequest) => {
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    return Object.fromEntries(new URLSearchParams(body));
  };

  test('a post is a form, and says where it goes; a reply says only what it answers', () => {
    expect(formOf(connector.build(send, account))).toEqual({ body: send.text, group_id: '5' });
    const reply = connector.build({ ...send, replyTo: '20003373468631051' }, account);
    expect(formOf(reply)).toEqual({ body: send.text, replied_to_id: '20003373468631051' });
  });

  test('thanks name the message digit by digit', () => {
    const { body } = connector.build({ verb: 'mark', postId: '20003373468631051', on: true }, account);
    expect(body).toBe('{"message_id":20003373468631051}');
  });

  test('what cannot be edited is not posted a second time', () => {
    const edit = { ...send, edits: '12' };
    expect(connector.build(edit, account).method).toBe('GET');
    expect(connector.read(edit, answer({ id: 1 }), account)).toMatchObject({ error: { kind: 'invalid' } });
  });
});

test('a reply in the midst of a thread is looked for among one’s own', async () => {
  const asked: string[] = [];
  const http = async ({ url }: PlainRequest) => {
    asked.push(url);
    return succeed(url.includes('in_thread') ? answer('Not Found', 404) : answer({ messages: [] }));
  };
  const found = await performWith<'find'>(connector, account, { ...find, answersId: '7' }, http);
  expect(found).toMatchObject({ ok: true });
  expect(asked.map((url) => new URL(url).pathname)).toEqual([
    '/api/v1/messages/in_thread/7.json',
    '/api/v1/messages/sent.json',
  ]);
});

test('before sign-in it says what it can all the same', () => {
  const refusal = answer({ response: { message: 'Token not found.', code: 16 } }, 401);
  expect(connector.read({ verb: 'capabilities' }, refusal, account)).toMatchObject({
    value: { name: 'Viva Engage', maxCharacters: 10_000 },
  });
});
