import { describe, expect, test } from 'vitest';
import { forgetOld } from '@/server/store/forgetting';
import { aPng } from '@/tests/support/picture-files';
import { DAY_MS } from '@/utils/kernel/clock';
import { ask } from '../people';
import { aMember, aServer, type Member, PASSWORD, type Server } from '../support';
import { Visitor } from '../visitor';
import { type Attachment, readFile, upload } from './sending';

interface Shown {
  readonly id: string;
  readonly url: string;
  readonly media_attachments: readonly Attachment[];
  readonly error?: string;
}

async function theCommunity() {
  const server = await aServer();
  const [anna, joris] = [await aMember(server), await aMember(server, 'joris')];
  const send = async (description: string, member = anna) =>
    (await upload(server, member, aPng(), { description })).body;
  return { server, anna, joris, send };
}

const post = (server: Server, member: Member, body: object) =>
  ask<Shown>(server, member, 'POST', '/api/v1/statuses', body);
const words = ({ media_attachments }: Shown) => media_attachments.map(({ description }) => description);

describe('a post with pictures', () => {
  test('shows them in the order that was asked for, to all who read it', async () => {
    const { server, anna, joris, send } = await theCommunity();
    const [one, two] = [await send('een'), await send('twee')];
    const made = await post(server, anna, { status: 'Kijk', media_ids: [two.id, one.id] });
    expect([made.status, words(made.body)]).toEqual([200, ['twee', 'een']]);
    const read = await ask<Shown>(server, joris, 'GET', `/api/v1/statuses/${made.body.id}`);
    expect(read.body).toEqual(made.body);
    const [boost] = [
      await ask<{ reblog: Shown }>(server, joris, 'POST', `/api/v1/statuses/${made.body.id}/reblog`),
    ];
    expect(words(boost.body.reblog)).toEqual(['twee', 'een']);
  });

  test('may say nothing else', async () => {
    const { server, anna, send } = await theCommunity();
    const { id } = await send('een');
    expect((await post(server, anna, { status: '', media_ids: [id] })).status).toBe(200);
    expect((await post(server, anna, { status: '', media_ids: [] })).status).toBe(422);
  });

  test('is one with its key, though its pictures are taken by then', async () => {
    const { server, anna, send } = await theCommunity();
    const { id } = await send('een');
    const once = () =>
      server.request('/api/v1/statuses', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${anna.token}`,
          'content-type': 'application/json',
          'idempotency-key': 'sleutel',
        },
        body: JSON.stringify({ status: 'Kijk', media_ids: [id] }),
      });
    const [first, second] = [await once(), await once()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.json()).toEqual(await first.json());
  });

  test('is not equal to one with another picture', async () => {
    const { server, anna, send } = await theCommunity();
    const [one, two] = [await send('een'), await send('twee')];
    const first = await post(server, anna, { status: 'Kijk', media_ids: [one.id] });
    const second = await post(server, anna, { status: 'Kijk', media_ids: [two.id] });
    expect(second.body.id).not.toBe(first.body.id);
    expect(words(second.body)).toEqual(['twee']);
  });

  test.each([
    [
      'more than four',
      async (send: (words: string) => Promise<Attachment>) =>
        Promise.all(['1', '2', '3', '4', '5'].map(async (n) => (await send(n)).id)),
      /more than 4/,
    ],
    ['one that is not there', async () => ['1'], /not found/],
  ])('with %s is refused', async (_what, ids, error) => {
    const { server, anna, send } = await theCommunity();
    const made = await post(server, anna, { status: 'Kijk', media_ids: await ids(send) });
    expect(made).toMatchObject({ status: 422, body: { error: expect.stringMatching(error) } });
  });

  test("with another's picture, or one that another post shows, is refused", async () => {
    const { server, anna, joris, send } = await theCommunity();
    const [mine, theirs] = [await send('een'), await send('twee', joris)];
    expect((await post(server, anna, { status: 'Kijk', media_ids: [theirs.id] })).status).toBe(422);
    await post(server, anna, { status: 'Kijk', media_ids: [mine.id] });
    expect((await post(server, anna, { status: 'Nog eens', media_ids: [mine.id] })).status).toBe(422);
    expect((await ask(server, anna, 'DELETE', `/api/v1/media/${mine.id}`)).status).toBe(422);
  });

  test('two at once with one picture: one of them shows it, and the other is refused', async () => {
    const { server, anna, send } = await theCommunity();
    const { id } = await send('een');
    const made = await Promise.all(
      ['a', 'b'].map((status) => post(server, anna, { status, media_ids: [id] })),
    );
    expect(made.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  test('keeps its pictures when a day has passed, and takes them along when it is deleted', async () => {
    const { server, anna, send } = await theCommunity();
    const { id, url } = await send('een');
    const made = await post(server, anna, { status: 'Kijk', media_ids: [id] });
    server.time.now += 2 * DAY_MS;
    await forgetOld(server.store());
    expect((await readFile(server, url)).status).toBe(200);
    await ask(server, anna, 'DELETE', `/api/v1/statuses/${made.body.id}`);
    expect((await readFile(server, url)).status).toBe(404);
    const { db } = server.store();
    expect(await db.selectFrom('pictures').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('picture_parts').selectAll().execute()).toEqual([]);
  });
});

describe('an edit', () => {
  test('changes what is shown and described, and history tells what was', async () => {
    const { server, anna, send } = await theCommunity();
    const [one, two] = [await send('een'), await send('twee')];
    const { body } = await post(server, anna, { status: 'Kijk', media_ids: [one.id] });
    const edit = (change: object) => ask<Shown>(server, anna, 'PUT', `/api/v1/statuses/${body.id}`, change);
    expect(words((await edit({ status: 'Kijk eens' })).body)).toEqual(['een']);
    const both = {
      media_ids: [one.id, two.id],
      media_attributes: [{ id: two.id, description: 'de tweede' }],
    };
    expect(words((await edit(both)).body)).toEqual(['een', 'de tweede']);
    expect(words((await edit({ media_ids: [] })).body)).toEqual([]);
    const { body: history } = await ask<Shown[]>(server, anna, 'GET', `/api/v1/statuses/${body.id}/history`);
    expect(history.map(words)).toEqual([['een'], ['een'], ['een', 'de tweede'], []]);
  });
});

describe('the file', () => {
  test('opens for a week to whoever was shown the post, then only to who may read it', async () => {
    const { server, anna, joris, send } = await theCommunity();
    const { id, url } = await send('een');
    await post(server, anna, { status: 'Voor volgers', media_ids: [id], visibility: 'private' });
    expect((await readFile(server, url)).status).toBe(200);
    expect(
      (
        await readFile(
          server,
          url.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        )
      ).status,
    ).toBe(404);
    server.time.now += 8 * DAY_MS;
    const asMember = (member: Member) => readFile(server, url, { authorization: `Bearer ${member.token}` });
    expect((await readFile(server, url)).status).toBe(404);
    expect((await asMember(joris)).status).toBe(404);
    expect((await asMember(anna)).status).toBe(200);
  });

  test('stands on the page of its post with its words', async () => {
    const { server, anna, send } = await theCommunity();
    const { id } = await send('Een kast "vol" <dozen>');
    const { body } = await post(server, anna, { status: 'Kijk', media_ids: [id] });
    const visitor = new Visitor(server);
    await visitor.signIn('anna', PASSWORD);
    const page = await (await visitor.open(new URL(body.url).pathname)).text();
    expect(page).toContain('alt="Een kast &quot;vol&quot; &lt;dozen&gt;"');
    const address = /<img src="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await readFile(server, address)).headers.get('content-type')).toBe('image/png');
  });
});
