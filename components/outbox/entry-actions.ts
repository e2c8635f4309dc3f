import type { Attempt, Trouble } from '@/components/ui/trouble';
import type { EntryView } from '@/utils/messaging/views';
import { standingOf } from './entry-story';
import type { TextFile } from './text-file';

/** What a person can do with an entry. */
export interface EntryActions {
  retry(entryId: string): Promise<Trouble | null>;
  takeBack(entryId: string): Promise<Trouble | null>;
  answer(entryId: string): Promise<Trouble | null>;
  discard(entryId: string): Promise<Trouble | null>;
  /** Takes back the deletion. */
  undoDiscard(entryId: string): Promise<Trouble | null>;
  copy(text: string): Promise<Trouble | null>;
  download(file: TextFile): Promise<Trouble | null>;
  /** Goes to where one connects and signs in. */
  connect(): Promise<Trouble | null>;
}

export interface MainAction {
  readonly words: `popup.${'undo' | 'retry' | 'retry-parked' | 'take-back' | 'elsewhere' | 'share-again' | 'share-alone' | 'connect' | 'sign-in'}`;
  readonly attempt: Attempt;
  /** Said when it went well; absent where what opens then says it. */
  readonly done?: 'popup.retried';
}

/** The one thing that helps most now; null while it is being sent or looked at. */
export function mainActionOf(entry: EntryView, now: number, actions: EntryActions): MainAction | null {
  const retry: Attempt = () => actions.retry(entry.id);
  switch (standingOf(entry, now)) {
    case 'resting':
      return { words: 'popup.undo', attempt: () => actions.takeBack(entry.id) };
    case 'waiting':
      if (entry.answers?.waits) return null;
      return { words: 'popup.retry', attempt: retry, done: 'popup.retried' };
    case 'uncertain':
      return { words: 'popup.retry', attempt: retry, done: 'popup.retried' };
    case 'parked':
      return whenParked(entry, actions);
    default:
      return null;
  }
}

/**
 * What was refused for what it says is changed first: the same text would only be refused again. So is what would replace
 * somebody else's.
 */
function whenParked({ id, reason }: EntryView, actions: EntryActions): MainAction {
  switch (reason) {
    case 'signed-out':
    case 'other-account':
    case 'unknown-account':
      return { words: 'popup.sign-in', attempt: actions.connect };
    case 'not-connected':
    case 'disconnected':
    case 'other-kind':
      return { words: 'popup.connect', attempt: actions.connect };
    case 'gone':
    case 'place-missing':
      return { words: 'popup.elsewhere', attempt: () => actions.takeBack(id) };
    case 'answered-gone':
      return { words: 'popup.share-alone', attempt: () => actions.takeBack(id) };
    case 'post-gone':
    case 'withdrawn':
      return { words: 'popup.share-again', attempt: () => actions.takeBack(id) };
    case 'refused':
    case 'word-refused':
    case 'too-long':
    case 'conflict':
    case 'picture-refused':
    case 'picture-lost':
      return { words: 'popup.take-back', attempt: () => actions.takeBack(id) };
    default:
      return { words: 'popup.retry-parked', attempt: () => actions.retry(id), done: 'popup.retried' };
  }
}
