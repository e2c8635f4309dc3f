import { browser } from 'wxt/browser';
import type { Confirm } from '@/utils/activity/recipe';
import type { PageAnswer, PageQuestion } from '@/utils/activity/sources';
import { SECOND_MS } from '@/utils/kernel/clock';
import { originOf } from '@/utils/settings/policy';

const LOOK_AGAIN_MS = 200;
const LANDING_WITHIN_MS = 15 * SECOND_MS;

/** What is read of a page before a prompt: no more than this, and nothing of ours stays behind. */
const MOST_TEXT = 300;

/** Waits until a page of `site` stands in the tab; false where another one does, or none within 15 s. */
export async function waitForPage(tabId: number, site: string): Promise<boolean> {
  const until = Date.now() + LANDING_WITHIN_MS;
  while (Date.now() < until) {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab === undefined) return false;
    if (tab.status === 'complete') return originOf(tab.url ?? '') === site;
    await pause();
  }
  return false;
}

function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, LOOK_AGAIN_MS));
}

/** Runs `read` in the page's isolated world, once; undefined where the page does not let anybody in. */
export async function readInPage<Input, Output>(
  tabId: number,
  read: (input: Input) => Output,
  input: Input,
): Promise<Output | undefined> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId },
      func: read as (...args: unknown[]) => unknown,
      args: [input],
    });
    return result?.result as Output | undefined;
  } catch {
    return undefined; // the tab was closed, or shows a page that no script may enter
  }
}

/** Whether the page shows the proof that a recipe asks for, looked for until `within` ms have passed. */
export async function isConfirmed(tabId: number, { dom, not, within = 0 }: Confirm): Promise<boolean> {
  const until = Date.now() + within;
  for (;;) {
    const found = await readInPage(tabId, findsSelectors, [dom ?? null, not ?? null]);
    if (found?.[1] === true) return false;
    if (found?.[0] === true) return true;
    // A failure shows itself a moment later: where nothing proves success, it has until the end to do so.
    if (Date.now() >= until) return found !== undefined && dom === undefined;
    await pause();
  }
}

/** Runs in the page: self-contained, reads only whether something is there. */
function findsSelectors(selectors: readonly (string | null)[]): boolean[] {
  return selectors.map((selector) => {
    if (selector === null) return false;
    try {
      return Document.prototype.querySelector.call(document, selector) !== null;
    } catch {
      return false; // a selector that this browser does not know finds nothing
    }
  });
}

/** Asks the page that stands there now what the sources left open; `noteLookUp` comes before each request to its site. */
export async function askPage(
  tabId: number,
  questions: readonly PageQuestion[],
  noteLookUp: () => Promise<void>,
): Promise<PageAnswer> {
  const texts = await readTexts(tabId, questions, 'dom');
  const json = await readJson(tabId, questions, noteLookUp);
  const tab = questions.length === 0 ? undefined : await browser.tabs.get(tabId).catch(() => undefined);
  return (question) => {
    if (question.kind === 'title') return tab?.title ?? null;
    if (question.kind === 'location') return tab?.url ?? null;
    if (question.kind === 'json') return json.get(`${question.path}#${question.pointer}`) ?? null;
    return question.kind === 'dom' ? texts(question) : null;
  };
}

type DomQuestion = Extract<PageQuestion, { selector: string }>;

/** Reads the texts that the questions of one kind ask for, all in one look at the page. */
export async function readTexts(
  tabId: number,
  questions: readonly PageQuestion[],
  kind: DomQuestion['kind'],
): Promise<(question: DomQuestion) => string | null> {
  const asked = questions.filter((question): question is DomQuestion => question.kind === kind);
  // In pairs: an object on its way into a page loses what is null in it.
  const pairs = asked.map(({ selector, attribute }) => [selector, attribute] as const);
  const input = { pairs, most: MOST_TEXT };
  const texts = asked.length === 0 ? [] : ((await readInPage(tabId, lookUpTexts, input)) ?? []);
  return (question) => texts[asked.indexOf(question)] ?? null;
}

/** Runs in the page: self-contained. */
function lookUpTexts(input: {
  pairs: readonly (readonly [selector: string, attribute: string | null])[];
  most: number;
}): (string | null)[] {
  return input.pairs.map(([selector, attribute]) => {
    try {
      const element: Element | null = Document.prototype.querySelector.call(document, selector);
      if (element === null) return null;
      const text =
        attribute === null ? element.textContent : Element.prototype.getAttribute.call(element, attribute);
      return (text ?? '').slice(0, input.most);
    } catch {
      return null; // a selector that this browser does not know reads nothing
    }
  });
}

/** Shipped recipes may look one thing up on their own site, with the person's own session and never elsewhere. */
async function readJson(
  tabId: number,
  questions: readonly PageQuestion[],
  noteLookUp: () => Promise<void>,
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const question of questions) {
    if (question.kind !== 'json' || question.path === '') continue;
    await noteLookUp();
    const value = await readInPage(tabId, fetchJson, { path: question.path, pointer: question.pointer });
    if (typeof value === 'string')
      answers.set(`${question.path}#${question.pointer}`, value.slice(0, MOST_TEXT));
  }
  return answers;
}

/** Runs in the page: self-contained, same origin, follows no redirect. */
async function fetchJson(input: { path: string; pointer: string }): Promise<string | null> {
  try {
    const url = new URL(input.path, location.origin);
    if (url.origin !== location.origin) return null;
    const answer = await fetch(url, { redirect: 'error', headers: { accept: 'application/json' } });
    let found: unknown = await answer.json();
    for (const step of input.pointer.split('.').filter(Boolean)) {
      found = (found as Record<string, unknown> | null)?.[step];
    }
    return typeof found === 'string' ? found : null;
  } catch {
    return null; // no name is better than a wrong one
  }
}
