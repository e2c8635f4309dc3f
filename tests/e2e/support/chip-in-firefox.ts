import type { Browser } from 'puppeteer-core';
import type { PromptOrder } from '@/utils/messaging/prompt-views';
import { inPageScript, playedBackground } from './chip-on-page';

/** The part of puppeteer's connection that its public types leave out. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

/** As `putChipOn`, in the page with this address: the shipped script in a world of its own, and a played background. */
export async function putChipInFirefox(browser: Browser, url: string, order: PromptOrder): Promise<void> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const { contexts } = (await connection.send('browsingContext.getTree', {})).result as Tree;
  const context = contexts.find((each) => each.url === url)?.context;
  for (const expression of [playedBackground(order), inPageScript('firefox')]) {
    const target = { context, sandbox: 'deelgenoot' };
    const { result } = await connection.send('script.evaluate', { expression, target, awaitPromise: false });
    if ((result as { type: string }).type === 'exception') throw new Error(JSON.stringify(result));
  }
}
