import { describe, expect, test } from 'vitest';
import type { PlainResponse } from '@/utils/community/connector';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { DAY_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';

const account = anAccount('https://social.example');
const connector = createMastodon(() => START);

function answer(status: number, body: unknown, headers: Record<string, string> = {}): PlainResponse {
  return { status, headers, text: JSON.stringify(body) };
}

describe('looking for a post', () => {
  const find = { verb: 'find', marker: 'DG-7F3K-2Q9D', since: START, authorId: '1' } as const;
  const post = (id: string, at: number, content = '') => ({
    id,
    content,
    created_at: new Date(at).toISOString(),
    account: { id: '1' },
  });
  const next = { link: '<https://evil.example/x?max_id=5>; rel="next", <https://a.example>; rel="prev"' };

  test('finds it by its reference and goes on to older ones, by their id only', () => {
    const page = [post('9', START + 2), post('8', START + 1, '<p>T</p><p>Ref. DG-7F3K-2Q9D</p>')];
    expect(connector.read(find, answer(200, page, next), account)).toMatchObject({
      value: { posts: [{ id: '8' }], cursor: '5' },
    });
  });

  test.each([
    ['at the end', [post('9', START + 1)], { link: '<https://a.example>; rel="prev"' }],
    ['before the first try', [post('9', START - 1)], next],
    ['where there is nothing', [], next],
  ])('stops %s', (_what, page, headers) => {
    expect(connector.read(find, answer(200, page, headers), account)).toEqual(
      succeed({ posts: [], cursor: null }),
    );
  });

  test('goes on by their clock where ours is ahead of it: what was tried "later" there stands here earlier', () => {
    const date = new Date(START - DAY_MS).toUTCString();
    const page = [post('9', START - DAY_MS + MINUTE_MS)];
    expect(connector.read(find, answer(200, page, { ...next, date }), account)).toMatchObject({
      value: { posts: [], cursor: '5' },
    });
    expect(connector.read(find, answer(200, page, next), account)).toMatchObject({ value: { cursor: null } });
  });

  test.each([
    ['whose author', { ...post('8', START + 1), account: null }],
    ['whose text', { ...post('8', START + 1), content: { html: '<p>Ref. DG-7F3K-2Q9D</p>' } }],
  ])('where one stands %s cannot be read, does not say that it is not there', (_what, unreadable) => {
    const page = answer(200, [post('9', START + 2), unreadable]);
    expect(connector.read(find, page, account)).toMatchObject({ ok: false });
    const others = { ...find, marker: '', authorId: null };
    expect(connector.read(others, page, account)).toMatchObject({ value: { posts: [{ id: '9' }] } });
  });

  test('goes on past one without a date', () => {
    const page = answer(200, [post('9', START + 2), { ...post('8', 0), created_at: null }]);
    expect(connector.read(find, page, account)).toMatchObject({ value: { posts: [], cursor: '8' } });
  });

  test('goes on by the last id where a server gives no links', () => {
    expect(connector.read(find, answer(200, [post('9', START + 1)]), account)).toMatchObject({
      value: { cursor: '9' },
    });
  });
});
