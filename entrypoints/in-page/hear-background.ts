import { browser } from '@wxt-dev/browser';
import type { NewsForPage } from '@/utils/messaging/prompt-views';

/** What to do on each; a recall says of which prompt. */
interface Events {
  hotkey(): void;
  recall(promptId: unknown): void;
}

/** Hears news from our own background only: no page can send this, and a page of ours has a tab. */
export function hearBackground(signal: AbortSignal, events: Events): void {
  const hear: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (message, sender, respond) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    const event: NewsForPage['event'] | undefined = message?.event;
    if (event !== 'hotkey' && event !== 'recall') return;
    events[event](message.promptId);
    respond(true);
  };
  const { onMessage } = browser.runtime;
  onMessage.addListener(hear);
  signal.addEventListener('abort', () => onMessage.removeListener(hear));
}
