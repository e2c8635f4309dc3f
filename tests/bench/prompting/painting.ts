import type { Page } from 'playwright-core';
import { inPageScript, worldOfOurs } from '@/tests/e2e/support/chip-on-page';
import { aChipOrder } from '@/tests/e2e/support/chip-orders';
import { openChipPages } from '@/tests/e2e/support/chip-pages';
import type { Row } from '../measure';
import { openBenchBrowser } from '../outbox/browser';

const ROUNDS = 40;

/** The least that a script can put into a page. */
const EMPTY_HOST = `browser.runtime.sendMessage({ name: 'prompt:claim', request: {} }).then(() => {
  const host = document.createElement('an-empty-host');
  host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
});`;

/**
 * When the quiet wait ends: at any moment between two frames, as people meet it, or right before one is painted. A
 * browser without a screen paints when it likes; one that has just painted waits for the next sixtieth of a second.
 */
const ENDS = {
  'at any moment': `(begin) => {
    const beat = () => requestAnimationFrame(beat);
    beat();
    setTimeout(begin, 50 + Math.random() * 50);
  }`,
  'its frame alone': 'requestAnimationFrame',
};

/** From the end of the quiet wait until the chip is painted, against an empty shadow host; each in a new page. */
export async function measurePainting(): Promise<Row[]> {
  const [pages, { context, close }] = await Promise.all([openChipPages(), openBenchBrowser()]);
  const page = await context.newPage();
  const rows: Row[] = [];
  for (const [when, ends] of Object.entries(ENDS)) {
    const [values, against, control]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const taken: number[] = [];
      for (const script of [inPageScript('chrome'), EMPTY_HOST, EMPTY_HOST]) {
        await page.goto(`${pages.origin}/light`);
        taken.push(await painted(page, script, ends));
      }
      const [chip = Number.NaN, host = Number.NaN, again = Number.NaN] = taken;
      if (round === 0) continue; // the browser warms up
      values.push(chip);
      against.push(host);
      control.push(again);
    }
    // People meet it at any moment; what it costs the page by itself is told, without a goal.
    const goal = when === 'at any moment' ? { most: 1.3 } : {};
    rows.push({ what: `chip painted, against an empty host: ${when}`, values, against, control, ...goal });
  }
  await close();
  await pages.close();
  return rows;
}

/** Milliseconds from the end of the wait until the frame has been painted; 0 ms of quiet are asked for. */
async function painted(page: Page, script: string, ends: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const run = await worldOfOurs(session);
  await run(`globalThis.painted = new Promise((settle) => {
    const sendMessage = ({ name }) => new Promise((answer) => {
      if (name !== 'prompt:claim') return answer({ ok: true, value: null });
      const begin = () => {
        const beganAt = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => settle(performance.now() - beganAt);
        const toNext = () => port2.postMessage(null);
        answer({ ok: true, value: ${JSON.stringify(aChipOrder())} });
        ${ends === 'requestAnimationFrame' ? 'toNext()' : 'requestAnimationFrame(toNext)'};
      };
      (${ends})(begin);
    });
    const onMessage = { addListener: () => undefined, removeListener: () => undefined };
    globalThis.browser = { runtime: { id: 'deelgenoot', getURL: String, onMessage, sendMessage } };
  });
  void 0`);
  await run(`${script}\nvoid 0`);
  const taken = Number(await run('painted'));
  await session.detach();
  return taken;
}
