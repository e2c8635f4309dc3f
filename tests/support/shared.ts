import type { Response, Shared } from '@/utils/library/shelf';
import type { Practice } from '@/utils/practice/practice';
import { aCommunity } from './outbox-world';
import { aPractice } from './practices';

interface Wishes extends Partial<Omit<Shared, 'practice'>> {
  readonly practice?: Partial<Practice>;
}

/** What a colleague shared, as of the last look; say only what the test is about. */
export function aShared({ practice, ...wishes }: Wishes = {}): Shared {
  const { communityId = aCommunity().id, postId = '1' } = wishes;
  return {
    id: `${communityId}/${postId}`,
    communityId,
    postId,
    url: `https://community.example/@bram/${postId}`,
    authorId: '2',
    authorName: 'Bram Claes',
    at: 0,
    reference: 'DG-ABCD-EFGH',
    practice: aPractice(practice),
    answersId: null,
    source: 'aloud',
    thanks: 0,
    replies: 0,
    thanked: false,
    ...wishes,
  };
}

/** What a colleague asks. */
export function aQuestion(wishes: Wishes = {}): Shared {
  const practice = { title: 'Hoe maak je een vernietigingslijst?', why: '', topics: [], ...wishes.practice };
  return aShared({ ...wishes, practice: { did: 'Wie weet het?', kind: 'question', ...practice } });
}

export function aReply(wishes: Partial<Response['replies'][number]> = {}): Response['replies'][number] {
  return {
    postId: 'reply',
    url: 'https://community.example/@bram/reply',
    authorId: '2',
    authorName: 'Bram Claes',
    at: 1,
    text: 'Zo doe ik het ook.',
    thanked: false,
    ...wishes,
  };
}

/** What came back on a post of one's own: nothing, but for what the test says. */
export function aResponse(wishes: Partial<Response> = {}): Response {
  return {
    ...{ entryId: 'entry', communityId: aCommunity().id, postId: 'post' },
    ...{ thanks: 0, replyCount: wishes.replies?.length ?? 0, replies: [], askedAt: 0 },
    ...{ toldThanks: 0, toldAt: 0 },
    ...wishes,
  };
}
