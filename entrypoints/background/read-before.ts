import { browser } from 'wxt/browser';
import type { PageAnswer, PageQuestion } from '@/utils/activity/sources';
import { readInPage, readTexts } from './read-page';

const NOBODY: PageAnswer = () => null;

/** What a look at a tab told about the page in it. */
export interface Standing {
  readonly address: string;
  readonly isComplete: boolean;
  /** The tab is on its way to another page. */
  readonly isLeaving: boolean;
}

/** What takes the page that sent a request away: another page, by way of a redirect or at once. */
export interface Leaving {
  readonly redirect: string | null;
}

/**
 * Whether the page that sent a request still stands in its tab. On the way to another one it does as long as the redirect
 * has not led there; what was answered at once stands there already. `leaving` null: it stays.
 */
export function stillStands({ address, isComplete, isLeaving }: Standing, leaving: Leaving | null): boolean {
  if (leaving === null) return true;
  if (leaving.redirect === null) return false;
  return address !== leaving.redirect || (isComplete && isLeaving);
}

/**
 * Asks the page that sent the request what only it knows, at once: a redirect is about to take it away. Where it is gone
 * nothing is answered: no name is better than the next page's.
 */
export async function askBefore(
  tabId: number,
  questions: readonly PageQuestion[],
  leaving: Leaving | null,
): Promise<PageAnswer> {
  if (!questions.some(({ kind }) => kind === 'before-dom' || kind === 'before-title')) return NOBODY;
  const texts = await readTexts(tabId, questions, 'before-dom');
  const page = await readInPage(tabId, lookWhere, null);
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (page === undefined || tab === undefined) return NOBODY;
  if (!stillStands({ ...page, isLeaving: tab.status === 'loading' }, leaving)) return NOBODY;
  return (question) => {
    if (question.kind === 'before-title') return page.title;
    return question.kind === 'before-dom' ? texts(question) : null;
  };
}

/** Runs in the page: self-contained. */
function lookWhere(): { address: string; isComplete: boolean; title: string } {
  const isComplete = document.readyState === 'complete';
  return { address: location.href, isComplete, title: document.title.slice(0, 300) };
}
