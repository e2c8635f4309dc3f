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
  const { exchange, method, path, query } = reading;
  const captures: Record<string, string> = Object.create(null) as Record<string, string>;
  const failed = (part: string): Match => ({ ok: false, failed: part });
  const take = (found: Captures | null): boolean => {
    Object.assign(captures, found);
    return found !== null;
  };
  if (when.methods !== null && !when.methods.includes(method)) return failed('method');
  if (when.type !== null && when.type !== exchange.type) return failed('type');
  if (when.status !== null && !when.status(exchange.status)) return failed('status');
  const place = when.path?.find(path);
  if (place === null || !take(place?.captures ?? {})) return failed('path');
  if (when.redirect !== null && !take(when.redirect(listOf(exchange.redirect)))) return failed('redirect');
  if (when.initiator !== null && !take(when.initiator(listOf(exchange.initiator))))
    return failed('initiator');
  const maps: [string, readonly NamedCondition[], (name: string) => readonly string[] | undefined][] = [
    ['query', when.query, (name) => query.getAll(name)],
    ['header', when.header, (name) => headerValues(exchange.requestHeaders, name)],
    ['res', when.res, (name) => headerValues(exchange.responseHeaders, name)],
    ['body', when.body, (name) => bodyValues(exchange.body, name)],
  ];
  for (const [part, conditions, valuesOf] of maps) {
    const broken = conditions.find(({ name, holds }) => !take(holds(valuesOf(name))));
    if (broken !== undefined) return failed(`${part}.${broken.name}`);
  }
  return { ok: true, captures, prefix: path.slice(0, place?.start ?? 0) };
}

/** The values that a header has: none for a name that every object has, such as "constructor". */
export function headerValues(headers: Readonly<Record<string, string>>, name: string): readonly string[] {
  return Object.hasOwn(headers, name) ? listOf(headers[name]) : [];
}

function listOf(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value];
}
