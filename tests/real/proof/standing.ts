import { setTimeout as wait } from 'node:timers/promises';

/** What both drivers' pages can do. */
interface Evaluating {
  evaluate(look: () => string): Promise<string>;
}

const ANSWERS_WITHIN_MS = 3_000;

/** Where a page stands, in a few words: what a step that did not go as it should is told with. */
export function standing(page: Evaluating): Promise<string> {
  const look = page.evaluate(() => `${document.readyState}, ${document.title}, ${location.href}`);
  const silence = wait(ANSWERS_WITHIN_MS, 'it does not answer', { ref: false });
  return Promise.race([look, silence]).catch(String);
}
