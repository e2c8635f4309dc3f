import type { Browser } from 'wxt/browser';
import type { Exchange, ExchangeBody, ExchangeType } from '@/utils/activity/exchange';
import { headerMap } from '@/utils/activity/headers';
import { type Clock, SECOND_MS } from '@/utils/kernel/clock';

type Details = Browser.webRequest.WebRequestDetails;

/** What was seen of a hop before its answer came. Lives in memory: a stopped worker forgets it. */
export interface Opened {
  /** Null until it was asked for; to come while it is not known yet whether it may be read. */
  readonly body: ExchangeBody | Promise<ExchangeBody> | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Runs where it takes long; null where it only reads, or has run. */
  readonly timer: ReturnType<typeof setTimeout> | null;
  readonly isSlow: boolean;
}

/** The kinds of request, by both browsers' names. */
export const TYPES: Readonly<Record<string, ExchangeType>> = {
  main_frame: 'main_frame',
  sub_frame: 'sub_frame',
  xmlhttprequest: 'xmlhttprequest',
  ping: 'ping',
  beacon: 'ping',
};

/** More than anybody has open at once; beyond it the oldest hop is forgotten. */
const MOST_OPEN = 500;

export const NO_BODY: ExchangeBody = { kind: 'none' };
/** It was not seen, or may not be. */
export const NOT_READ: ExchangeBody = { kind: 'opaque' };

/** A request of any size may be answered after the worker that saw it was stopped. */
const SLOW_AFTER_MS = 5 * SECOND_MS;

/** How much of a hop this worker saw: all of it, all of one that took long, or only its end. */
export type SeenOf = 'whole' | 'slow' | 'end';

export interface HopWatcher {
  /** A hop is closed. */
  onExchange(exchange: Exchange, requestId: string, seen: SeenOf): void;
  /** A request that may change something is still unanswered; `request` has no answer yet. */
  onSlow(request: Exchange, requestId: string): void;
  /** A request that took long will get no answer. */
  onGone(requestId: string): void;
}

/** What is open. A request that may change something and takes long is told of before its answer. */
function openHops(onSlow: HopWatcher['onSlow']) {
  const open = new Map<string, Opened>();
  const remember = (id: string, seen: Partial<Opened>): void => {
    open.set(id, { ...(open.get(id) ?? UNSEEN), ...seen });
    forgetOldest(open);
  };
  const begin = (details: Browser.webRequest.OnSendHeadersDetails): void => {
    const { requestId: id, method } = details;
    const tellSlow = (): void => {
      const opened = open.get(id);
      if (opened === undefined) return;
      remember(id, { timer: null, isSlow: true });
      withBody(opened.body, (body) => onSlow(toRequest(details, opened.headers, body), id));
    };
    const changes = !/^(GET|HEAD|OPTIONS)$/i.test(method);
    const runs = open.get(id)?.timer ?? null; // the other set of listeners saw it begin
    const timer = runs ?? (changes ? setTimeout(tellSlow, SLOW_AFTER_MS) : null);
    remember(id, { headers: headerMap(details.requestHeaders ?? []), timer });
  };
  const end = (id: string): Opened | undefined => {
    const opened = open.get(id);
    if (opened?.timer) clearTimeout(opened.timer);
    open.delete(id);
    return opened;
  };
  const hasBody = (id: string): boolean => (open.get(id)?.body ?? null) !== null;
  return { remember, begin, end, hasBody };
}

/** Follows hops from their beginning to their answer, and tells of each once: two sets of listeners may see the same. */
export function followHops(clock: Clock, watcher: HopWatcher) {
  const open = openHops((request, id) => watcher.onSlow(request, id));
  const told = new Map<string, string>();
  const begin = (details: Browser.webRequest.OnSendHeadersDetails): void => {
    told.delete(details.requestId);
    open.begin(details);
  };
  const close = (details: Answered, redirect: string | null): void => {
    const { requestId, statusCode, url } = details;
    const opened = open.end(requestId);
    if (told.get(requestId) === `${statusCode} ${url}`) return;
    told.set(requestId, `${statusCode} ${url}`);
    forgetOldest(told);
    const at = clock();
    const seen = opened === undefined ? 'end' : opened.isSlow ? 'slow' : 'whole';
    withBody(opened === undefined ? NOT_READ : opened.body, (body) => {
      const request = toRequest(details, opened?.headers ?? {}, body);
      const responseHeaders = headerMap(details.responseHeaders ?? []);
      const exchange = { ...request, status: statusCode, responseHeaders, redirect, at };
      watcher.onExchange(exchange, requestId, seen);
    });
  };
  const drop = (id: string): void => {
    if (open.end(id)?.isSlow !== false) watcher.onGone(id);
  };
  return { hasBody: open.hasBody, remember: open.remember, begin, close, drop };
}

const UNSEEN: Opened = { body: null, headers: {}, timer: null, isSlow: false };

function withBody(body: Opened['body'], then: (body: ExchangeBody) => void): void {
  if (body instanceof Promise) void body.then(then);
  else then(body ?? NO_BODY);
}

function forgetOldest(map: Map<string, unknown>): void {
  const oldest = map.keys().next().value;
  if (map.size > MOST_OPEN && oldest !== undefined) map.delete(oldest);
}

interface Answered extends Details {
  readonly statusCode: number;
  readonly responseHeaders?: Browser.webRequest.HttpHeader[];
}

/** What is known before the answer. */
function toRequest(details: Details, requestHeaders: Opened['headers'], body: ExchangeBody): Exchange {
  return {
    method: details.method.toUpperCase(),
    url: details.url,
    type: TYPES[details.type] ?? 'other',
    tabId: details.tabId,
    initiator: initiatorOf(details),
    requestHeaders,
    body,
    status: 0,
    responseHeaders: {},
    redirect: null,
    at: 0,
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
