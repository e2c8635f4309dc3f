import { bodyValues } from './body-values';
import type { CompiledWhen, NamedCondition } from './compile';
import { meantMethod } from './drop-rules';
import type { Exchange } from './exchange';
import { decodePath, withoutTrailingSlash } from './path';
import type { Captures } from './patterns';

/**
 * How an exchange met a `when`: what was captured and where the system stands on its host (`/wiki` where `/doku.php`
 * met `/wiki/doku.php`); or the part that failed, in the order in which parts are tried.
 */
export type Match =
  | { readonly ok: true; readonly captures: Captures; readonly prefix: string }
  | { readonly ok: false; readonly failed: string };

/** The parts of an exchange that several signals look at, read once. */
export interface Reading {
  readonly exchange: Exchange;
  readonly method: string;
  /** Decoded, without query and trailing slash. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export function readExchange(exchange: Exchange): Reading {
  const { pathname, searchParams } = new URL(exchange.url);
  return {
    exchange,
    method: meantMethod(exchange),
    path: withoutTrailingSlash(decodePath(pathname)),
    query: searchParams,
  };
}

/** Cheap parts first: method, type and status rule out most exchanges before any text is walked. */
export function matchWhen(when: CompiledWhen, reading: Reading): Match {
  const { failed, ...met } = compare(when, reading, 'until one fails');
  return failed[0] === undefined ? { ok: true, ...met } : { ok: false, failed: failed[0] };
}

/** Every part that fails, in the order in which parts are tried; empty where the exchange matches. */
export function failingParts(when: CompiledWhen, reading: Reading): readonly string[] {
  return compare(when, reading, 'all').failed;
}

interface Comparison {
  readonly failed: readonly string[];
  readonly captures: Captures;
  readonly prefix: string;
}

function compare(when: CompiledWhen, reading: Reading, parts: 'until one fails' | 'all'): Comparison {
  const { exchange, method, path, query } = reading;
  const captures: Record<string, string> = Object.create(null) as Record<string, string>;
  const failed: string[] = [];
  const note = (part: string, found: Captures | boolean | null): boolean => {
    if (found === null || found === false) failed.push(part);
    else if (found !== true) Object.assign(captures, found);
    return failed.length > 0 && parts === 'until one fails';
  };
  const done = (start: number): Comparison => ({ failed, captures, prefix: path.slice(0, start) });
  if (note('method', when.methods === null || when.methods.includes(method))) return done(0);
  if (note('type', when.type === null || when.type === exchange.type)) return done(0);
  if (note('status', when.status === null || when.status(exchange.status))) return done(0);
  const place = when.path === null ? { captures: {}, start: 0 } : when.path.find(path);
  if (note('path', place?.captures ?? null)) return done(0);
  const start = place?.start ?? 0;
  if (note('redirect', when.redirect?.(listOf(exchange.redirect)) ?? when.redirect === null)) return done(0);
  if (note('initiator', when.initiator?.(listOf(exchange.initiator)) ?? when.initiator === null))
    return done(0);
  const maps: [string, readonly NamedCondition[], (name: string) => readonly string[] | undefined][] = [
    ['query', when.query, (name) => query.getAll(name)],
    ['header', when.header, (name) => headerValues(exchange.requestHeaders, name)],
    ['res', when.res, (name) => headerValues(exchange.responseHeaders, name)],
    ['body', when.body, (name) => bodyValues(exchange.body, name)],
  ];
  for (const [part, conditions, valuesOf] of maps) {
    for (const { name, holds } of conditions) {
      if (note(`${part}.${name}`, holds(valuesOf(name)))) return done(0);
    }
  }
  return done(start);
}

/** The values that a header has: none for a name that every object has, such as "constructor". */
export function headerValues(headers: Readonly<Record<string, string>>, name: string): readonly string[] {
  return Object.hasOwn(headers, name) ? listOf(headers[name]) : [];
}

function listOf(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value];
}
