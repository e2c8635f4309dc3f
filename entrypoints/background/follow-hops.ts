import type { Browser } from 'wxt/browser';
import type { Exchange, ExchangeBody, ExchangeType } from '@/utils/activity/exchange';
import type { Clock } from '@/utils/kernel/clock';

type Details = Browser.webRequest.WebRequestDetails;

/** What was seen of a hop before its answer came. Lives in memory: a stopped worker forgets it. */
export interface Opened {
  /** Null until it was asked for; to come while it is not known yet whether it may be read. */
  readonly body: ExchangeBody | Promise<ExchangeBody> | null;
  readonly headers: Readonly<Record<string, string>>;
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

export type OnExchange = (exchange: Exchange, requestId: string) => void;

/** What is open, and what was told last: two sets of listeners may see the same hop. */
export function followHops(clock: Clock, onExchange: OnExchange) {
  const open = new Map<string, Opened>();
  const told = new Map<string, string>();
  const remember = (id: string, seen: Partial<Opened>): void => {
    open.set(id, { ...(open.get(id) ?? { body: null, headers: {} }), ...seen });
    forgetOldest(open);
  };
  const close = (details: Answered, redirect: string | null): void => {
    const { requestId, statusCode, url } = details;
    const opened = open.get(requestId);
    open.delete(requestId);
    if (told.get(requestId) === `${statusCode} ${url}`) return;
    told.set(requestId, `${statusCode} ${url}`);
    forgetOldest(told);
    const at = clock();
    const tell = (body: ExchangeBody): void =>
      onExchange(toExchange(details, { headers: opened?.headers ?? {}, body, redirect, at }), requestId);
    const body = opened === undefined ? NOT_READ : (opened.body ?? NO_BODY);
    if (body instanceof Promise) void body.then(tell);
    else tell(body);
  };
  return {
    hasBody: (requestId: string): boolean => (open.get(requestId)?.body ?? null) !== null,
    begin: (id: string, headers: Opened['headers']): void => {
      told.delete(id);
      remember(id, { headers });
    },
    remember,
    close,
    drop: (id: string): void => void open.delete(id),
  };
}

function forgetOldest(map: Map<string, unknown>): void {
  const oldest = map.keys().next().value;
  if (map.size > MOST_OPEN && oldest !== undefined) map.delete(oldest);
}

interface Answered extends Details {
  readonly statusCode: number;
  readonly responseHeaders?: Browser.webRequest.HttpHeader[];
}

type Known = Pick<Exchange, 'body' | 'redirect' | 'at'> & Pick<Opened, 'headers'>;

function toExchange(details: Answered, { headers, body, redirect, at }: Known): Exchange {
  return {
    method: details.method.toUpperCase(),
    url: details.url,
    type: TYPES[details.type] ?? 'other',
    tabId: details.tabId,
    initiator: initiatorOf(details),
    requestHeaders: headers,
    body,
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

export function headerMap(
  headers: readonly Browser.webRequest.HttpHeader[] | undefined,
): Record<string, string> {
  return Object.fromEntries((headers ?? []).map(({ name, value }) => [name.toLowerCase(), value ?? '']));
}
