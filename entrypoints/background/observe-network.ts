import { type Browser, browser } from 'wxt/browser';
import type { Exchange, ExchangeBody, ExchangeType } from '@/utils/activity/exchange';
import { type BrowserRequestBody, readRequestBody } from '@/utils/activity/request-body';
import type { Clock } from '@/utils/kernel/clock';

type Details = Browser.webRequest.WebRequestDetails;

/** What was seen of a hop before its answer came. Lives in memory: a stopped worker forgets it. */
interface Opened {
  readonly body: ExchangeBody;
  readonly headers: Readonly<Record<string, string>>;
}

/** Which requests to listen to, as match patterns and resource types; made from the shipped recipes. */
export interface NetworkFilter {
  readonly urls: readonly string[];
  readonly types: readonly `${Browser.webRequest.ResourceType}`[];
}

export interface NetworkFilters {
  /** Every hop that some signal may match. */
  readonly hops: NetworkFilter;
  /** The hops whose body a signal reads. */
  readonly bodies: NetworkFilter;
}

export interface NetworkObserver {
  /** Removes and adds every listener: one from before a grant stays blind in Chromium. */
  renew(): void;
}

const TYPES: Readonly<Record<string, ExchangeType>> = {
  main_frame: 'main_frame',
  sub_frame: 'sub_frame',
  xmlhttprequest: 'xmlhttprequest',
  ping: 'ping',
  beacon: 'ping',
};

/** More than anybody has open at once; beyond it the oldest hop is forgotten. */
const MOST_OPEN = 500;

type OnExchange = (exchange: Exchange, requestId: string) => void;

/**
 * Turns browser events into exchanges, one per hop. The listeners stand before this returns: the browser drops the
 * event that woke us if they are added any later.
 */
export function observeNetwork(
  { hops, bodies }: NetworkFilters,
  clock: Clock,
  onExchange: OnExchange,
): NetworkObserver {
  const { webRequest } = browser;
  const listen = makeListeners(clock, onExchange);
  const add = (): void => {
    webRequest.onBeforeRequest.addListener(listen.onBody, mutable(bodies), ['requestBody']);
    webRequest.onSendHeaders.addListener(listen.onSend, mutable(hops), ['requestHeaders']);
    webRequest.onBeforeRedirect.addListener(listen.onRedirect, mutable(hops), ['responseHeaders']);
    webRequest.onCompleted.addListener(listen.onCompleted, mutable(hops), ['responseHeaders']);
    webRequest.onErrorOccurred.addListener(listen.onError, mutable(hops));
  };
  const remove = (): void => {
    webRequest.onBeforeRequest.removeListener(listen.onBody);
    webRequest.onSendHeaders.removeListener(listen.onSend);
    webRequest.onBeforeRedirect.removeListener(listen.onRedirect);
    webRequest.onCompleted.removeListener(listen.onCompleted);
    webRequest.onErrorOccurred.removeListener(listen.onError);
  };
  add();
  return {
    renew: () => {
      remove();
      add();
    },
  };
}

function makeListeners(clock: Clock, onExchange: OnExchange) {
  const open = new Map<string, Opened>();
  const remember = (id: string, seen: Partial<Opened>): void => {
    const before = open.get(id) ?? { body: { kind: 'none' }, headers: {} };
    open.set(id, { ...before, ...seen });
    const oldest = open.keys().next().value;
    if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest);
  };
  const close = (details: Answered, redirect: string | null): void => {
    const opened = open.get(details.requestId);
    open.delete(details.requestId);
    onExchange(toExchange(details, opened, redirect, clock()), details.requestId);
  };
  return {
    onBody: (details: Browser.webRequest.OnBeforeRequestDetails): undefined => {
      remember(details.requestId, {
        body: readRequestBody(details.requestBody as BrowserRequestBody | null),
      });
    },
    onSend: (details: Browser.webRequest.OnSendHeadersDetails): void =>
      remember(details.requestId, { headers: headerMap(details.requestHeaders) }),
    onRedirect: (details: Browser.webRequest.OnBeforeRedirectDetails): void =>
      close(details, details.redirectUrl),
    onCompleted: (details: Browser.webRequest.OnCompletedDetails): void => close(details, null),
    onError: ({ requestId }: Details): void => void open.delete(requestId),
  };
}

interface Answered extends Details {
  readonly statusCode: number;
  readonly responseHeaders?: Browser.webRequest.HttpHeader[];
}

function toExchange(
  details: Answered,
  opened: Opened | undefined,
  redirect: string | null,
  at: number,
): Exchange {
  return {
    method: details.method.toUpperCase(),
    url: details.url,
    type: TYPES[details.type] ?? 'other',
    tabId: details.tabId,
    initiator: initiatorOf(details),
    requestHeaders: opened?.headers ?? {},
    body: opened?.body ?? { kind: 'opaque' },
    status: details.statusCode,
    responseHeaders: headerMap(details.responseHeaders),
    redirect,
    at,
  };
}

/** Chromium says `initiator`, Firefox `documentUrl` or `originUrl`. */
function initiatorOf(details: Details): string | null {
  const { initiator, documentUrl, originUrl } = details as Details & {
    documentUrl?: string;
    originUrl?: string;
  };
  return initiator ?? documentUrl ?? originUrl ?? null;
}

function headerMap(headers: readonly Browser.webRequest.HttpHeader[] | undefined): Record<string, string> {
  return Object.fromEntries((headers ?? []).map(({ name, value }) => [name.toLowerCase(), value ?? '']));
}

function mutable({ urls, types }: NetworkFilter): Browser.webRequest.RequestFilter {
  return { urls: [...urls], types: [...types] as Browser.webRequest.ResourceType[] };
}
