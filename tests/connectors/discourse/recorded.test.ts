import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Operation, PlainResponse } from '@/utils/community/connector';
import { createDiscourse } from '@/utils/community/connectors/discourse/connector';
import { anAccount } from '../../support/accounts';

/** What the platform's own client library recorded, where a checkout has it beside it. */
const FOLDER = '../shared/fixtures/discourse/discourse_api';
const account = anAccount('https://forum.example', { member: { id: '1', handle: 'test_user' } });
const connector = createDiscourse();

function recorded(name: string, from: (body: never) => unknown = (body) => body): PlainResponse {
  const body: unknown = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));
  return { status: 200, headers: {}, text: JSON.stringify(from(body as never)) };
}

function read<V extends Operation['verb']>(
  operation: Extract<Operation, { verb: V }>,
  response: PlainResponse,
) {
  return connector.read<V>(operation, response, account);
}

describe.skipIf(!existsSync(FOLDER))('recorded answers', () => {
  const send = {
    verb: 'send',
    text: 't',
    language: 'en',
    audience: 'members',
    placeId: '1',
    key: 'k',
  } as const;

  test('a topic that was made', () => {
    expect(read<'send'>(send, recorded('create_topic_with_tags'))).toEqual({
      ok: true,
      value: {
        ref: {
          id: '21/1',
          url: 'https://forum.example/t/1412a036bfe-6480718525e-9f71f98ef46/21/1',
        },
        held: false,
      },
    });
  });

  test('a post, in every field that we show', () => {
    const latest = recorded('post', (post) => ({ latest_posts: [post] }));
    const found = read<'find'>({ verb: 'find', marker: '', since: 0, authorId: null }, latest);
    expect(found).toMatchObject({ ok: true, value: { cursor: '11' } });
    if (!('ok' in found) || !found.ok) throw new Error('unread');
    expect(found.value.posts).toEqual([
      {
        id: '8/1',
        url: 'https://forum.example/t/welcome-to-discourse/8/1',
        text: expect.stringMatching(
          /^The first paragraph of this pinned topic.*\*\*Edit this\*\* into a brief/su,
        ),
        authorId: '-1',
        authorName: 'system',
        at: Date.UTC(2014, 9, 31, 4, 37, 32, 553),
        answersId: null,
        thanks: 0,
        replies: 0,
        thanked: false,
      },
    ]);
  });

  test('posts of a thread, also where what was written is no text', () => {
    const thread = read<'thread'>({ verb: 'thread', postId: '57/1' }, recorded('topic_posts'));
    expect(thread).toEqual({
      ok: true,
      value: {
        posts: [
          {
            id: '57/2',
            url: 'https://forum.example/t/some-topic-slug/57/2',
            text: 'Some text.',
            authorId: '123',
            authorName: 'Someones Name',
            at: Date.UTC(2020, 0, 27, 11, 32, 3, 646),
            answersId: '57/1',
            thanks: 3,
            replies: 0,
            thanked: false,
          },
        ],
      },
    });
  });

  test('a thread of an old version: times with a zone, notes of moderators left out', () => {
    const thread = read<'thread'>({ verb: 'thread', postId: '57/1' }, recorded('topic'));
    if (!('ok' in thread) || !thread.ok) throw new Error('unread');
    const said = thread.value.posts.map(({ id, authorName, answersId, thanks, at }) => ({
      ...{ id, authorName, answersId, thanks, at },
    }));
    expect(said).toEqual([
      {
        ...{ id: '57/3', authorName: 'Adam Davis', answersId: '57/1', thanks: 5 },
        at: Date.UTC(2013, 1, 4, 20, 29, 0, 843),
      },
      {
        ...{ id: '57/14', authorName: 'Stefan Plattner', answersId: '57/1', thanks: 5 },
        at: Date.UTC(2013, 1, 5, 17, 14, 17, 364),
      },
    ]);
  });
});
