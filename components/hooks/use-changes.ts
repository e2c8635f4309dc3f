import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { CHANGED } from '@/utils/messaging/contract';

// Only its type is imported: the contract would bring its validators into every page.
const changed: typeof CHANGED = 'changed';

/** Calls `onChange` when the background says that something changed, and when the page comes back into view. */
export function useChanges(onChange: () => void): void {
  useEffect(() => {
    const lifetime = new AbortController();
    const hear = (message: unknown): undefined => {
      if (isChange(message)) onChange();
    };
    const look = (): void => {
      if (document.visibilityState === 'visible') onChange();
    };
    browser.runtime.onMessage.addListener(hear);
    lifetime.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(hear));
    document.addEventListener('visibilitychange', look, { signal: lifetime.signal });
    return () => lifetime.abort();
  }, [onChange]);
}

function isChange(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'event' in message && message.event === changed;
}
