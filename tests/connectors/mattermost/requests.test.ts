import { expect, test } from 'vitest';
import type { Operation } from '@/utils/community/connector';
import { createMattermost } from '@/utils/community/connectors/mattermost/connector';
import { mattermost } from '@/utils/community/connectors/mattermost/platform';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';
import { ANN, BASE, CHANNEL, id, PLACE } from './who-and-where';

const account = anAccount('https://chat.example', { base: BASE, member: { id: ANN.id, handle: 'ann.j' } });
const connector = createMattermost(() => START);
const ROOT = `${PLACE}/${id('p1')}`;
const ANSWER = `${PLACE}/${id('p2')}/${id('p1')}`;
const send = {
  verb: 'send',
  text: 'Titel\n\nRef. DG-7F3K-2Q9D',
  format: 'markdown',
  language: 'nl',
  audience: 'members',
  placeId: PLACE,
  key: 'key-1',
} as const;

const sent = (operation: Operation) => JSON.parse(connector.build(operation, account).body ?? 'null');

test('a post carries its channel, its key by whose it is, and a mark that nobody sees', () => {
  expect(connector.build(send, account)).toMatchObject({
    method: 'POST',
    url: `${BASE}/api/v4/posts`,
    headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
  });
  expect(sent(send)).toEqual({
    channel_id: CHANNEL.id,
    message: send.text,
    pending_post_id: `${ANN.id}:key-1`,
    props: { x_deelgenoot: 'DG-7F3K-2Q9D' },
  });
});

test('a text without a reference line goes without the mark', () => {
  expect(sent({ ...send, text: 'Ref. DG-7F3K-2Q9D en meer' })).not.toHaveProperty('props');
});

test.each([
  ['a post', ROOT],
  ['what itself answers it', ANSWER],
])(
  'an answer to %s stands below the first post, in its channel, wherever else the entry would go',
  (_what, replyTo) => {
    expect(sent({ ...send, replyTo, placeId: 'ander/ergens' })).toMatchObject({
      channel_id: CHANNEL.id,
      root_id: id('p1'),
    });
  },
);

test('a correction changes the words alone', () => {
  const request = connector.build({ ...send, edits: ANSWER }, account);
  expect(request).toMatchObject({ method: 'PUT', url: `${BASE}/api/v4/posts/${id('p2')}/patch` });
  expect(sent({ ...send, edits: ANSWER })).toEqual({ message: send.text });
});

const find = { verb: 'find', marker: '', since: 0, authorId: null } as const;
const CHANNEL_POSTS = `GET /channels/${CHANNEL.id}/posts?per_page=60&skipFetchThreads=true`;
test.each<[Operation, string]>([
  [{ verb: 'me' }, 'GET /users/me'],
  [{ verb: 'capabilities' }, 'GET /config/client?format=old'],
  [{ verb: 'places', memberId: ANN.id }, `GET /users/${ANN.id}/teams`],
  [
    { verb: 'places', memberId: ANN.id, earlier: { cursor: 'channels', pages: 1, found: [] } },
    `GET /users/${ANN.id}/channels`,
  ],
  [{ ...find, placeId: PLACE }, CHANNEL_POSTS],
  [{ ...find, answersId: ROOT }, CHANNEL_POSTS],
  [{ ...find, placeId: PLACE, cursor: 'x&y' }, `${CHANNEL_POSTS}&before=x%26y`],
  [{ verb: 'thread', postId: ROOT }, `GET /posts/${id('p1')}/thread?perPage=200&direction=down`],
  [{ verb: 'thread', postId: ANSWER }, `GET /posts/${id('p1')}/thread?perPage=200&direction=down`],
  [{ verb: 'mark', postId: ANSWER, on: true }, 'POST /reactions'],
  [{ verb: 'mark', postId: ROOT, on: false }, `DELETE /users/${ANN.id}/posts/${id('p1')}/reactions/+1`],
  [{ verb: 'remove', postId: ANSWER }, `DELETE /posts/${id('p2')}`],
])('%j', (operation, expected) => {
  const { method, url } = connector.build(operation, account);
  expect(`${method} ${url.replace(`${BASE}/api/v4`, '')}`).toBe(expected);
});

test('what a server says about itself is asked without a token', () => {
  const { headers } = connector.build({ verb: 'capabilities' }, { ...account, token: '' });
  expect(headers).toEqual({ accept: 'application/json' });
});

test('a sign-in that was made for us is taken back there', () => {
  expect(mattermost.signOut?.build(account)).toMatchObject({
    method: 'POST',
    url: `${BASE}/api/v4/users/logout`,
    headers: { authorization: 'Bearer secret' },
  });
});
