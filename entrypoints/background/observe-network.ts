import { type Browser, browser } from 'wxt/browser';
import type { ExchangeStart } from '@/utils/activity/body-use';
import type { ExchangeBody } from '@/utils/activity/exchange';
import { type BrowserRequestBody, readRequestBody } from '@/utils/activity/request-body';
import type { Clock } from '@/utils/kernel/clock';
import { followHops, type HopWatcher, NO_BODY, NOT_READ, type Opened, TYPES } from './follow-hops';

type Details = Browser.webRequest.WebRequestDetails;

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
  /** Whether every path is listened to, for recipes that were not known when the filters were made. True at first. */
  listenBroadly(wanted: boolean): void;
}

const EVERYTHING: NetworkFilter = {
  urls: ['*://*/*'],
  types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping'],
};

/** Whether a body may be read that no filter asked for. Nothing of it is looked at before the answer. */
export type MayRead = (start: ExchangeStart, tabId: number) => Promise<boolean>;

/**
 * Turns browser events into exchanges, one per hop. The listeners stand before this returns, the broad ones too: the
 * browser drops the event that woke us if they are added any later.
 */
export function observeNetwork(
  filters: NetworkFilters,
  clock: Clock,
  watcher: HopWatcher,
  mayRead: MayRead,
): NetworkObserver {
  const hops = followHops(clock, watcher);
  const filtered = listenTo(filters, makeListeners(hops, readNow));
  const broad = listenTo(
    { hops: EVERYTHING, bodies: EVERYTHING },
    makeListeners(hops, (details) => (hops.hasBody(details.requestId) ? null : readIf(mayRead, details))),
  );
  let broadly = true;
  filtered.add();
  broad.add();
  return {
    renew: () => {
      for (const each of [filtered, broad]) each.remove();
      filtered.add();
      if (broadly) broad.add();
    },
    listenBroadly: (wanted) => {
      if (wanted && !broadly) broad.add();
      if (!wanted && broadly) broad.remove();
      broadly = wanted;
    },
  };
}

function listenTo({ hops, bodies }: NetworkFilters, listen: ReturnType<typeof makeListeners>) {
  const { webRequest } = browser;
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
  return { add, remove };
}

type BodyDetails = Browser.webRequest.OnBeforeRequestDetails;

function makeListeners(hops: ReturnType<typeof followHops>, read: (details: BodyDetails) => Opened['body']) {
  return {
    onBody: (details: BodyDetails): undefined => {
      const body = read(details);
      if (body !== null) hops.remember(details.requestId, { body });
    },
    onSend: (details: Browser.webRequest.OnSendHeadersDetails): void => hops.begin(details),
    onRedirect: (details: Browser.webRequest.OnBeforeRedirectDetails): void =>
      hops.close(details, details.redirectUrl),
    onCompleted: (details: Browser.webRequest.OnCompletedDetails): void => hops.close(details, null),
    onError: ({ requestId }: Details): void => hops.drop(requestId),
  };
}

function readNow({ requestBody }: BodyDetails): ExchangeBody {
  return readRequestBody(requestBody as BrowserRequestBody | null);
}

function readIf(mayRead: MayRead, details: BodyDetails): ExchangeBody | Promise<ExchangeBody> {
  if (!details.requestBody) return NO_BODY;
  const { url, type } = details;
  const start = { method: details.method.toUpperCase(), url, type: TYPES[type] ?? 'other' } as const;
  return mayRead(start, details.tabId).then(
    (may) => (may ? readNow(details) : NOT_READ),
    () => NOT_READ, // a disk that refuses says nothing about whether it may
  );
}

function mutable({ urls, types }: NetworkFilter): Browser.webRequest.RequestFilter {
  return { urls: [...urls], types: [...types] as Browser.webRequest.ResourceType[] };
}
