import { describe, expect, test } from 'vitest';
import type { Operation } from '@/utils/community/connector';
import { discourse } from '@/utils/community/connectors/discourse/platform';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { must, START } from '../../support/outbox-world';
import { json } from '../kit/specimen';
import { BASIC_INFO } from './documented';
import { BASE, FakeDiscourse, SIGNED_OUT } from './fake';
import { ANN, BEN, type SiteChoices } from './forum';
import { DISCOURSE, LENIENT } from './specimen';

const account = { ...DISCOURSE.account, member: { id: String(ANN.id), handle: ANN.username } };
const TEXT = 'Zo kies ik wat blijft\n\nWat ik deed: Gekozen.\n\nRef. DG-7F3K-2Q9D';
const send = {
  verb: 'send',
  text: TEXT,
  format: 'markdown',
  language: 'nl',
  audience: 'members',
  placeId: '5',
  key: 'k',
} as const;

/** A forum, how one asks it, and what was asked. */
function aForum(choices: Partial<SiteChoices> = {}) {
  let now = START;
  const fake = new FakeDiscourse(() => now, { ...LENIENT, ...choices });
  const asked: string[] = [];
  const ask = <V extends Operation['verb']>(operation: Extract<Operation, { verb: V }>, as = account) =>
    performWith<V>(
      discourse.connector(() => now),
      as,
      operation,
      async (request) => {
        asked.push(`${request.method} ${request.url.replace(BASE, '')}`);
        return succeed(fake.answer(request));
      },
    );
  const pass = (ms: number): void => {
    now += ms;
  };
  return { fake, ask, asked, pass };
}

describe('a refused post', () => {
  test('whose title is taken, by our own earlier try: it is there', async () => {
    const { ask, asked } = aForum({ allow_duplicate_topic_titles: false });
    const first = must(await ask<'send'>(send));
    expect(must(await ask<'send'>(send)).ref).toEqual(first.ref);
    expect(asked.slice(1)).toEqual(['POST /posts.json', 'GET /posts.json']);
  });

  test('that repeats what was just said, by our own earlier try: it is there', async () => {
    const { ask } = aForum();
    const first = must(await ask<'send'>(send));
    expect(must(await ask<'send'>(send)).ref).toEqual(first.ref);
  });

  test('whose title somebody else took says so in the forum’s words', async () => {
    const { ask, fake } = aForum({ allow_duplicate_topic_titles: false });
    fake.forum.keep(BEN, { raw: 'Van mij. Ref. DG-7F3K-2Q9D', title: 'Zo kies ik wat blijft' });
    expect(await ask<'send'>(send)).toEqual({
      ok: false,
      error: { kind: 'invalid', message: 'Title has already been used' },
    });
  });

  test('in a place where one may only read is forbidden; with a key that was taken back it is a sign-in', async () => {
    const { ask, fake } = aForum();
    const plain = fake.answer.bind(fake);
    Object.assign(fake, {
      answer: (request: Parameters<typeof plain>[0]) =>
        request.method === 'POST' ? SIGNED_OUT : plain(request),
    });
    expect(await ask<'send'>(send)).toEqual({ ok: false, error: { kind: 'auth', why: 'forbidden' } });
    fake.token = 'another';
    expect(await ask<'send'>(send)).toEqual({ ok: false, error: { kind: 'auth', why: 'expired' } });
  });

  test('that answers a topic which is gone says so; one that is closed says why', async () => {
    const { ask, fake } = aForum();
    const { ref } = must(await ask<'send'>(send));
    const reply = { ...send, text: 'Dat doen wij ook.', replyTo: ref.id };
    const plain = fake.answer.bind(fake);
    const closed = json(422, { action: 'create_post', errors: ['This topic is closed.'] });
    Object.assign(fake, {
      answer: (request: Parameters<typeof plain>[0]) => (request.method === 'POST' ? closed : plain(request)),
    });
    expect(await ask<'send'>(reply)).toEqual({
      ok: false,
      error: { kind: 'invalid', message: 'This topic is closed.' },
    });
    must(await ask<'remove'>({ verb: 'remove', postId: ref.id }));
    expect(await ask<'send'>(reply)).toEqual({ ok: false, error: { kind: 'gone' } });
  });
});

describe('titles', () => {
  test('are the first line, and stand there again when it is read', async () => {
    const { ask, fake } = aForum();
    must(await ask<'send'>({ ...send, text: `1\\. Over \\*sterren\\*\n\n${TEXT}` }));
    expect([...fake.forum.titles.values()]).toEqual(['1. Over *sterren*']);
    expect(fake.forum.said[0]?.raw).toBe(TEXT);
    const { posts } = must(await ask<'find'>({ verb: 'find', marker: 'DG-', since: 0, authorId: '11' }));
    expect(posts[0]?.text).toBe(`1. Over *sterren*\n\n${TEXT}`);
  });

  test('are read as the forum tidied them', async () => {
    const { ask } = aForum({ title_prettify: true });
    must(await ask<'send'>({ ...send, text: 'zo doe je dat!!!\n\nRef. DG-7F3K-2Q9D' }));
    const { posts } = must(await ask<'find'>({ verb: 'find', marker: 'DG-', since: 0, authorId: '11' }));
    expect(posts[0]?.text).toBe('Zo doe je dat!\n\nRef. DG-7F3K-2Q9D');
  });

  test('change with the post that begins their topic, and with no other', async () => {
    const { ask, fake } = aForum();
    const { ref } = must(await ask<'send'>(send));
    const reply = must(await ask<'send'>({ ...send, text: 'Eerst.\n\nTweede.', replyTo: ref.id }));
    must(await ask<'send'>({ ...send, text: 'Een ander begin\n\nEn meer.', edits: ref.id }));
    must(await ask<'send'>({ ...send, text: 'Eerst anders.\n\nTweede.', edits: reply.ref.id }));
    expect([...fake.forum.titles.values()]).toEqual(['Een ander begin']);
    expect(fake.forum.said.map(({ raw }) => raw)).toEqual(['En meer.', 'Eerst anders.\n\nTweede.']);
  });
});

test('fine spaces come back as they were written', async () => {
  const { ask } = aForum();
  must(
    await ask<'send'>({ ...send, text: 'Titel van mij\n\nPourquoi\u202f: 5\u00a0%\n\nRef. DG-7F3K-2Q9D' }),
  );
  const { posts } = must(await ask<'find'>({ verb: 'find', marker: 'DG-', since: 0, authorId: '11' }));
  expect(posts[0]?.text).toContain('Pourquoi\u202f: 5\u00a0%');
});

describe('looking for a post', () => {
  const find = { verb: 'find', marker: 'DG-7F3K-2Q9D', since: START - 1, authorId: '11' } as const;

  test('takes one request where it is among the newest', async () => {
    const { ask, asked } = aForum();
    const { ref } = must(await ask<'send'>(send));
    expect(must(await ask<'find'>(find)).posts.map(({ id }) => id)).toEqual([ref.id]);
    expect(asked.slice(1)).toEqual(['GET /posts.json']);
  });

  test('goes to one’s own where much was said since, and takes its title from the topic', async () => {
    const { ask, asked, fake, pass } = aForum();
    const { ref } = must(await ask<'send'>(send));
    for (let count = 0; count < 300; count += 1) {
      pass(1_000);
      fake.forum.keep(BEN, { raw: `Bericht ${count}`, title: `Onderwerp ${count}` });
    }
    const first = must(await ask<'find'>(find));
    expect(first).toEqual({ posts: [], cursor: 'own' });
    const [post] = must(await ask<'find'>({ ...find, cursor: 'own' })).posts;
    expect(post).toMatchObject({ id: ref.id, text: expect.stringMatching(/^Zo kies ik wat blijft\n\n/u) });
    expect(asked.slice(1)).toEqual([
      'GET /posts.json',
      'GET /u/ann/activity.json',
      expect.stringMatching(/^GET \/posts\.json\?before=\d+$/u),
    ]);
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
    expect(must(await ask<'find'>(find)).posts).toEqual([]);
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

test('a site for members only has a name before one is signed in, and its limits after', async () => {
  const { ask } = aForum({ max_post_length: 5_000 });
  const before = must(await ask<'capabilities'>({ verb: 'capabilities' }, { ...account, token: '' }));
  expect(before).toMatchObject({ name: 'Archiefforum', maxCharacters: 32_000, needsPlace: true });
  expect(must(await ask<'capabilities'>({ verb: 'capabilities' }))).toMatchObject({ maxCharacters: 5_000 });
});

test('places are the categories in which one may begin a topic', async () => {
  const { ask } = aForum();
  expect(must(await ask<'places'>({ verb: 'places', memberId: '11' }))).toEqual([
    { id: '5', name: 'E-depot', closed: false },
    { id: '6', name: 'E-depot › Selectie', closed: true },
  ]);
});

test('a site with very many categories lists them elsewhere', () => {
  const connector = discourse.connector(() => START);
  const operation = { verb: 'places', memberId: '11' } as const;
  const first = connector.read<'places'>(operation, json(200, { archetypes: [] }), account);
  if (!('next' in first) || first.next.verb !== 'places') throw new Error('no next');
  expect(connector.build(first.next, account).url).toBe(`${BASE}/categories.json?include_subcategories=true`);
  const below = { id: 9, name: 'Onder', permission: 1, parent_category_id: 8 };
  const above = { id: 8, name: 'Boven', permission: null, subcategory_list: [below] };
  const listed = json(200, { category_list: { categories: [above] } });
  expect(connector.read<'places'>(first.next, listed, account)).toEqual(
    succeed([{ id: '9', name: 'Boven › Onder', closed: false }]),
  );
});

test('is recognised by what it tells everybody, under a path too', () => {
  const { probes, read } = discourse.recognise;
  expect(probes?.(BASE).map(({ url }) => url)).toEqual([`${BASE}/site/basic-info.json`]);
  expect(read?.(json(200, BASIC_INFO), BASE)).toEqual({ base: BASE, name: 'Archiefforum', version: '' });
  expect(read?.(json(200, { title: 'Iets anders' }), BASE)).toBeNull();
  expect(read?.(json(403, BASIC_INFO), BASE)).toBeNull();
});

test.each([
  ['k'.repeat(32), { 'user-api-key': 'k'.repeat(32) }],
  [
    discourse.tokenOf?.({ name: 'ann', secret: 'adminkey' }) ?? '',
    { 'api-key': 'adminkey', 'api-username': 'ann' },
  ],
  [discourse.tokenOf?.({ name: '', secret: 'key' }) ?? '', { 'user-api-key': 'key' }],
  ['', {}],
])('the token %s goes in its own headers', (token, headers) => {
  const { headers: sent } = discourse.connector(() => START).build({ verb: 'me' }, { ...account, token });
  expect(sent).toEqual({ accept: 'application/json', ...headers });
});

test('a post’s name cannot lead elsewhere', () => {
  const connector = discourse.connector(() => START);
  for (const postId of ['../../x?y', '..', 'a b', '', '1/2/3', '1/x'])
    for (const verb of ['thread', 'remove', 'mark'] as const) {
      const { url } = connector.build({ verb, postId, on: true } as Operation, account);
      expect(url.replace(BASE, '')).toMatch(/^\/(?:t\/0|posts\/by_number\/0\/1)\.json/u);
    }
});
