import { describe, expect, test } from 'vitest';
import { forgetOld } from '@/server/store/forgetting';
import { aGif, aJpeg, aPng, tellsSecrets } from '@/tests/support/picture-files';
import { DAY_MS } from '@/utils/kernel/clock';
import { ask } from '../people';
import { aMember, aServer } from '../support';
import { type Attachment, readFile, upload } from './sending';

async function theCommunity() {
  const server = await aServer();
  return { server, anna: await aMember(server), joris: await aMember(server, 'joris') };
}

describe('sending a picture', () => {
  test.each(['v1', 'v2'])('%s answers what an app needs', async (version) => {
    const { server, anna } = await theCommunity();
    const sent = await upload(server, anna, aJpeg({ width: 40, height: 20 }), { version });
    expect(sent).toMatchObject({
      status: 200,
      body: {
        type: 'image',
        description: 'Een archiefdoos',
        meta: { original: { width: 40, height: 20, size: '40x20', aspect: 2 } },
        blurhash: null,
      },
    });
  });

  test('its file is only ever the picture, without what a camera wrote', async () => {
    const { server, anna } = await theCommunity();
    const { body } = await upload(server, anna, aJpeg());
    const { status, headers, bytes } = await readFile(server, body.url);
    expect([status, tellsSecrets(bytes)]).toEqual([200, false]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=604800, immutable',
      'content-disposition': expect.stringMatching(/^inline; filename="\d+\.jpeg"$/),
    });
  });

  test('a large one comes back whole', async () => {
    const { server, anna } = await theCommunity();
    const large = new Uint8Array(300_000).map((_, n) => (n * 7) % 251);
    const file = new Uint8Array(Buffer.concat([aJpeg().subarray(0, -39), large, Uint8Array.of(0xff, 0xd9)]));
    const { body } = await upload(server, anna, file);
    const { bytes } = await readFile(server, body.url);
    expect(bytes.length).toBeGreaterThan(300_000);
    expect(Buffer.from(bytes).includes(Buffer.from(large))).toBe(true);
  });

  test.each([
    ['what is no picture', new Uint8Array(Buffer.from('<svg/>')), /File content type is invalid/],
    ['one of too many points', aPng({ width: 9_000, height: 9_000 }), /9000x9000 images are not supported/],
    ['a description without end', aGif(), /Description is too long/],
  ])('%s is refused', async (_what, bytes, error) => {
    const { server, anna } = await theCommunity();
    const sent = await upload(server, anna, bytes, { description: 'a'.repeat(1_501) });
    expect(sent).toMatchObject({ status: 422, body: { error: expect.stringMatching(error) } });
  });

  test('one that is too large, and a form without one, are refused', async () => {
    const { server, anna } = await theCommunity();
    const large = new Uint8Array(8 * 1024 * 1024 + 1);
    large.set(aJpeg());
    expect((await upload(server, anna, large)).status).toBe(422);
    expect((await upload(server, anna, new Uint8Array(10 * 1024 * 1024))).status).toBe(413);
    expect((await ask(server, anna, 'POST', '/api/v2/media', { file: 'x' })).status).toBe(422);
  });

  test('needs the scope for it, or that of all writing', async () => {
    const { server } = await theCommunity();
    const answer = await server.request('/api/v2/media', { method: 'POST' });
    expect(answer.status).toBe(401);
  });
});

describe('before it is posted', () => {
  test('only whoever sent it knows it, describes it and takes it back', async () => {
    const { server, anna, joris } = await theCommunity();
    const { body } = await upload(server, anna, aPng());
    const path = `/api/v1/media/${body.id}`;
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await ask(server, joris, method, path)).status).toBe(404);
    const described = await ask<Attachment>(server, anna, 'PUT', path, { description: 'Een kast' });
    expect(described.body.description).toBe('Een kast');
    expect((await ask<Attachment>(server, anna, 'PUT', path, { focus: '0,0' })).body.description).toBe(
      'Een kast',
    );
    expect((await ask(server, anna, 'DELETE', path)).status).toBe(200);
    expect((await ask(server, anna, 'GET', path)).status).toBe(404);
    expect((await readFile(server, body.url)).status).toBe(404);
  });

  test('it stays a day', async () => {
    const { server, anna } = await theCommunity();
    const { body } = await upload(server, anna, aPng());
    server.time.now += DAY_MS;
    await forgetOld(server.store());
    expect((await readFile(server, body.url)).status).toBe(200);
    server.time.now += 1;
    await forgetOld(server.store());
    expect((await readFile(server, body.url)).status).toBe(404);
    const { db } = server.store();
    expect(await db.selectFrom('picture_parts').selectAll().execute()).toEqual([]);
  });
});
