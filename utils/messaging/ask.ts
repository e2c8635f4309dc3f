import { browser } from 'wxt/browser';
import { fail, type Result } from '@/utils/kernel/result';
import type { MessageName, Problem, Replies, RequestOf } from './contract';

export type Answered<Name extends MessageName> = Result<Replies[Name], Problem>;

/**
 * Asks the background. Never throws: a background that is gone (the extension was updated under an open page) is the
 * problem `extension-reloaded`.
 */
export async function ask<Name extends MessageName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<Answered<Name>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ name, request });
    return (answer as Answered<Name> | undefined) ?? fail({ code: 'extension-reloaded' });
  } catch {
    return fail({ code: 'extension-reloaded' }); // the other side was replaced while this page stayed open
  }
}
