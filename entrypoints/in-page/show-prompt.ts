import { browser } from '@wxt-dev/browser';
import type { PromptOrder } from '@/utils/messaging/prompt-views';
import type { Answer } from '@/utils/prompting/prompt';
import { isInSight } from './busy';
import { type Chip, placeChip } from './place-chip';
import { placeSidebar, type Sidebar } from './place-sidebar';
import { reportShown } from './report-shown';
import { openStage } from './stage';
import { tell } from './tell';

/** What stands on the page now. */
export interface Shown {
  /** Brings the focus to it. */
  reach(): void;
  /** Somebody may write in it. */
  isSidebarOpen(): boolean;
}

/** Puts the chip on the page and, once it was answered with "share", the sidebar. `life` ends with the last of them. */
export function showPrompt(order: PromptOrder, life: AbortController): Shown {
  const { promptId, resumes, words } = order;
  const { signal } = life;
  const end = (): void => life.abort();
  const giveUp = (): void => hold(order, life);
  let sidebar: Sidebar | null = null;

  const stage = openStage({
    signal,
    onKey: (key) => {
      if (sidebar !== null) return false;
      if (key !== 'Escape') return chip.press(key);
      chip.escape();
      if (chip.isFolded()) stage.returnFocus();
      return true;
    },
    onRemounted: () => {
      sidebar?.remove(); // its frame was good once; another needs another press
      sidebar = null;
      chip.show();
    },
    onGivenUp: giveUp,
  });
  const onAnswer = sendAnswers(order, signal, {
    onFrame: (frameUrl) => {
      chip.hide();
      sidebar = placeSidebar(stage.root, frameUrl, words, end);
    },
    onDone: end,
    onFailed: () => chip.sayFailed(),
  });
  const chip: Chip = placeChip({ root: stage.root, order, signal, onAnswer });
  const isSeen = (): boolean => isInSight(document) && stage.root.host.isConnected;
  const onShown = (): void => void tell('prompt:shown', { promptId });
  const onUnseen = (): void => void (resumes || sidebar !== null || giveUp()); // who writes has seen it
  reportShown(isSeen, signal, { onShown, onUnseen }, order.patienceMs);
  const reach = (): void => stage.takeFocus(sidebar?.frame ?? chip.unfold());
  return { reach, isSidebarOpen: () => sidebar !== null };
}

/** Ends without an answer: the prompt waits in the popup. */
function hold({ promptId, resumes }: PromptOrder, life: AbortController): void {
  if (!resumes) void tell('prompt:held', { promptId });
  life.abort();
}

interface Outcomes {
  onFrame(frameUrl: string): void;
  onDone(): void;
  onFailed(): void;
}

/** One answer at a time: a second press while the first is on its way does nothing. */
function sendAnswers(
  { promptId, resumes }: PromptOrder,
  signal: AbortSignal,
  { onFrame, onDone, onFailed }: Outcomes,
): (answer: Answer) => void {
  let answering = false;
  const send = async (answer: Answer): Promise<void> => {
    answering = true;
    const reply = await tell('prompt:answer', { promptId, answer });
    answering = false;
    if (signal.aborted) return;
    if (!reply.ok) onFailed();
    else if (reply.value === null) onDone();
    else onFrame(frameAddress(reply.value.framePath));
  };
  return (answer) => {
    if (resumes && answer !== 'share')
      onDone(); // the draft waits in the popup
    else if (!answering) void send(answer);
  };
}

/** Asked here and not in the background: only a script in the page is given the address that a page may frame. */
function frameAddress(path: string): string {
  return browser.runtime.getURL(path as Parameters<typeof browser.runtime.getURL>[0]);
}
