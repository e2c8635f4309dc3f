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
 * Answers for each exchange what the browser could have read of its page: the one that was loaded last on that origin,
 * or, after a redirect, the one that it led to. What scripts made of a page is in no recording.
 */
export function recordedPages(inOrder: readonly RecordedExchange[]): (index: number) => PageAnswer {
  return (index) => {
    const exchange = inOrder[index]?.exchange;
    const page = exchange === undefined ? null : pageOf(exchange, index, inOrder);
    return ({ kind }) => {
      if (kind === 'title') return page?.title ?? null;
      if (kind === 'before-title') return exchange?.redirect === null ? (page?.title ?? null) : null;
      return kind === 'location' ? (page?.url ?? null) : null;
    };
  };
}

function pageOf(
  exchange: Exchange,
  index: number,
  inOrder: readonly RecordedExchange[],
): RecordedPage | null {
  const { redirect, url, initiator } = exchange;
  const { origin } = new URL(url);
  if (redirect !== null) {
    const landing = inOrder.slice(index + 1).find((next) => isPage(next, origin) && leadsTo(redirect, next));
    return landing === undefined ? null : asPage(landing);
  }
  const last = inOrder.slice(0, index).findLast((before) => isPage(before, origin));
  const page = last === undefined ? null : asPage(last);
  // Most sites say with a request at which address they stand, which scripts may have changed since it was loaded.
  return isAddressOn(initiator, origin) ? { url: initiator, title: page?.title ?? null } : page;
}

function isPage({ exchange }: RecordedExchange, origin: string): boolean {
  const { type, status, url } = exchange;
  return type === 'main_frame' && status >= 200 && status < 300 && new URL(url).origin === origin;
}

function leadsTo(redirect: string, { exchange }: RecordedExchange): boolean {
  return redirect.split('#')[0] === exchange.url.split('#')[0];
}

function asPage({ exchange, html }: RecordedExchange): RecordedPage {
  return { url: exchange.url, title: html === null ? null : titleOf(html) };
}

function isAddressOn(address: string | null, origin: string): address is string {
  return address !== null && URL.canParse(address) && new URL(address).origin === origin && !isBare(address);
}

/** Some sites say no more than their origin. */
function isBare(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '';
}
