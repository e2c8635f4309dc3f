import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOAuthAPIClient, createRestAPIClient, type mastodon } from 'masto';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { aPng } from '@/tests/support/picture-files';
import { aDatabase } from './database';
import { aFolder, Program } from './program';
import { PASSWORD } from './support';
import { Visitor } from './visitor';

const BACK = 'http://127.0.0.1:9/back';
const SLOW = 30_000;

let program: Program;
let folder: string;
let origin: string;
let args: readonly string[];
let env: Readonly<Record<string, string>>;

beforeEach(async () => {
  folder = aFolder();
  const { url, drop } = await aDatabase();
  onTestFinished(drop); // after the program, which registers later and so ends earlier
  env = url === undefined ? {} : { DATABASE_URL: url };
  args = ['--data', folder, '--name', 'Proef'];
  program = new Program([...args, '--port', '0'], env);
  origin = await program.origin();
}, SLOW);

/** The coordinator, who joins by the link of the first start. */
async function joinCommunity(): Promise<Visitor> {
  const visitor = new Visitor(
    { request: (path, init) => fetch(`${origin}${path}`, { ...init, redirect: 'manual' }) },
    {},
    origin,
  );
  const link = readFileSync(join(folder, 'coordinator-link.txt'), 'utf8').trim();
  const fields = { displayName: 'Anna de Wit', handle: 'anna', password: PASSWORD };
  expect((await visitor.fillIn(`${new URL(link).pathname}/join`, fields)).status).toBe(303);
  return visitor;
}

/** Signs in as an app does: registers, sends the member to the consent page, exchanges the code. */
async function signIn(visitor: Visitor): Promise<mastodon.rest.Client> {
  const scopes = 'read write';
  const app = await createRestAPIClient({ url: origin }).v1.apps.create({
    clientName: 'masto.js',
    redirectUris: BACK,
    scopes,
  });
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: String(app.clientId),
    redirect_uri: BACK,
    scope: scopes,
  });
  const agreed = await visitor.fillIn(`/oauth/authorize?${query}`, { decision: 'allow' });
  const code = new URL(agreed.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const { accessToken } = await createOAuthAPIClient({ url: origin }).token.create({
    grantType: 'authorization_code',
    clientId: String(app.clientId),
    clientSecret: String(app.clientSecret),
    redirectUri: BACK,
    code,
    scope: scopes,
  });
  return createRestAPIClient({ url: origin, accessToken });
}

describe('masto.js', { timeout: SLOW }, () => {
  test('signs in, posts, answers, pages, thanks and deletes', async () => {
    const client = await signIn(await joinCommunity());
    expect(await client.v1.accounts.verifyCredentials()).toMatchObject({
      acct: 'anna',
      displayName: 'Anna de Wit',
    });
    const { configuration } = await client.v2.instance.fetch();
    expect(configuration).toMatchObject({
      statuses: { maxCharacters: 5000 },
      deelgenoot: { idempotency: 'forever' },
    });
    const made: mastodon.v1.Status[] = [];
    for (let n = 0; n < 7; n += 1)
      made.unshift(await client.v1.statuses.create({ status: `Bericht ${n} #archief` }));
    const read: string[] = [];
    for await (const page of client.v1.timelines.home.list({ limit: 3 }))
      read.push(...page.map(({ id }) => id));
    expect(read).toEqual(made.map(({ id }) => id));
    const [newest] = made;
    const id = newest?.id ?? '';
    expect(newest).toMatchObject({
      tags: [{ name: 'archief' }],
      account: { acct: 'anna' },
      favourited: false,
    });
    expect(await client.v1.statuses.$select(id).favourite()).toMatchObject({
      favourited: true,
      favouritesCount: 1,
    });
    expect(await client.v1.statuses.$select(id).unfavourite()).toMatchObject({
      favourited: false,
      favouritesCount: 0,
    });
    const reply = await client.v1.statuses.create({ status: 'Een antwoord', inReplyToId: id });
    const { descendants } = await client.v1.statuses.$select(id).context.fetch();
    expect(descendants).toMatchObject([
      { id: reply.id, inReplyToId: id, inReplyToAccountId: reply.account.id },
    ]);
    expect(await client.v1.statuses.$select(id).remove()).toMatchObject({ id, text: 'Bericht 6 #archief' });
    await expect(client.v1.statuses.$select(id).fetch()).rejects.toMatchObject({ statusCode: 404 });
    const account = await client.v1.accounts.lookup({ acct: '@anna' });
    expect(
      (await client.v1.accounts.$select(account.id).statuses.list()).map((status) => status.id),
    ).toHaveLength(7);
  });

  test('edits, passes on, keeps, follows a tag and reads what became of it', async () => {
    const client = await signIn(await joinCommunity());
    const { id } = await client.v1.statuses.create({ status: 'Eerst #archief' });
    const post = client.v1.statuses.$select(id);
    const edited = await post.update({ status: 'Nu #archief', spoilerText: 'Let op' });
    expect(edited).toMatchObject({ id, spoilerText: 'Let op', editedAt: expect.any(String) });
    expect((await post.history.list()).map(({ spoilerText }) => spoilerText)).toEqual(['', 'Let op']);
    const contentType = 'text/plain'; // as glitch-soc has it
    expect(await post.source.fetch()).toEqual({
      id,
      text: 'Nu #archief',
      spoilerText: 'Let op',
      contentType,
    });
    const boost = await post.reblog();
    expect(boost.reblog).toMatchObject({ id, reblogged: true, reblogsCount: 1 });
    expect((await post.rebloggedBy.list()).map(({ acct }) => acct)).toEqual(['anna']);
    expect(await post.bookmark()).toMatchObject({ bookmarked: true });
    expect((await client.v1.bookmarks.list()).map((kept) => kept.id)).toEqual([id]);
    await post.favourite();
    expect((await client.v1.favourites.list()).map((thanked) => thanked.id)).toEqual([id]);
    expect(await client.v1.tags.$select('archief').follow()).toMatchObject({
      name: 'archief',
      following: true,
    });
    expect((await client.v1.followedTags.list()).map(({ name }) => name)).toEqual(['archief']);
    expect((await client.v1.timelines.tag.$select('archief').list()).map((found) => found.id)).toEqual([id]);
    expect((await client.v1.timelines.home.list()).map((shown) => shown.id)).toEqual([boost.id, id]);
    const both = await client.v1.statuses.fetch({ id: [id, boost.id] });
    expect(both.map((asked) => asked.id)).toEqual([id, boost.id]);
    expect(await post.unreblog()).toMatchObject({ id, reblogged: false, reblogsCount: 0 });
  });

  test('sends a picture and posts it', async () => {
    const client = await signIn(await joinCommunity());
    const picture = await client.v2.media.create({ file: new Blob([aPng()]), description: 'Een kast' });
    expect(picture).toMatchObject({ type: 'image', description: 'Een kast' });
    const { id } = await client.v1.statuses.create({ status: 'Kijk', mediaIds: [picture.id] });
    const { mediaAttachments } = await client.v1.statuses.$select(id).fetch();
    expect(mediaAttachments).toEqual([picture]);
    const file = await fetch(mediaAttachments[0]?.url ?? '');
    expect(file.headers.get('content-type')).toBe('image/png');
  });

  test('one key makes one post: twice, six times at once, after a restart, after it was deleted', async () => {
    const client = await signIn(await joinCommunity());
    // Another text each time: equal posts within a minute are one post also without a key.
    let tries = 0;
    const post = (key: string) => {
      tries += 1;
      const requestInit = { headers: { 'idempotency-key': key } };
      return client.v1.statuses.create({ status: `Sleutel ${key}, keer ${tries}` }, { requestInit });
    };
    const all = async () => (await client.v1.timelines.home.list()).map(({ id }) => id);
    const first = await post('a');
    expect((await post('a')).id).toBe(first.id);
    const six = new Set((await Promise.all(Array.from({ length: 6 }, () => post('b')))).map(({ id }) => id));
    expect(six.size).toBe(1);
    expect(await all()).toEqual([...six, first.id]);
    await program.stop('SIGKILL');
    program = new Program([...args, '--port', new URL(origin).port], env);
    await program.origin();
    expect((await post('a')).id).toBe(first.id);
    await client.v1.statuses.$select(first.id).remove();
    await expect(post('a')).rejects.toMatchObject({ statusCode: 410 });
    expect(await all()).toEqual([...six]);
  });
});
