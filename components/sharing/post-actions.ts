import { settle } from '@/components/hooks/settle';
import type { PostActions } from '@/components/outbox/post-actions';
import type { Trouble } from '@/components/ui/trouble';
import { type Answered, ask } from '@/utils/messaging/ask';

type Begun =
  | 'entry:correct'
  | 'entry:answer'
  | 'entry:conclude'
  | 'entry:tell'
  | 'entry:share-link'
  | 'entry:share-again';

/** What can be done with a practice that has arrived, where `onDraft` goes on with the draft that comes of it. */
export function postActions(onDraft: (draftId: string) => void): PostActions {
  const goOn = async (answer: Promise<Answered<Begun>>): Promise<Trouble | null> => {
    const begun = await answer;
    if (begun.ok) onDraft(begun.value.draftId);
    return begun.ok ? null : begun.error;
  };
  return {
    correct: (entryId) => goOn(ask('entry:correct', { entryId })),
    answer: (entryId) => goOn(ask('entry:answer', { entryId })),
    conclude: (entryId) => goOn(ask('entry:conclude', { entryId })),
    tell: (entryId) => goOn(ask('entry:tell', { entryId })),
    withdraw: (entryId) => settle(ask('entry:withdraw', { entryId })),
    shareLink: (entryId) => goOn(ask('entry:share-link', { entryId })),
    shareAgain: (entryId) => goOn(ask('entry:share-again', { entryId })),
  };
}
