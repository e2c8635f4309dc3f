import { describe, expect, test } from 'vitest';
import { must } from '../../support/outbox-world';
import { json } from '../kit/specimen';
import { aForum, send, TEXT } from './a-forum';
import { SIGNED_OUT } from './fake';
import { BEN } from './forum';

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
