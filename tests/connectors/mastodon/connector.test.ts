import { describe, expect, test } from 'vitest';
import type { Operation, PlainResponse } from '@/utils/community/connector';
import { createMastodon } from '@/utils/community/connectors/mastodon/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';

const account = anAccount('https://social.example');
const connector = createMastodon(() => START);
const send = {
  verb: 'send',
  text: 'Titel\n\nRef. DG-7F3K-2Q9D',
  language: 'nl-BE',
  audience: 'members',
  placeId: null,
  key: 'key-1',
} as const;

function answer(status: number, body: unknown, headers: Record<string, string> = {}): PlainResponse {
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

describe('requests', () => {
  test('a post carries its key, its readers and its language, and nothing else', () => {
    const request = connector.build(send, account);
    expect(request).toMatchObject({ method: 'POST', url: 'https://social.example/api/v1/statuses' });
    expect(request.headers).toMatchObject({ 'idempotency-key': 'key-1', authorization: 'Bearer secret' });
    expect(JSON.parse(request.body ?? '')).toEqual({
      status: send.text,
      language: 'nl',
      visibility: 'public',
    });
  });

  test('a post in Markdown says so, also where it replaces one; one in plain text says nothing', () => {
    for (const order of [send, { ...send, edits: '12' }]) {
      const { body = '' } = connector.build({ ...order, format: 'markdown' }, account);
      expect(JSON.parse(body)).toMatchObject({ content_type: 'text/markdown' });
      expect(connector.build({ ...order, format: 'plain' }, account).body).not.toContain('content_type');
    }
  });

  test.each([
    ['members', 'public'],
    ['followers', 'private'],
    ['public', 'public'],
  ] as const)('readers “%s” are the visibility “%s”', (audience, visibility) => {
    expect(JSON.parse(connector.build({ ...send, audience }, account).body ?? '').visibility).toBe(
      visibility,
    );
  });

  test.each<[Operation, string]>([
    [{ ...send, edits: '12' }, 'PUT /api/v1/statuses/12'],
    [{ verb: 'me' }, 'GET /api/v1/accounts/verify_credentials'],
    [{ verb: 'capabilities' }, 'GET /api/v2/instance'],
    [{ verb: 'places', memberId: '7' }, 'GET /api/v1/accounts/7/following?limit=80'],
    [
      { verb: 'places', memberId: '7', earlier: { cursor: '5', pages: 1, found: [] } },
      'GET /api/v1/accounts/7/following?limit=80&max_id=5',
    ],
    [{ verb: 'thread', postId: '12' }, 'GET /api/v1/statuses/12/context'],
    [{ verb: 'mark', postId: '12', on: true }, 'POST /api/v1/statuses/12/favourite'],
    [{ verb: 'mark', postId: '12', on: false }, 'POST /api/v1/statuses/12/unfavourite'],
    [{ verb: 'remove', postId: '../../x?y' }, 'DELETE /api/v1/statuses/..%2F..%2Fx%3Fy'],
    [
      { verb: 'find', marker: 'DG', since: 0, authorId: '1', cursor: '9&x=1' },
      'GET /api/v1/accounts/1/statuses?limit=40&exclude_reblogs=true&max_id=9%26x%3D1',
    ],
  ])('%j', (operation, expected) => {
    const { method, url } = connector.build(operation, account);
    expect(`${method} ${url.replace(account.origin, '')}`).toBe(expected);
  });

  test('what a server says about itself is asked without a token', () => {
    const { headers } = connector.build({ verb: 'capabilities' }, { ...account, token: '' });
    expect(headers).toEqual({ accept: 'application/json' });
  });
});

describe('what other answers mean', () => {
  const instance = (configuration: unknown) =>
    answer(200, { title: 'Huis', version: '4.4.0', configuration });

  test('our own server keeps keys for ever and knows members', () => {
    const own = instance({ statuses: { max_characters: 5000 }, deelgenoot: { idempotency: 'forever' } });
    expect(connector.read({ verb: 'capabilities' }, own, account)).toMatchObject({
      value: { name: 'Huis', maxCharacters: 5000, keepsKeys: true, audiences: ['members', 'followers'] },
    });
  });

  test.each([
    [['text/plain', 'text/markdown', 'text/html'], 'markdown'],
    [['text/plain'], 'plain'],
    [undefined, 'plain'],
  ])('a server that takes %j gets %s', (supported_mime_types, format) => {
    const said = instance({ statuses: { max_characters: 500, supported_mime_types } });
    expect(connector.read({ verb: 'capabilities' }, said, account)).toMatchObject({ value: { format } });
  });

  test('any other server is foreign: followers first, no promise about keys', () => {
    expect(connector.read({ verb: 'capabilities' }, instance({}), account)).toMatchObject({
      value: { maxCharacters: 500, keepsKeys: false, audiences: ['followers', 'public'] },
    });
  });

  test.each([
    ['4.4.0', true],
    ['3.5.0', true],
    ['3.5.3+glitch', true],
    ['v4.0.0 (compatible; Akkoma 3.10.4)', true],
    ['10.1.0', true],
    ['3.4.10', false],
    ['2.7.2 (compatible; Pleroma 2.5.0)', false],
    ['0.17.3+git-1a2b3c', false],
    ['3', false],
    ['nightly', false],
    ['', false],
  ])('a server of version %j edits: %s', (version, canEdit) => {
    const said = answer(200, { title: 'Huis', version, configuration: {} });
    expect(connector.read({ verb: 'capabilities' }, said, account)).toMatchObject({ value: { canEdit } });
  });

  test('our own server edits, whatever its version', () => {
    const configuration = { deelgenoot: { idempotency: 'forever' } };
    const said = answer(200, { title: 'Huis', version: '0.1.0', configuration });
    const read = connector.read({ verb: 'capabilities' }, said, account);
    expect(read).toMatchObject({ value: { canEdit: true, canRemove: true } });
  });

  test.each([
    [200, '<!doctype html>'],
    [200, { title: 'x' }],
  ])('an address that answers %i %j is no community', (status, body) => {
    const read = connector.read({ verb: 'capabilities' }, answer(status, body), account);
    expect(read).toEqual({ ok: false, error: { kind: 'not-a-community' } });
  });

  test('an older server says it at the older address; one that says it nowhere is no community', () => {
    const older = { verb: 'capabilities', earlier: { version: '1' } } as const;
    const nothing = answer(404, 'no');
    expect(connector.read({ verb: 'capabilities' }, nothing, account)).toEqual({ next: older });
    expect(connector.build(older, account).url).toBe('https://social.example/api/v1/instance');
    expect(connector.read(older, nothing, account)).toEqual({
      ok: false,
      error: { kind: 'not-a-community' },
    });
  });

  test('me is a name to show and a handle', () => {
    const me = { id: '1', username: 'ann', acct: 'ann', display_name: ' ' };
    expect(connector.read({ verb: 'me' }, answer(200, me), account)).toEqual(
      succeed({ id: '1', name: 'ann', handle: 'ann' }),
    );
  });

  test('a post that is gone is removed as wanted', () => {
    expect(connector.read({ verb: 'remove', postId: '1' }, answer(404, ''), account)).toEqual(succeed(null));
  });

  test('a thread is read as text, oldest first', () => {
    const reply = { id: '13', content: '<p>Dank &amp; <b>groet</b></p>', account: { id: '2' } };
    const read = connector.read(
      { verb: 'thread', postId: '12' },
      answer(200, { ancestors: [], descendants: [reply] }),
      account,
    );
    expect(read).toMatchObject({ value: { posts: [{ id: '13', text: 'Dank & **groet**', authorId: '2' }] } });
  });
});

test('a request never leaves the origin that its token belongs to', async () => {
  const leaving = {
    ...connector,
    build: () => ({ method: 'GET', url: 'https://evil.example', headers: {} }) as const,
  };
  const http = async () => succeed(answer(200, ''));
  await expect(performWith<'me'>(leaving, account, { verb: 'me' }, http)).rejects.toThrow(
    'left its community',
  );
});

test('an operation that wants another step for ever ends', async () => {
  let steps = 0;
  const endless = { ...connector, read: () => ({ next: { verb: 'me' } as const }) };
  const http = async () => {
    steps += 1;
    return succeed(answer(200, ''));
  };
  expect(await performWith<'me'>(endless, account, { verb: 'me' }, http)).toMatchObject({ ok: false });
  expect(steps).toBe(4);
});
