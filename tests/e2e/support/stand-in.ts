import type { BrowserContext, Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import type { MessageName, Problem, Replies } from '@/utils/messaging/contract';

/** What a page of ours is answered in place of the background; what is not named, the background answers. */
export type Answers = { [Name in MessageName]?: Replies[Name] | { readonly problem: Problem } };

interface Patch {
  readonly name: MessageName;
  /** Taken over into each community of the answer. */
  readonly communities: Readonly<Record<string, unknown>>;
}

/**
 * A page of the extension that platforms which nobody can run here seem to have answered: the background is the real
 * one for all else. `patch` changes what it says of communities.
 */
export async function openAnswered(
  context: BrowserContext,
  path: 'options.html' | 'popup.html',
  answers: Answers,
  patch: Patch | null = null,
): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(standIn, [answers, patch] as const);
  await page.goto(extensionUrl(path));
  await page.bringToFront();
  return page;
}

type Send = (message: { name?: string }) => Promise<{ value?: { communities?: object[] } }>;
declare const chrome: {
  readonly runtime: { sendMessage: Send };
  readonly permissions: { request: () => Promise<boolean> };
};

/** Runs in the page: self-contained. */
function standIn([answers, patch]: readonly [Record<string, unknown>, Patch | null]): void {
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.permissions.request = async () => true;
  chrome.runtime.sendMessage = async (message) => {
    const name = message.name ?? '';
    if (name in answers) {
      const answer = answers[name] as { problem?: unknown } | null;
      const isProblem = answer !== null && typeof answer === 'object' && 'problem' in answer;
      return (isProblem ? { ok: false, error: answer.problem } : { ok: true, value: answer }) as never;
    }
    const real = await send(message);
    if (name === patch?.name)
      for (const one of real.value?.communities ?? []) Object.assign(one, patch.communities);
    return real;
  };
}
