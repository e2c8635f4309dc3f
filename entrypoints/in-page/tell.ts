import { browser } from '@wxt-dev/browser';
import type { Result } from '@/utils/kernel/result';
import type { MessageName, Problem, Replies, RequestOf } from '@/utils/messaging/contract';

export type InPageName = Extract<MessageName, `prompt:${string}`>;

/** Asks the background; never throws. Built here because `messaging/ask` brings the polyfill into the page. */
export async function tell<Name extends InPageName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<Result<Replies[Name], Problem>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ name, request });
    if (answer !== undefined && answer !== null) return answer as Result<Replies[Name], Problem>;
  } catch {
    // the extension was reloaded or removed under the page: said below
  }
  return { ok: false, error: { code: 'extension-reloaded' } };
}

/** Whether the extension that put us here is gone; what we placed then answers to nobody. */
export function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}
