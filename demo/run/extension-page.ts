import type { Page } from 'playwright-core';
import type { Result } from '@/utils/kernel/result';
import type { MessageName, Problem, Replies, RequestOf } from '@/utils/messaging/contract';

/** Asks the background what an extension page may ask; used to look, never to do what a person would do. */
export async function askFrom<Name extends MessageName>(
  page: Page,
  name: Name,
  request: RequestOf<Name>,
): Promise<Replies[Name]> {
  const answer = await page.evaluate(
    (message): Promise<unknown> => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      };
      return chrome.runtime.sendMessage(message);
    },
    { name, request },
  );
  const result = answer as Result<Replies[Name], Problem> | undefined;
  if (result?.ok) return result.value;
  throw new Error(`${name}: ${result?.error.code ?? 'no answer'}`);
}
