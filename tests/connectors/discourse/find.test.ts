import { describe, expect, test } from 'vitest';
import { createDiscourse } from '@/utils/community/connectors/discourse/connector';
import { must, START } from '../../support/outbox-world';
import { json } from '../kit/specimen';
import { account, aForum, send, TEXT } from './a-forum';
import { BASE } from './fake';
import { BEN } from './forum';

describe('looking for a post', () => {
  const find = { verb: 'find', marker: 'DG-7F3K-2Q9D', since: START - 1, authorId: '11' } as const;

  test('takes one request where it is among the newest', async () => {
    const { ask, asked } = aForum();
    const { ref } = must(await ask<'send'>(send));
    expect(must(await ask<'find'>(find)).posts.map(({ id }) => id)).toEqual([ref.id]);
    expect(asked.slice(1)).toEqual(['GET /posts.json']);
  });

  test('goes to one’s own where much was said since', async () => {
    const { ask, asked, fake, pass } = aForum();
    const { ref } = must(await ask<'send'>(send));
    for (let count = 0; count < 300; count += 1) {
      pass(1_000);
      fake.forum.keep(BEN, { raw: `Bericht ${count}`, title: `Onderwerp ${count}` });
    }
    const first = must(await ask<'find'>(find));
    expect(first).toEqual({ posts: [], cursor: 'held+' });
    const held = must(await ask<'find'>({ ...find, cursor: 'held+' }));
    expect(held).toEqual({ posts: [], cursor: 'own' });
    const [post] = must(await ask<'find'>({ ...find, cursor: 'own' })).posts;
    expect(post).toMatchObject({ id: ref.id, text: expect.stringContaining('Ref. DG-7F3K-2Q9D') });
    expect(asked.slice(1)).toEqual([
      'GET /posts.json',
      'GET /posts/ann/pending.json',
      'GET /u/ann/activity.json',
    ]);
  });

  test('goes to one’s own where the newest of all are none that everybody sees', async () => {
    const { ask, fake } = aForum();
    const { ref } = must(await ask<'send'>(send));
    const plain = fake.answer.bind(fake);
    Object.assign(fake, {
      answer: (request: Parameters<typeof plain>[0]) =>
        request.url === `${BASE}/posts.json` ? json(200, { latest_posts: [] }) : plain(request),
    });
    const first = must(await ask<'find'>(find));
    const held = must(await ask<'find'>({ ...find, cursor: first.cursor ?? '' }));
    const { posts } = must(await ask<'find'>({ ...find, cursor: held.cursor ?? '' }));
    expect(posts.map(({ id }) => id)).toEqual([ref.id]);
  });

  test('looks further than a full page of one’s own, also where one of it cannot be read', async () => {
    const { ask, fake, pass } = aForum();
    for (let count = 0; count < 60; count += 1) {
      pass(1_000);
      must(await ask<'send'>({ ...send, text: `Onderwerp ${count}\n\nTekst ${count}` }));
    }
    const plain = fake.answer.bind(fake);
    Object.assign(fake, {
      answer: (request: Parameters<typeof plain>[0]) => {
        const answer = plain(request);
        if (!request.url.includes('/activity.json')) return answer;
        return json(200, [null, ...JSON.parse(answer.text).slice(1)]);
      },
    });
    expect(must(await ask<'find'>({ ...find, cursor: 'own' })).cursor).not.toBeNull();
  });

  test('does not say of what is held, and cannot be read, that it is not', () => {
    const held = json(200, { pending_posts: [{ id: null, raw_text: 'Ref. DG-7F3K-2Q9D' }] });
    const connector = createDiscourse(() => START);
    expect(connector.read({ ...find, cursor: 'held' }, held, account)).toMatchObject({ ok: false });
  });

  test('of an account with another name than before goes through everybody’s', async () => {
    const { ask, fake, asked } = aForum();
    must(await ask<'send'>(send));
    const plain = fake.answer.bind(fake);
    Object.assign(fake, {
      answer: (request: Parameters<typeof plain>[0]) =>
        request.url.includes('/u/') ? json(404, { errors: ['…'], error_type: 'not_found' }) : plain(request),
    });
    const { posts } = must(await ask<'find'>({ ...find, cursor: 'own' }));
    expect(posts).toHaveLength(1);
    expect(asked.at(-1)).toBe('GET /posts.json?before=2147483647');
  });

  test('what waits for a moderator is there once it was let through', async () => {
    const { ask, fake } = aForum();
    fake.moderation.holds = true;
    expect(must(await ask<'send'>(send))).toEqual({
      ref: { id: 'held/1', url: `${BASE}/u/ann/activity/pending` },
      held: true,
    });
    const first = must(await ask<'find'>(find));
    expect(first.posts).toEqual([]);
    const waiting = must(await ask<'find'>({ ...find, cursor: first.cursor ?? '' }));
    expect(waiting).toMatchObject({ posts: [{ id: 'held/1', held: true, text: TEXT }], cursor: null });
    fake.moderation.publish();
    expect(must(await ask<'find'>(find)).posts).toHaveLength(1);
  });

  test('of everybody’s, those in one place', async () => {
    const { ask, fake } = aForum();
    fake.forum.keep(BEN, { raw: 'Hier', title: 'Een', category: 5 });
    fake.forum.keep(BEN, { raw: 'Elders', title: 'Twee', category: 6 });
    const all = { verb: 'find', marker: '', since: 0, authorId: null } as const;
    const texts = async (more: object) =>
      must(await ask<'find'>({ ...all, ...more })).posts.map(({ text }) => text);
    expect(await texts({ placeId: '5' })).toEqual(['Een\n\nHier']);
    expect(await texts({})).toEqual(['Twee\n\nElders', 'Een\n\nHier']);
    expect(await texts({ home: true })).toEqual([]);
  });
});

test.each([
  ['no list of what was done with it', { actions_summary: null, post_type: null }, 0],
  ['a count that is none', { actions_summary: [{ id: 2, count: 'x', acted: true }] }, 1],
])('a post with %s is read, beside one that is none', (_what, odd, thanks) => {
  const post = {
    id: 1,
    topic_id: 2,
    post_number: 1,
    topic_title: 'Titel',
    user_id: 3,
    cooked: '<p>Tekst</p>',
  };
  const latest_posts = [
    { id: 9, topic_id: null },
    { ...post, ...odd },
  ];
  const all = { verb: 'find', marker: '', since: 0, authorId: null } as const;
  const reading = createDiscourse(() => START).read<'find'>(all, json(200, { latest_posts }), account);
  expect(reading).toMatchObject({ value: { posts: [{ id: '2/1', text: 'Titel\n\nTekst', thanks }] } });
});

test('a long thread is read to its end, in two requests', async () => {
  const { ask, fake, asked } = aForum();
  const { ref } = must(await ask<'send'>(send));
  for (let count = 0; count < 60; count += 1) fake.reply(ref.id, `Reactie ${count}`);
  fake.reply(`${ref.id.split('/')[0]}/2`, 'Op de eerste reactie');
  const { posts } = must(await ask<'thread'>({ verb: 'thread', postId: ref.id }));
  expect(posts).toHaveLength(61);
  expect(posts.at(-1)).toMatchObject({ answersId: ref.id.replace('/1', '/2'), text: 'Op de eerste reactie' });
  expect(asked).toHaveLength(3);
  const below = must(await ask<'thread'>({ verb: 'thread', postId: ref.id.replace('/1', '/2') }));
  expect(below.posts.map(({ text }) => text)).toEqual(['Op de eerste reactie']);
});
