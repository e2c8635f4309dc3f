import type { Browser } from 'puppeteer-core';
import { until } from './until';

/** On a machine with three browsers at work. */
const PROMPTS_WITHIN_MS = 30_000;

/** The part of puppeteer's connection that its public types leave out. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface Tree {
  readonly contexts: readonly { readonly context: string }[];
}

type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value?: unknown } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** What only the browser's own window can do: answer its prompts, and stop an extension's background. */
export function browserWindow(browser: Browser, extensionId: string) {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const chrome = async (expression: string): Promise<unknown> => {
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const context = (tree.result as Tree).contexts[0]?.context;
    const answer = await connection.send('script.evaluate', {
      target: { context },
      awaitPromise: true,
      expression,
    });
    const evaluated = answer.result as Evaluated;
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
    return evaluated.result.value;
  };
  const extension = `WebExtensionPolicy.getByID('${extensionId}').extension`;
  const backgroundId = async () => String(await chrome(`${extension}.backgroundContext?.contextId`));
  const backgroundState = async () => String(await chrome(`${extension}.backgroundState`));
  return {
    chrome,
    backgroundState,
    // What it leaves unfinished may wake it again at once, as another one: a request that is broken off is news to it.
    stopBackground: async (): Promise<void> => {
      const before = await backgroundId();
      await chrome(`${extension}.terminateBackground({ disableResetIdleForTest: true })`);
      const isGone = async () => (await backgroundState()) === 'stopped' || (await backgroundId()) !== before;
      await until('the background to stop', isGone);
    },
    answerPrompt: async (which: 'button' | 'secondaryButton' = 'button'): Promise<void> => {
      const press = async () => Boolean(await chrome(pressPrompt(which)));
      await until('the permission prompt', press, PROMPTS_WITHIN_MS);
    },
  };
}

function pressPrompt(which: string): string {
  return `(() => {
    const prompt = document.querySelector('#notification-popup popupnotification');
    if (prompt?.closest('panel').state !== 'open') return false;
    prompt.${which}.click();
    return true;
  })()`;
}
