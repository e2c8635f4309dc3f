import { useState } from 'preact/hooks';
import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { EntryView, Preview } from '@/utils/messaging/views';
import { type Destination, lacksPlace, mustConfirm } from './destination';
import { useStayInSight } from './second-look';
import type { Readiness } from './visibility';
import type { Writing } from './writing';

/** How a Send stands. `too-early`: pressed before the panel was in plain sight. `placeless`: where, is not chosen. `incomplete`: a field is missing. `guarded`: something found is open. */
export type SendState =
  | { readonly kind: 'idle' | 'sending' | 'too-early' | 'confirm' | 'placeless' | 'incomplete' | 'guarded' }
  | { readonly kind: 'failed'; readonly problem: Problem };

const IDLE: SendState = { kind: 'idle' };

export interface SendOrders {
  readonly writing: Writing;
  readonly destination: Destination;
  readonly readiness: Readiness;
  readonly onSent: (entry: EntryView) => void;
  /** The draft went on in a window of its own. */
  readonly onMovedOut: () => void;
}

/** What is missing comes before what was found: the one is filled in, the other looked at. */
function obstacleOf({ problems }: Preview): 'incomplete' | 'guarded' | null {
  if (problems.length === 0) return null;
  return problems.every((problem) => problem === 'privacy-open') ? 'guarded' : 'incomplete';
}

/** What a press on Send does: always something, and it always says what. */
export function useSend({ writing, destination, readiness, onSent, onMovedOut }: SendOrders) {
  const [state, setState] = useState<SendState>(IDLE);
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const watchSight = useStayInSight(readiness);

  const moveOut = async (): Promise<void> => {
    setState({ kind: 'sending' });
    if (!(await writing.flush())) return setState(IDLE); // what is in the way is said above the fields
    const moved = await ask('draft:pop-out', { draftId: writing.read().draftId });
    if (moved.ok) onMovedOut();
    else setState({ kind: 'failed', problem: moved.error });
  };
  const send = async (): Promise<void> => {
    const staysInSight = watchSight();
    setState({ kind: 'sending' });
    if (!(await writing.flush())) return setState(IDLE);
    const obstacle = obstacleOf(writing.read().preview);
    if (obstacle !== null) return setState({ kind: obstacle });
    if (!(await staysInSight(writing.view.framed))) return setState({ kind: 'too-early' });
    const sent = await writing.send(destination);
    if (sent.ok) onSent(sent.value);
    else setState({ kind: 'failed', problem: sent.error });
  };
  const press = (): void => {
    const { community } = destination;
    if (readiness === 'own-window') void moveOut();
    else if (readiness === 'settling') setState({ kind: 'too-early' });
    else if (lacksPlace(destination, writing.view.draft)) setState({ kind: 'placeless' });
    else if (mustConfirm(destination) && confirmed !== community?.id) setState({ kind: 'confirm' });
    else void send();
  };
  const confirm = (): void => {
    setConfirmed(destination.community?.id ?? null);
    if (readiness === 'ready') void send();
    else setState({ kind: 'too-early' });
  };
  return { state: isOver(state, writing, destination) ? IDLE : state, press, confirm };
}

/** Whether what kept it from being sent has been mended since. */
function isOver({ kind }: SendState, writing: Writing, destination: Destination): boolean {
  if (kind === 'placeless') return !lacksPlace(destination, writing.view.draft);
  return (kind === 'incomplete' || kind === 'guarded') && obstacleOf(writing.read().preview) !== kind;
}
