import { extensionUrl } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import type { Row } from '../measure';
import type { BenchBrowser } from '../outbox/browser';
import { MANY } from './keystrokes';

const ROUNDS = 13;

/** From the composer's opening until one can type in it, with many practices on the shelf, against an empty page. */
export async function measureComposer({ context, run }: BenchBrowser): Promise<Row[]> {
  await run('shelve', MANY);
  const draftId = await run('beginWriting');
  const opened = async (address: string): Promise<number> => {
    const page = await context.newPage();
    await page.addInitScript('globalThis.__name = (value) => value'); // tsx names functions by a helper of its own
    await page.addInitScript(watchField);
    await page.goto(extensionUrl(address));
    const readyAt = () => (globalThis as { readyAt?: number }).readyAt; // the pages' CSP lets nobody wait inside them
    const taken = await until('a field to type in', () => page.evaluate(readyAt));
    await page.close();
    return taken;
  };
  const [values, against, control]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await opened('empty.html');
    const composer = await opened(`sidebar.html?draft=${draftId}`);
    const bareAgain = await opened('empty.html');
    if (round === 0) continue; // the browser compiles and keeps
    against.push(bare);
    values.push(composer);
    control.push(bareAgain);
  }
  const what = 'the composer ready to type, against an empty page';
  return [{ what, values, against, control, paired: true, most: 2 }];
}

/** In the page, before its own scripts: notes when a field for the first sentence stands there, in ms since it was opened. */
function watchField(): void {
  const look = (): boolean => {
    const field = document.querySelector('textarea');
    if (field === null || field.disabled) return false;
    Object.assign(globalThis, { readyAt: performance.now() });
    return true;
  };
  const watch = new MutationObserver(() => {
    if (look()) watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', look); // a page this small may stand there before anybody watches
}
