import { describe, expect, test } from 'vitest';
import { call, type Shown, say, toldTo } from './a-community';
import { aMember, aServer } from './support';

interface Version {
  readonly content: string;
  readonly spoiler_text: string;
  readonly sensitive: boolean;
  readonly created_at: string;
  readonly account: { readonly acct: string };
}

async function theCommunity() {
  const server = await aServer();
  const anna = await aMember(server, 'anna');
  const joris = await aMember(server, 'joris');
  const edit = (id: string, change: Readonly<Record<string, unknown>>, who = anna) => {
    server.time.now += 60_000;
    return call(server, who, 'PUT', `/api/v1/statuses/${id}`, change);
  };
  const history = async (id: string) =>
    (await call<Version[]>(server, joris, 'GET', `/api/v1/statuses/${id}/history`)).body;
  return { server, anna, joris, edit, history };
}

describe('an edit', () => {
  test('gives the post other words, and its history begins with the first', async () => {
    const { server, anna, joris, edit, history } = await theCommunity();
    const post = await say(server, anna, 'Eerst #archief', { language: 'nl' });
    expect(post.edited_at).toBeNull();
    expect(await history(post.id)).toMatchObject([{ content: expect.stringContaining('Eerst') }]);
    await edit(post.id, { status: 'Toen #dossier', spoiler_text: 'Let op' });
    const { body } = await edit(post.id, { status: 'Nu', spoiler_text: '', sensitive: false });
    expect(body).toMatchObject({
      id: post.id,
      content: '<p>Nu</p>',
      tags: [],
      edited_at: expect.any(String),
    });
    const versions = await history(post.id);
    expect(versions).toMatchObject([
      { content: expect.stringContaining('Eerst'), spoiler_text: '', account: { acct: 'anna' } },
      { content: expect.stringContaining('Toen'), spoiler_text: 'Let op', sensitive: true },
      { content: '<p>Nu</p>', spoiler_text: '', sensitive: false },
    ]);
    expect(versions.map(({ created_at }) => created_at).toSorted()).toEqual(
      versions.map(({ created_at }) => created_at),
    );
    expect(versions.at(-1)?.created_at).toBe(body.edited_at);
    expect((await call(server, joris, 'GET', `/api/v1/statuses/${post.id}/source`)).body).toEqual({
      id: post.id,
      text: 'Nu',
      spoiler_text: '',
      content_type: 'text/plain',
    });
  });

  test('that changes nothing changes nothing, however often it comes', async () => {
    const { server, anna, edit, history } = await theCommunity();
    const post = await say(server, anna, 'Zelfde', { language: 'nl' });
    expect((await edit(post.id, { status: 'Zelfde', language: 'nl' })).body.edited_at).toBeNull();
    const { body: once } = await edit(post.id, { status: 'Anders' });
    const { body: twice } = await edit(post.id, { status: 'Anders' });
    expect(twice).toEqual(once);
    expect(await history(post.id)).toHaveLength(2);
  });

  test('six at once are kept each once, behind what was said first', async () => {
    const { server, anna, edit, history } = await theCommunity();
    const post = await say(server, anna, 'Begin');
    const texts = Array.from({ length: 6 }, (_, n) => `Poging ${n}`);
    const answers = await Promise.all(texts.map((status) => edit(post.id, { status })));
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 200));
    const said = (await history(post.id)).map(({ content }) => content);
    expect(said[0]).toBe('<p>Begin</p>');
    expect(said.slice(1).toSorted()).toEqual(texts.map((text) => `<p>${text}</p>`));
  });

  test('keeps what is not given', async () => {
    const { server, anna, edit } = await theCommunity();
    const post = await say(server, anna, 'Tekst', { spoiler_text: 'Let op', language: 'fr' });
    const { body } = await edit(post.id, { language: 'de' });
    expect(body).toMatchObject({
      content: '<p>Tekst</p>',
      spoiler_text: 'Let op',
      sensitive: true,
      language: 'de',
    });
  });

  test.each([
    ['nothing', { status: '  ' }, "Validation failed: Text can't be blank"],
    [
      'more than fits',
      { status: 'a'.repeat(5_001) },
      'Validation failed: Text character limit of 5000 exceeded',
    ],
    ['a warning that makes it too long', { spoiler_text: 'a'.repeat(5_000) }, /character limit/],
    ['pictures', { status: 'Met foto', media_ids: ['1'] }, /media_ids is not supported/],
  ])('to %s is refused', async (_what, change, error) => {
    const { server, anna, edit, history } = await theCommunity();
    const post = await say(server, anna, 'Blijft');
    const answer = await edit(post.id, change);
    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatch(error);
    expect(await history(post.id)).toMatchObject([{ content: '<p>Blijft</p>' }]);
  });

  test("of another's post is refused, and of one that is gone not found", async () => {
    const { server, anna, joris, edit } = await theCommunity();
    const post = await say(server, anna, 'Van Anna');
    expect((await edit(post.id, { status: 'Van Joris' }, joris)).status).toBe(403);
    await call(server, anna, 'DELETE', `/api/v1/statuses/${post.id}`);
    expect((await edit(post.id, { status: 'Weer' })).status).toBe(404);
  });

  test('tells whoever is named now, and takes back what told those who are not', async () => {
    const { server, anna, joris, edit } = await theCommunity();
    const mia = await aMember(server, 'mia');
    const post = await say(server, anna, 'Voor @joris');
    expect(await toldTo(server, joris)).toEqual([`mention anna ${post.id}`]);
    const { body } = await edit(post.id, { status: 'Voor @mia en @anna' });
    expect(body.mentions.map(({ acct }) => acct)).toEqual(['anna', 'mia']);
    expect([await toldTo(server, joris), await toldTo(server, mia), await toldTo(server, anna)]).toEqual([
      [],
      [`mention anna ${post.id}`],
      [],
    ]);
  });

  test('whoever is answered was told and stays told, named or not', async () => {
    const { server, anna, joris, edit } = await theCommunity();
    const question = await say(server, joris, 'Wie weet dit?');
    const answer = await say(server, anna, '@joris Ik', { in_reply_to_id: question.id });
    await edit(answer.id, { status: 'Ik' });
    await edit(answer.id, { status: '@joris Ik, denk ik' });
    expect(await toldTo(server, joris)).toEqual([`mention anna ${answer.id}`]);
  });

  test('tells whoever boosted it, once', async () => {
    const { server, anna, joris, edit } = await theCommunity();
    const post = await say(server, anna, 'Een tip');
    await call(server, joris, 'POST', `/api/v1/statuses/${post.id}/reblog`);
    await edit(post.id, { status: 'Een betere tip' });
    await edit(post.id, { status: 'De beste tip' });
    expect(await toldTo(server, joris)).toEqual([`update anna ${post.id}`]);
  });

  test('finds it by its new tags and not by its old ones', async () => {
    const { server, anna, edit } = await theCommunity();
    const post = await say(server, anna, 'Over #oud');
    await edit(post.id, { status: 'Over #nieuw' });
    const tagged = async (tag: string) =>
      (await call<Shown[]>(server, anna, 'GET', `/api/v1/timelines/tag/${tag}`)).body.map(({ id }) => id);
    expect([await tagged('oud'), await tagged('nieuw')]).toEqual([[], [post.id]]);
  });

  test('frees its old words for another post', async () => {
    const { server, anna } = await theCommunity();
    const post = await say(server, anna, 'Dezelfde woorden');
    await call(server, anna, 'PUT', `/api/v1/statuses/${post.id}`, { status: 'Andere woorden' });
    expect((await say(server, anna, 'Dezelfde woorden')).id).not.toBe(post.id);
  });
});
