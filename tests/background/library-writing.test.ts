import { describe, expect, test, vi } from 'vitest';
import { aBackground, activity, duePrompt, NOW, popup } from '@/tests/support/background-world';
import { must } from '@/tests/support/outbox-world';
import { aPractice } from '@/tests/support/practices';
import { DAY_MS } from '@/utils/kernel/clock';
import { unread } from '@/utils/library/reach';
import { createDraft } from '@/utils/outbox/drafts';

import { aReader, community, READ, SHELF, usePermittingBrowser, whole } from './library-world';

usePermittingBrowser();

describe('while somebody writes', () => {
  test('practices that are near are told with author, thanks and beginning', async () => {
    const { similar } = await aReader();
    expect(await similar({ title: 'De mailbox van een collega die vertrokken is' })).toEqual({
      similar: [
        {
          kind: 'practice',
          id: `${community.id} 1`,
          title: 'Mailboxen van vertrokken collega’s archiveren',
          authorName: 'Joris',
          url: 'https://community.example/@joris/1',
          at: DAY_MS,
          excerpt: 'Zo deed ik het.',
          thanks: 2,
          thanked: false,
          canThank: true,
        },
      ],
      unique: null,
    });
  });

  test('nothing is told where nothing is near, or beside an answer, a conclusion or a correction', async () => {
    const { similar } = await aReader();
    expect((await similar({ title: 'Parkeerkaarten aanvragen' })).similar).toEqual([]);
    const post = { entryId: 'e', postId: '1', communityId: community.id, placeId: null, audience: 'members' };
    const title = 'Mailboxen van vertrokken collega’s';
    expect((await similar({ title }, { answers: { ...post, title } })).similar).toEqual([]);
    expect((await similar({ title }, { concludes: { ...post, title } })).similar).toEqual([]);
  });

  test('a draft in which nothing was written shows what fits the page that it began on', async () => {
    const { db, similar } = await aReader();
    const begun = await similar({}, { page: { title: 'Aktenplan', link: null } });
    expect(begun.similar.map(({ title }) => title)).toContain('Aktenplan bijwerken');
    await db.prompts.put(duePrompt);
    const { similar: fits } = await similar({}, { activityId: activity.id });
    expect(fits.map(({ title }) => title)).toContain('Aktenplan bijwerken');
  });

  test('what comes later is known at once, and what goes is not told any more', async () => {
    const { db, library, similar } = await aReader([]);
    const [row] = SHELF;
    if (row === undefined) throw new Error('an empty shelf');
    await db.shared.put(row);
    library.changed({ put: [row], gone: [] });
    expect((await similar({ title: 'Mailbox archiveren' })).similar).toHaveLength(1);
    await db.shared.clear();
    library.changed({ put: [], gone: [row.id] });
    expect((await similar({ title: 'Mailbox archiveren' })).similar).toEqual([]);
  });
});

describe('“Nog niemand deelde iets over …”', () => {
  test('is said of a topic that nobody shared', async () => {
    const { similar } = await aReader();
    expect((await similar({ topics: ['e-mails', 'Ruimtevaart'] })).unique).toBe('Ruimtevaart');
    expect((await similar({ topics: ['E-mail'] })).unique).toBeNull();
    expect((await similar({ topics: [] })).unique).toBeNull();
  });

  test.each([
    ['the beginning was not reached', { ...whole, home: { ...READ, olderFrom: '7' } }],
    ['nobody looked for a day', { ...whole, aloud: { ...READ, lookedAt: NOW - DAY_MS - 1 } }],
    ['there is a gap', { ...whole, aloud: { ...READ, gap: { from: '8', downTo: 3 } } }],
    ['nothing was read yet', unread(community.id)],
    ['of another community nothing is known', { ...whole, communityId: 'other' }],
  ])('is not said where %s', async (_what, reach) => {
    const { similar } = await aReader(SHELF, reach);
    expect((await similar({ topics: ['Ruimtevaart'] })).unique).toBeNull();
  });

  test('is not said while the index is being made', async () => {
    const world = aBackground();
    await world.db.reaches.put(whole);
    const practice = aPractice({ topics: ['Ruimtevaart'] });
    const { id: draftId } = must(
      await createDraft(world.db, { practice, activityId: null }, { clock: () => NOW }),
    );
    const first = must(await world.ask<'library:similar'>('library:similar', { draftId }, popup));
    expect(first).toEqual({ similar: [], unique: null });
    await vi.waitFor(() => expect(world.counts().announced).toBe(1)); // whoever asked hears that it is there
  });
});
