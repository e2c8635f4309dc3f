import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import generator, { detector, type MegalodonInterface } from 'megalodon';
import { expect, test } from 'vitest';
import { aPng } from '@/tests/support/picture-files';
import { aFolder } from '../program';
import type { Visitor } from '../visitor';
import { agree, aListeningCommunity } from './community';

const SLOW = 60_000;
const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';

async function signIn(origin: string, visitor: Visitor): Promise<MegalodonInterface> {
  const anybody = generator('mastodon', origin);
  const options = { scopes: ['read', 'write', 'follow'], redirect_uris: OUT_OF_BAND };
  const app = await anybody.registerApp('megalodon', options);
  const code = await agree(visitor, app.url ?? '');
  const token = await anybody.fetchAccessToken(app.client_id, app.client_secret, code, OUT_OF_BAND);
  return generator('mastodon', origin, token.access_token);
}

function aPicture(): string {
  const file = join(aFolder(), 'kast.png');
  writeFileSync(file, aPng());
  return file;
}

test('megalodon takes the server for one that speaks Mastodon', async () => {
  const { origin } = await aListeningCommunity();
  expect(await detector(origin)).toBe('mastodon');
});

test(
  'megalodon signs in and does a day of work',
  async () => {
    const community = await aListeningCommunity();
    const anna = await signIn(community.origin, community.anna);
    const bram = await signIn(community.origin, community.bram);
    expect((await anna.verifyAccountCredentials()).data.acct).toBe('anna');
    expect((await anna.getInstance()).data.title).toBe('Proef');
    const { data: post } = await anna.postStatus('Selectielijst nagekeken #archief', { language: 'nl' });
    expect((await bram.getHomeTimeline()).data.map(({ id }) => id)).toEqual([post.id]);
    expect((await bram.getTagTimeline('archief')).data.map(({ id }) => id)).toEqual([post.id]);
    const { data: reply } = await bram.postStatus('Dank, dat helpt', { in_reply_to_id: post.id });
    expect((await anna.getStatusContext(post.id)).data.descendants.map(({ id }) => id)).toEqual([reply.id]);
    expect((await bram.favouriteStatus(post.id)).data.favourited).toBe(true);
    expect((await bram.reblogStatus(post.id)).data.reblog?.id).toBe(post.id);
    expect((await bram.bookmarkStatus(post.id)).data.bookmarked).toBe(true);
    expect((await bram.getBookmarks()).data.map(({ id }) => id)).toEqual([post.id]);
    expect((await bram.getFavourites()).data.map(({ id }) => id)).toEqual([post.id]);
    const told = (await anna.getNotifications({ limit: 10 })).data.map(({ type }) => type);
    expect([...told].sort()).toEqual(['favourite', 'mention', 'reblog']);
    const { data: found } = await bram.search('selectielijsten', { type: 'statuses' });
    expect(found.statuses.map(({ id }) => id)).toEqual([post.id]);
    const { data: annas } = await bram.searchAccount('anna');
    expect(annas.map(({ acct }) => acct)).toEqual(['anna']);
    expect((await bram.followAccount(annas[0]?.id ?? '')).data.following).toBe(true);
    expect((await bram.getRelationship(annas[0]?.id ?? '')).data.following).toBe(true);
    expect((await bram.followTag('archief')).data.following).toBe(true);
    const { data: picture } = await anna.uploadMedia(createReadStream(aPicture()), {
      description: 'Een kast',
    });
    const { data: shown } = await anna.postStatus('Kijk', { media_ids: [picture.id] });
    expect((await bram.getStatus(shown.id)).data.media_attachments).toMatchObject([
      { description: 'Een kast' },
    ]);
    const { data: edited } = await anna.editStatus(post.id, { status: 'Selectielijst getekend' });
    expect(edited.edited_at).not.toBeNull();
    await anna.saveMarkers({ home: { last_read_id: post.id } });
    expect(JSON.stringify((await anna.getMarkers(['home'])).data)).toContain(post.id);
    await anna.deleteStatus(post.id);
    await expect(bram.getStatus(post.id)).rejects.toThrow('404');
  },
  SLOW,
);
