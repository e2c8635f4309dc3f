import { describe, expect, test } from 'vitest';
import type { Operation } from '@/utils/community/connector';
import { createMatrix } from '@/utils/community/connectors/matrix/connector';
import { anAccount } from '../../support/accounts';
import { START } from '../../support/outbox-world';
import { ANN, BASE, ROOM } from './who-and-where';

const account = anAccount(BASE, { base: `${BASE}/onder`, member: { id: ANN, handle: ANN.slice(1) } });
const connector = createMatrix(() => START);
const ROOT = `${ROOM}/$a/+`;
const ANSWER = `${ROOM}/$b/$a/+`;
const send = {
  verb: 'send',
  text: '<p><strong>Titel</strong></p><p>a &lt; b</p><p>Ref. DG-7F3K-2Q9D</p>',
  format: 'html',
  language: 'nl',
  audience: 'members',
  placeId: ROOM,
  key: 'key-1',
} as const;
const MESSAGE = {
  msgtype: 'm.text',
  body: '**Titel**\n\na < b\n\nRef. DG-7F3K-2Q9D',
  format: 'org.matrix.custom.html',
  formatted_body: send.text,
  'm.mentions': {},
  'deelgenoot.practice': { key: 'key-1', reference: 'DG-7F3K-2Q9D' },
};

const sent = (operation: Operation) => JSON.parse(connector.build(operation, account).body ?? 'null');
const short = ({ method, url }: { method: string; url: string }) =>
  `${method} ${url.replace(`${BASE}/onder/_matrix/client/`, '')}`;

describe('a text', () => {
  test('goes under its key, as HTML and without it, with a mark that nobody sees, and calls nobody', () => {
    const request = connector.build(send, account);
    expect(short(request)).toBe('PUT v3/rooms/!praktijk%3Aarchief.example/send/m.room.message/key-1?');
    expect(request.headers).toMatchObject({
      authorization: 'Bearer secret',
      'content-type': 'application/json',
    });
    expect(sent(send)).toEqual(MESSAGE);
  });

  test('without marks goes as it is; one without a reference line has no mark beside it', () => {
    expect(sent({ ...send, text: 'a < b', format: 'plain' })).toEqual({
      msgtype: 'm.text',
      body: 'a < b',
      'm.mentions': {},
    });
  });

  test.each([
    ['a post', ROOT, '$a/+', true],
    ['what itself answers it', ANSWER, '$b', false],
  ])(
    'that answers %s goes into the thread of the first post',
    (_what, replyTo, event_id, is_falling_back) => {
      expect(sent({ ...send, replyTo, placeId: '!elders:a.example' })).toEqual({
        ...MESSAGE,
        'm.relates_to': {
          rel_type: 'm.thread',
          event_id: '$a/+',
          is_falling_back,
          'm.in_reply_to': { event_id },
        },
      });
      expect(connector.build({ ...send, replyTo, placeId: null }, account).url).toContain('!praktijk%3A');
    },
  );

  test('that corrects another says all of it once, and for older programs its title', () => {
    const correction = sent({ ...send, edits: ANSWER });
    expect(correction).toMatchObject({
      body: '* **Titel**',
      'm.new_content': MESSAGE,
      'm.relates_to': { rel_type: 'm.replace', event_id: '$b' },
    });
    expect(correction).not.toHaveProperty('formatted_body');
  });

  test('as long as we allow fits into an event, also as a correction', () => {
    const words = `<p>${'é<strong>b</strong>&amp;'.repeat(1_190)}</p>`;
    expect(new TextEncoder().encode(words).length).toBeGreaterThan(29_000);
    for (const more of [{}, { edits: ROOT }, { replyTo: ROOT }]) {
      const { body = '' } = connector.build({ ...send, text: words, ...more }, account);
      expect(new TextEncoder().encode(body).length).toBeLessThan(62_000);
    }
  });
});

const find = { verb: 'find', marker: '', since: 0, authorId: null } as const;
const AT = `rooms/!praktijk%3Aarchief.example`;
test.each<[Operation, RegExp]>([
  [{ verb: 'me' }, /^GET v3\/account\/whoami\?$/],
  [{ verb: 'capabilities' }, /^GET versions\?$/],
  [{ verb: 'places', memberId: ANN }, /^GET v3\/sync\?timeout=0&set_presence=offline&filter=%7B/],
  [{ ...find, placeId: ROOM }, new RegExp(`^GET v3/${AT}/messages\\?dir=b&limit=100&filter=%7B[^&]*$`)],
  [{ ...find, answersId: ROOT }, new RegExp(`^GET v3/${AT}/messages\\?`)],
  [{ ...find, placeId: ROOM, cursor: '["t&1",[]]' }, /&from=t%261$/],
  [{ ...find, placeId: ROOM, cursor: 'none of ours' }, /filter=%7B[^&]*$/],
  [{ verb: 'thread', postId: ROOT }, new RegExp(`^GET v1/${AT}/relations/%24a%2F%2B/m.thread\\?limit=100$`)],
  [
    { verb: 'thread', postId: ROOT, earlier: { found: [], rest: [] } },
    new RegExp(`^GET v3/${AT}/context/%24a%2F%2B\\?limit=100&filter=`),
  ],
  [{ verb: 'mark', postId: ROOT, on: true }, new RegExp(`^PUT v3/${AT}/send/m.reaction/[\\w-]{36}\\?$`)],
  [
    { verb: 'mark', postId: ROOT, on: false },
    new RegExp(`^GET v1/${AT}/relations/%24a%2F%2B/m.annotation/m.reaction\\?limit=100$`),
  ],
  [
    { verb: 'mark', postId: ROOT, on: false, earlier: { from: 't2' } },
    /m\.annotation\/m\.reaction\?limit=100&from=t2$/,
  ],
  [
    { verb: 'mark', postId: ROOT, on: false, earlier: { reaction: '$r' } },
    new RegExp(`^PUT v3/${AT}/redact/%24r/removal\\?$`),
  ],
  [{ verb: 'remove', postId: ANSWER }, new RegExp(`^PUT v3/${AT}/redact/%24b/removal\\?$`)],
])('%j', (operation, expected) => {
  expect(short(connector.build(operation, account))).toMatch(expected);
});

test('thanks that were taken back can be given again: each goes under a key of its own', () => {
  const thanks = () => connector.build({ verb: 'mark', postId: ROOT, on: true }, account).url;
  expect(thanks()).not.toBe(thanks());
});

test('of rooms is asked what they are, and nothing of what is said in them', () => {
  const { url } = connector.build({ verb: 'places', memberId: ANN }, account);
  const filter = JSON.parse(new URL(url).searchParams.get('filter') ?? '');
  expect(filter.room.timeline).toEqual({ not_types: ['*'], limit: 1 });
  expect(filter.room.state.types).not.toContain('m.room.member');
});
