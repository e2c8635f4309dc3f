import type { Exchange } from './exchange';
import type { RecordedExchange } from './har';
import { titleOf } from './html-markers';
import type { PageAnswer } from './sources';

/** A page that stood there, as far as a recording shows it. */
interface RecordedPage {
  readonly url: string;
  readonly title: string | null;
}

/**
 * Answers for each exchange what the browser could have read of its page: of a navigation the page that it led to, of
 * anything else the one that was loaded last on that origin. What scripts made of a page is in no recording.
 */
export function recordedPages(inOrder: readonly RecordedExchange[]): (index: number) => PageAnswer {
  return (index) => {
    const exchange = inOrder[index]?.exchange;
    const page = exchange === undefined ? null : pageOf(exchange, index, inOrder);
    return ({ kind }) => {
      if (kind === 'title') return page?.title ?? null;
      if (kind === 'before-title') return leavesPage(exchange) ? null : (page?.title ?? null);
      return kind === 'location' ? (page?.url ?? null) : null;
    };
  };
}

function leavesPage(exchange: Exchange | undefined): boolean {
  return exchange?.type === 'main_frame';
}

function pageOf(
  exchange: Exchange,
  index: number,
  inOrder: readonly RecordedExchange[],
): RecordedPage | null {
  const { origin } = new URL(exchange.url);
  const shown = leavesPage(exchange)
    ? landingOf(inOrder.slice(index), origin)
    : inOrder.slice(0, index).findLast((before) => isPage(before, origin));
  const page = shown === undefined ? null : asPage(shown, inOrder);
  if (leavesPage(exchange)) return page;
  // Most sites say with a request at which address they stand, which scripts may have changed since it was loaded.
  const { initiator } = exchange;
  return isAddressOn(initiator, origin) ? { url: initiator, title: page?.title ?? null } : page;
}

/** The page at which a navigation, the first of these, ends. */
function landingOf([sent, ...later]: readonly RecordedExchange[], origin: string) {
  let redirect = sent?.exchange.redirect ?? null;
  if (sent === undefined || redirect === null) return sent;
  for (const next of later) {
    if (next.exchange.type !== 'main_frame' || !leadsTo(redirect, next)) continue;
    if (next.exchange.redirect === null) return isPage(next, origin) ? next : undefined;
    redirect = next.exchange.redirect;
  }
  return undefined;
}

function isPage({ exchange }: RecordedExchange, origin: string): boolean {
  const { type, status, url } = exchange;
  const isThere = (status >= 200 && status < 300) || status === NOT_MODIFIED;
  return type === 'main_frame' && isThere && new URL(url).origin === origin;
}

const NOT_MODIFIED = 304;

function leadsTo(redirect: string, { exchange }: RecordedExchange): boolean {
  return redirect.split('#')[0] === exchange.url.split('#')[0];
}

/** What came from the browser's cache may have its text only where it was loaded before. */
function asPage(
  { exchange: { url }, html }: RecordedExchange,
  inOrder: readonly RecordedExchange[],
): RecordedPage {
  const text = html ?? inOrder.find((other) => other.exchange.url === url && other.html !== null)?.html;
  return { url, title: text ? titleOf(text) : null };
}

function isAddressOn(address: string | null, origin: string): address is string {
  return address !== null && URL.canParse(address) && new URL(address).origin === origin && !isBare(address);
}

/** Some sites say no more than their origin. */
function isBare(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '';
}
