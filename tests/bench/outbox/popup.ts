import { extensionUrl } from '@/scripts/browsers/chromium';
import type { Row } from '../measure';
import type { BenchBrowser } from './browser';
import type { Target } from './in-browser/samples';

const FEW = 10;
const MANY = 10_000;
const BLOCKS = 4;
const OPENINGS = 6;
/** Somebody looks at it: what a popup asks for behind its first rows is answered before the next one opens. */
const LOOKS_MS = 1_000;

/** From the popup's opening until what waits is on the screen, with many posts due against few; in turns. */
export async function measurePopup(browser: BenchBrowser, target: Target): Promise<Row[]> {
  const { run, context } = browser;
  const [values, against, control]: [number[], number[], number[]] = [[], [], []];
  await context.addInitScript(watchRows);
  const withPosts = async (count: number, times: number[]): Promise<void> => {
    await run('empty');
    await run('fill', target, count);
    await run('holdBack', target); // a week offline: all is due, and nothing can leave
    for (let opening = 0; opening <= OPENINGS; opening += 1) {
      const taken = await openPopup(browser);
      if (opening > 0) times.push(taken);
    }
  };
  for (let block = 0; block < BLOCKS; block += 1) {
    await withPosts(FEW, against);
    await withPosts(MANY, values);
    await withPosts(FEW, control);
  }
  await run('empty');
  const what = 'open the popup, 10,000 posts due against 10';
  return [{ what, values, against, control, paired: true, most: 1.2 }];
}

async function openPopup({ context }: BenchBrowser): Promise<number> {
  const page = await context.newPage();
  await page.goto(extensionUrl('popup.html'));
  const shown = await page.waitForFunction(() => (globalThis as { rowsShownAt?: number }).rowsShownAt);
  const taken = await shown.jsonValue();
  await page.waitForTimeout(LOOKS_MS);
  await page.close();
  if (taken === undefined) throw new Error('no rows were shown');
  return taken;
}

/** In the page, before its own scripts: notes when the first row of a list stands there, in ms since it was opened. */
function watchRows(): void {
  const watch = new MutationObserver(() => {
    if (document.querySelector('section li') === null) return;
    watch.disconnect();
    Object.assign(globalThis, { rowsShownAt: performance.now() });
  });
  watch.observe(document, { childList: true, subtree: true });
}
