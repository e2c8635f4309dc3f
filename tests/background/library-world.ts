import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aBackground, NOW, popup } from '@/tests/support/background-world';
import { TOKEN } from '@/tests/support/fake-community';
import { aCommunity, must, untilIdle } from '@/tests/support/outbox-world';
import { aPractice } from '@/tests/support/practices';
import { aShared } from '@/tests/support/shared-practices';
import { keepCommunity } from '@/utils/community/store';
import { unread } from '@/utils/library/reach';
import type { Reach, Shared } from '@/utils/library/shelf';
import { createDraft } from '@/utils/outbox/drafts';
import type { Practice } from '@/utils/practice/practice';

/** A browser that permits every site and has no tab in front, before each test, and is forgotten after it. */
export function usePermittingBrowser(): void {
  beforeEach(() => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => true) as never);
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  });
  afterEach(() => {
    fakeBrowser.reset();
    vi.restoreAllMocks();
  });
}

export const community = aCommunity({ accountId: '9' });
export const told = (title: string, changes: Partial<Practice> = {}): Practice =>
  aPractice({ title, did: 'Zo deed ik het.', why: '', topics: [], link: null, ...changes });
export const shared = (postId: string, practice: Practice, changes: Partial<Shared> = {}): Shared =>
  aShared({ communityId: community.id, postId, practice, ...changes });
export const READ = { newestAt: 1, olderFrom: null, lookedAt: NOW };
export const whole: Reach = { ...unread(community.id), aloud: READ, home: READ, askedAt: NOW };

export const SHELF = [
  shared('1', told('Mailboxen van vertrokken collega’s archiveren', { topics: ['e-mail'] }), { thanks: 2 }),
  shared('2', told('Aktenplan bijwerken', { topics: ['aktenplan'] })),
  shared('3', told('Aktenplan van mezelf'), { authorId: '9' }),
  shared('4', told('Mailbox gevraagd', { kind: 'question' })),
];

/** A background that knows what is on the shelf, once its index is made. */
export async function aReader(rows: readonly Shared[] = SHELF, reach: Reach = whole) {
  const world = aBackground();
  await keepCommunity(world.db, community, TOKEN);
  await world.db.shared.bulkPut([...rows]);
  await world.db.reaches.put(reach);
  const { library } = world.services;
  await untilIdle(() => library.finder() !== null);
  const draft = async (changes: Partial<Practice>, more: object = {}) => {
    const practice = aPractice({ title: '', did: '', why: '', topics: [], link: null, ...changes });
    return must(await createDraft(world.db, { practice, activityId: null, ...more }, { clock: () => NOW }))
      .id;
  };
  const similar = async (changes: Partial<Practice>, more: object = {}) =>
    must(
      await world.ask<'library:similar'>('library:similar', { draftId: await draft(changes, more) }, popup),
    );
  const fitting = async (url?: string) =>
    must(await world.ask<'library:fitting'>('library:fitting', { url }, popup)).fitting;
  return { ...world, library, draft, similar, fitting };
}
