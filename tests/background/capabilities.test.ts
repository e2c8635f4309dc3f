import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refreshCalls } from '@/entrypoints/background/calls';
import { aBackground } from '@/tests/support/background-world';
import { TOKEN } from '@/tests/support/fake-community';
import { aCommunity } from '@/tests/support/outbox-world';
import { keepCommunity } from '@/utils/community/store';

afterEach(() => vi.restoreAllMocks());

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
