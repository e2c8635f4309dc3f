import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLibrary } from '@/entrypoints/background/library';
import { refreshLibrary } from '@/entrypoints/background/refresh-library';
import { bindFrame } from '@/entrypoints/background/tickets';
import {
  aBackground,
  activity,
  duePrompt,
  framed,
  inPage,
  NOW,
  popup,
  SITE,
} from '@/tests/support/background-world';
import { must, untilIdle } from '@/tests/support/outbox-world';
import { aReader, community, SHELF, usePermittingBrowser } from './library-world';

usePermittingBrowser();

test('a frame hears about its own draft only, and a script in a page of none', async () => {
  const { ask, draft } = await aReader();
  const draftId = await draft({ title: 'Mailbox archiveren' });
  expect(await ask('library:similar', { draftId }, framed)).toMatchObject({ error: { code: 'not-allowed' } });
  await bindFrame(framed, draftId);
  for (const name of ['library:fitting', 'shared:thank'] as const)
    expect(await ask(name, { sharedId: 'x' }, framed)).toMatchObject({ error: { code: 'not-allowed' } });
  for (const name of ['library:similar', 'shared:answer'] as const)
    expect(await ask(name, { draftId, sharedId: 'x' }, inPage)).toMatchObject({
      error: { code: 'not-allowed' },
    });
});

test('nothing of it is left once everything is erased, in memory or while it is being made', async () => {
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
  const { ask, library, services, db } = await aReader();
  expect(library.finder()?.size).toBe(SHELF.length);
  must(await ask('data:wipe', {}, popup));
  await untilIdle(() => library.finder() !== null);
  expect(library.finder()?.size).toBe(0);
  await db.shared.bulkPut([...SHELF]);
  library.emptied();
  const other = createLibrary(db, services.announce);
  other.finder();
  other.emptied();
  await db.shared.clear();
  await untilIdle(() => other.finder() !== null);
  expect(other.finder()?.size).toBe(0);
});

test('an index is made only where it is used', async () => {
  const { fitting, library } = await aReader();
  library.emptied();
  const finder = vi.spyOn(library, 'finder');
  await fitting('https://not-allowed.example');
  await fitting();
  expect(finder).not.toHaveBeenCalled();
});

test('no word of a page or a draft leaves', async () => {
  const { services, db, server, similar, fitting } = await aReader();
  await db.reaches.clear();
  await db.sites.put({ origin: SITE, recipeId: null, chosen: false, addedAt: 1, named: 'person' } as never);
  await db.prompts.put({ ...duePrompt, activity: { ...activity, title: 'Geheimwoord' } });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { url: `${SITE}/x`, title: 'Geheimwoord' },
  ] as never);
  await similar({ title: 'Geheimwoord in de titel', did: 'geheimwoord', topics: ['Geheimwoord'] });
  await fitting(SITE);
  await refreshLibrary(services);
  expect(server.requests.length).toBeGreaterThan(1);
  expect(JSON.stringify(server.requests)).not.toMatch(/geheimwoord|wiki\.example/iu);
});

test('while the community is being left alone by deliveries, nothing is read', async () => {
  const { services, db, server } = await aReader();
  await db.reaches.clear();
  await db.paces.put({ communityId: community.id, failures: 1, until: NOW + 1, asked: 0 });
  await refreshLibrary(services);
  expect(server.requests).toEqual([]);
});

test('the index is made while nothing else is under way', async () => {
  const { services, db } = aBackground();
  await db.shared.bulkPut(SHELF);
  const { library } = services;
  let finish: () => void = () => undefined;
  const work = library.precede(
    new Promise<void>((resolve) => {
      finish = resolve;
    }),
  );
  expect(library.finder()).toBeNull();
  await new Promise((resume) => setTimeout(resume, 100));
  expect(library.finder()).toBeNull();
  finish();
  await work;
  await vi.waitFor(() => expect(library.finder()?.size).toBe(SHELF.length));
});
