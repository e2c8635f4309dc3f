import type { SharedView } from '@/utils/messaging/library-views';
import type { ReplyView, ResponseView } from '@/utils/messaging/shared-views';

/** What a colleague shared, as a list gets it; say only what the test is about. */
export function sharedView(wishes: Partial<SharedView> = {}): SharedView {
  return {
    ...{ id: 'shared', kind: 'practice', title: 'Eén map per zaak', excerpt: 'Ik ordende de mappen.' },
    ...{
      authorName: 'Bram Claes',
      at: 0,
      url: 'https://community.example/@bram/1',
      thanks: 0,
      thanked: false,
      canThank: true,
    },
    ...wishes,
  };
}

export function replyView(wishes: Partial<ReplyView> = {}): ReplyView {
  return {
    ...{ postId: 'reply', url: 'https://community.example/@bram/2', authorName: 'Bram Claes' },
    ...{ at: 0, text: 'Ik doe het ook zo.', thanked: false, canThank: true },
    ...wishes,
  };
}

/** What came back on the post of `entry`; all of it is news unless the test says otherwise. */
export function responseView(wishes: Partial<ResponseView> = {}): ResponseView {
  const { thanks = 0, replies = [] } = wishes;
  const news = { thanks, replies };
  return { entryId: 'entry', title: 'Mappen', thanks, replies, news, ...wishes };
}
