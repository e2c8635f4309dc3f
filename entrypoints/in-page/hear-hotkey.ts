import { browser } from '@wxt-dev/browser';
import type { HotkeyNews } from '@/utils/messaging/prompt-views';

const EVENT: HotkeyNews['event'] = 'hotkey';

/** Hears that the hotkey was pressed, from our own background only: no page can send this, and a page of ours has a tab. */
export function hearHotkey(signal: AbortSignal, onHotkey: () => void): void {
  const hear: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (message, sender, respond) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined || message?.event !== EVENT) return;
    onHotkey();
    respond(true);
  };
  const { onMessage } = browser.runtime;
  onMessage.addListener(hear);
  signal.addEventListener('abort', () => onMessage.removeListener(hear));
}
