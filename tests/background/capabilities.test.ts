import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refreshCalls } from '@/entrypoints/background/calls';
import { aBackground } from '@/tests/support/background-world';
import { TOKEN } from '@/tests/support/fake-community';
import { aCommunity } from '@/tests/support/outbox-world';
import type { Community } from '@/utils/community/community';
import { keepCommunity } from '@/utils/community/store';

afterEach(() => vi.restoreAllMocks());

/** A background and its community, with the addresses that the daily look asks. */
async function lookedAt(community: Partial<Community>) {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const { db, server, services } = aBackground();
  await keepCommunity(db, aCommunity(community), TOKEN);
  const instance = JSON.stringify({ title: 'Huis', version: '4.4.0' });
  if (community.hasCalls !== false) server.readFaults.push({ status: 200, body: '[]' });
  server.readFaults.push({ status: 200, body: instance });
  await refreshCalls(services);
  return { db, asked: server.requests.map(({ url }) => new URL(url).pathname) };
}

test('of a platform that calls for nothing only what it takes is asked', async () => {
  const { asked } = await lookedAt({ hasCalls: false });
  expect(asked).toEqual(['/api/v2/instance']);
});

test('of one that was connected before that was known both are asked, and then it is known', async () => {
  const { db, asked } = await lookedAt({});
  expect(asked).toEqual(['/api/v1/announcements', '/api/v2/instance']);
  expect(await db.communities.get(aCommunity().id)).toMatchObject({ hasCalls: true });
});

test.each([200, 404])('the daily look fills in what a community takes by now (calls: %i)', async (status) => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const { db, server, services } = aBackground();
  await keepCommunity(db, aCommunity(), TOKEN);
  const configuration = {
    statuses: { supported_mime_types: ['text/markdown'], max_media_attachments: 4 },
    media_attachments: { supported_mime_types: ['image/jpeg', 'image/png'] },
  };
  const instance = { title: 'Huis', version: '4.4.0', configuration };
  server.readFaults.push({ status, body: '[]' }, { status: 200, body: JSON.stringify(instance) });
  await refreshCalls(services);
  expect(await db.communities.get(aCommunity().id)).toMatchObject({ format: 'markdown', pictures: 4 });
});
