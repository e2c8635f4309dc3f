import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { duePrompt, NOW, popup, SITE } from '@/tests/support/background-world';
import { must } from '@/tests/support/outbox-world';
import { HOUR_MS } from '@/utils/kernel/clock';

import { aReader, community, SHELF, usePermittingBrowser } from './library-world';

usePermittingBrowser();

describe('on the work page', () => {
  test('practices of others are told that fit what was done there, or the page in front', async () => {
    const { db, fitting } = await aReader();
    await db.sites.put({ origin: SITE, recipeId: null, chosen: false, addedAt: 1, named: 'person' } as never);
    expect(await fitting(SITE)).toEqual([]);
    await db.prompts.put(duePrompt);
    expect((await fitting(SITE)).map(({ title }) => title)).toEqual(['Aktenplan bijwerken']);
    await db.prompts.update(duePrompt.id, { createdAt: NOW - 5 * HOUR_MS });
    expect(await fitting(SITE)).toEqual([]);
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
      { url: `${SITE}/x`, title: 'Aktenplan' },
    ] as never);
    expect((await fitting(SITE)).map(({ title }) => title)).toEqual(['Aktenplan bijwerken']);
    expect(await fitting('https://elsewhere.example')).toEqual([]);
    expect(await fitting()).toEqual([]);
  });

  test('nothing is told, and no tab looked at, on a site that was not allowed', async () => {
    const { db, fitting } = await aReader();
    await db.prompts.put(duePrompt);
    expect(await fitting(SITE)).toEqual([]);
    expect(fakeBrowser.tabs.query).not.toHaveBeenCalled();
  });

  test('thanks reach the author once', async () => {
    const { ask, db, server, fitting } = await aReader();
    server.always = { status: 200, body: JSON.stringify({ id: '1', account: { id: '2' } }) };
    const sharedId = `${community.id} 1`;
    expect((await ask('shared:thank', { sharedId, on: true }, popup)).ok).toBe(true);
    expect((await ask('shared:thank', { sharedId, on: true }, popup)).ok).toBe(true);
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://community.example/api/v1/statuses/1/favourite',
    ]);
    expect(await db.requests.toArray()).toMatchObject([{ purpose: 'thank' }]);
    expect(await db.shared.get(sharedId)).toMatchObject({ thanks: 3, thanked: true });
    expect(await fitting(SITE)).toEqual([]);
  });

  test.each([
    [{ status: 404 }, 'shared-gone'],
    [{ status: 503 }, 'thank-failed'],
    ['no-connection', 'community-unreachable'],
  ] as const)('thanks that fail (%j) are said to have', async (fault, code) => {
    const { ask, server, db } = await aReader();
    server.always = fault;
    const sharedId = `${community.id} 1`;
    expect(await ask('shared:thank', { sharedId, on: true }, popup)).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(await db.shared.get(sharedId)).toMatchObject({ thanks: 2, thanked: false });
  });
});

describe('adding to a practice', () => {
  test('begins one answer, which goes on when asked for again; the draft that named it stays', async () => {
    const { ask, db, draft } = await aReader();
    const written = await draft({ title: 'Mailbox', did: 'Wat ik typte' });
    const sharedId = `${community.id} 1`;
    const { draftId } = must(await ask<'shared:answer'>('shared:answer', { sharedId }, popup));
    expect(await db.drafts.get(draftId)).toMatchObject({
      practice: { kind: 'answer', title: '', language: 'nl' },
      answers: { entryId: null, postId: '1', communityId: community.id, placeId: null, audience: 'members' },
    });
    expect(must(await ask<'shared:answer'>('shared:answer', { sharedId }, popup)).draftId).toBe(draftId);
    expect(await db.drafts.get(written)).toMatchObject({ practice: { did: 'Wat ik typte' } });
  });

  test('is for no more readers than the practice may have had', async () => {
    const [row] = SHELF;
    const { ask, db } = await aReader(row === undefined ? [] : [{ ...row, source: 'home' }]);
    const { draftId } = must(
      await ask<'shared:answer'>('shared:answer', { sharedId: `${community.id} 1` }, popup),
    );
    expect((await db.drafts.get(draftId))?.answers?.audience).toBe('followers');
  });

  test('what is gone cannot be added to', async () => {
    const { ask } = await aReader();
    expect(await ask('shared:answer', { sharedId: 'none' }, popup)).toMatchObject({
      error: { code: 'shared-gone' },
    });
  });
});
