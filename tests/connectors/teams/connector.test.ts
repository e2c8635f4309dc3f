import { describe, expect, test } from 'vitest';
import type { Operation, PlainResponse } from '@/utils/community/connector';
import { createTeams } from '@/utils/community/connectors/teams/connector';
import { teams } from '@/utils/community/connectors/teams/platform';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';

const API = 'https://graph.microsoft.com/v1.0';
const account = anAccount('https://graph.microsoft.com');
const connector = createTeams(() => START);
const PLACE = 'team-1/19:a@thread.tacv2';
const CHANNEL = '/teams/team-1/channels/19%3Aa%40thread.tacv2';
const send = {
  verb: 'send',
  text: '<p>Een &amp; <strong>twee</strong></p><p>Wat ik deed: x</p><p>Ref. DG-7F3K-2Q9D</p>',
  format: 'html',
  language: 'nl',
  audience: 'members',
  placeId: PLACE,
  key: 'k',
} as const;
const find = { verb: 'find', marker: '', since: 0, authorId: '1', placeId: PLACE } as const;

function answer(body: unknown, status = 200): PlainResponse {
  return { status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

describe('requests', () => {
  const since = encodeURIComponent('lastModifiedDateTime gt 1970-01-01T00:00:00.000Z');
  test.each<[Operation, string]>([
    [{ verb: 'me' }, 'GET /me?$select=id,displayName,userPrincipalName'],
    [{ verb: 'places', memberId: '1' }, 'GET /me/joinedTeams'],
    [send, `POST ${CHANNEL}/messages`],
    [{ ...send, replyTo: `${PLACE}/7` }, `POST ${CHANNEL}/messages/7/replies`],
    [{ ...send, replyTo: `${PLACE}/7/8` }, `POST ${CHANNEL}/messages/7/replies`],
    [{ ...send, edits: `${PLACE}/7` }, `PATCH ${CHANNEL}/messages/7`],
    [{ ...send, edits: `${PLACE}/7/8` }, `PATCH ${CHANNEL}/messages/7/replies/8`],
    [{ ...find, marker: 'DG' }, `GET ${CHANNEL}/messages/delta?$top=50&$filter=${since}`],
    [find, `GET ${CHANNEL}/messages/delta?$top=10&$expand=replies&$filter=${since}`],
    [{ ...find, cursor: 'a&b' }, `GET ${CHANNEL}/messages/delta?$skiptoken=a%26b`],
    [{ ...find, answersId: `${PLACE}/7/8` }, `GET ${CHANNEL}/messages/7/replies?$top=50`],
    [{ ...find, authorId: null }, `GET ${CHANNEL}/messages?$top=10&$expand=replies`],
    [{ verb: 'thread', postId: `${PLACE}/7` }, `GET ${CHANNEL}/messages/7/replies?$top=50`],
    [{ verb: 'mark', postId: `${PLACE}/7/8`, on: true }, `POST ${CHANNEL}/messages/7/replies/8/setReaction`],
    [{ verb: 'mark', postId: `${PLACE}/7`, on: false }, `POST ${CHANNEL}/messages/7/unsetReaction`],
    [{ verb: 'remove', postId: 't/c/x?y' }, 'POST /teams/t/channels/c/messages/x%3Fy/softDelete'],
  ])('%j', (operation, expected) => {
    const { method, url, headers } = connector.build(operation, account);
    expect(`${method} ${url.replace(API, '')}`).toBe(expected);
    expect(headers.authorization).toBe('Bearer secret');
  });

  const contentOf = (operation: Operation) => JSON.parse(connector.build(operation, account).body ?? '');

  test('the first line is the subject, and the rest HTML', () => {
    const body = { contentType: 'html', content: '<p>Wat ik deed: x</p><p>Ref. DG-7F3K-2Q9D</p>' };
    expect(contentOf(send)).toEqual({ subject: 'Een & **twee**', body });
    expect(contentOf({ ...send, edits: `${PLACE}/7` })).toEqual({ subject: 'Een & **twee**', body });
  });

  test.each([{ replyTo: `${PLACE}/7` }, { edits: `${PLACE}/7/8` }])('a reply has none: %j', (changes) => {
    expect(contentOf({ ...send, ...changes })).toEqual({ body: { contentType: 'html', content: send.text } });
  });

  test('plain text of before becomes HTML', () => {
    const { body } = contentOf({ ...send, format: 'plain', text: 'Titel\n\n1 < 2\ntwee' });
    expect(body.content).toBe('<p>1 &lt; 2<br />twee</p>');
  });
});

describe('without a channel', () => {
  const { placeId: _, ...nowhere } = find;

  test('nothing is found, and nobody concludes that nothing is there', () => {
    expect(connector.build(nowhere, account).url).toContain('/me?');
    expect(connector.read(nowhere, answer({ id: '1' }), account)).toMatchObject({ error: { kind: 'gone' } });
  });

  test('nothing is sent', () => {
    const lost = { ...send, placeId: null };
    expect(connector.build(lost, account).method).toBe('GET');
    expect(connector.read(lost, answer({ id: '1' }), account)).toMatchObject({ error: { kind: 'gone' } });
  });
});

describe('answers', () => {
  test('an edit is answered without a body; a page of somebody else’s is no such answer', () => {
    const edit = { ...send, edits: `${PLACE}/7/8` };
    expect(connector.read(edit, { status: 204, headers: {}, text: '' }, account)).toMatchObject({
      value: {
        ref: {
          id: edit.edits,
          url: 'https://teams.microsoft.com/l/message/19%3Aa%40thread.tacv2/8?groupId=team-1&parentMessageId=7',
        },
      },
    });
    for (const text of ['', '<html>', '{}'])
      expect(connector.read(edit, answer(text), account)).toMatchObject({ error: { applied: 'unknown' } });
  });

  test('a reply’s id holds the thread, also where the answer leaves that out', () => {
    const sent = connector.read({ ...send, replyTo: `${PLACE}/7/8` }, answer({ id: '9' }, 201), account);
    expect(sent).toMatchObject({ value: { ref: { id: `${PLACE}/7/9` } } });
  });

  test('before sign-in it says what it can all the same', () => {
    const refusal = answer(
      { error: { code: 'InvalidAuthenticationToken', message: 'Access token is empty.' } },
      401,
    );
    expect(connector.read({ verb: 'capabilities' }, refusal, account)).toMatchObject({
      value: { name: 'Microsoft Teams', needsPlace: true, countsIn: 'bytes', audiences: ['members'] },
    });
    expect(connector.read({ verb: 'capabilities' }, answer('<html>', 403), account)).toMatchObject({
      ok: false,
    });
    expect(connector.read({ verb: 'capabilities' }, answer('', 404), account)).toMatchObject({
      error: { kind: 'not-a-community' },
    });
  });

  test.each([
    ['https://teams.microsoft.com/l/channel/19%3A', true],
    ['https://teams.cloud.microsoft/', true],
    ['https://teams.microsoft.com.evil.example/', false],
    ['https://teams.live.com/', false],
  ])('recognised by its address alone: %s', (address, is) => {
    expect(teams.recognise.byAddress?.(new URL(address)) !== null).toBe(is);
  });
});
