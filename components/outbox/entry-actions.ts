import type { Attempt, Trouble } from '@/components/ui/trouble';
import type { EntryView } from '@/utils/messaging/views';
import { standingOf } from './entry-story';

/** What a person can do with an entry. */
export interface EntryActions {
  retry(entryId: string): Promise<Trouble | null>;
  takeBack(entryId: string): Promise<Trouble | null>;
  discard(entryId: string): Promise<Trouble | null>;
  copy(text: string): Promise<Trouble | null>;
  /** Goes to where one connects and signs in. */
  connect(): Promise<Trouble | null>;
}

export interface MainAction {
  readonly words: `popup.${'undo' | 'retry' | 'retry-parked' | 'connect' | 'sign-in'}`;
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
    case 'uncertain':
      return { words: 'popup.retry', attempt: retry, done: 'popup.retried' };
    case 'parked':
      if (entry.reason === 'not-connected') return { words: 'popup.connect', attempt: actions.connect };
      if (entry.reason === 'signed-out') return { words: 'popup.sign-in', attempt: actions.connect };
      return { words: 'popup.retry-parked', attempt: retry, done: 'popup.retried' };
    default:
      return null;
  }
}
