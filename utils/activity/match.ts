import { bodyValues } from './body-values';
import type { CompiledWhen, NamedCondition } from './compile';
import type { Condition } from './conditions';
import { meantMethod } from './drop-rules';
import type { Exchange } from './exchange';
import type { Captures } from './glob-walk';
import { decodePath, withoutTrailingSlash } from './path';

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
  readonly url: URL;
  /** Decoded, without query and trailing slash. */
  readonly path: string;
}

export function readExchange(exchange: Exchange): Reading {
  const url = new URL(exchange.url);
  const path = withoutTrailingSlash(decodePath(url.pathname));
  return { exchange, method: meantMethod(exchange), url, path };
}

/** Compares one part of a `when`: puts what it captures into `found`, answers which conditions failed. */
type Part = (when: CompiledWhen, reading: Reading, found: Found) => readonly string[];

interface Found {
  readonly captures: Record<string, string>;
  start: number;
}

const MET: readonly string[] = [];

/** Cheap parts first: method, type and status rule out most exchanges before any text is walked. */
const PARTS: readonly Part[] = [
  ({ methods }, { method }) => (methods === null || methods.includes(method) ? MET : ['method']),
  ({ type }, { exchange }) => (type === null || type === exchange.type ? MET : ['type']),
  ({ status }, { exchange }) => (status === null || status(exchange.status) ? MET : ['status']),
  ({ path }, reading, found) => {
    const place = path === null ? NOWHERE : path.find(reading.path);
    if (place === null) return ['path'];
    found.start = place.start;
    Object.assign(found.captures, place.captures);
    return MET;
  },
  ({ redirect }, { exchange }, found) => compareOne('redirect', redirect, exchange.redirect, found),
  ({ initiator }, { exchange }, found) => compareOne('initiator', initiator, exchange.initiator, found),
  ({ query }, { url }, found) => compareAll('query', query, (name) => url.searchParams.getAll(name), found),
  ({ header }, { exchange }, found) =>
    compareAll('header', header, (name) => headerValues(exchange.requestHeaders, name), found),
  ({ res }, { exchange }, found) =>
    compareAll('res', res, (name) => headerValues(exchange.responseHeaders, name), found),
  ({ body }, { exchange }, found) =>
    compareAll('body', body, (name) => bodyValues(exchange.body, name), found),
];

const NOWHERE = { captures: {}, start: 0 };

function compareOne(
  part: string,
  condition: Condition | null,
  value: string | null,
  { captures }: Found,
): readonly string[] {
  if (condition === null) return MET;
  const captured = condition(listOf(value));
  if (captured === null) return [part];
  Object.assign(captures, captured);
  return MET;
}

function compareAll(
  part: string,
  conditions: readonly NamedCondition[],
  valuesOf: (name: string) => readonly string[] | undefined,
  { captures }: Found,
): readonly string[] {
  if (conditions.length === 0) return MET;
  return conditions.flatMap(({ name, holds }) => {
    const captured = holds(valuesOf(name));
    if (captured === null) return [`${part}.${name}`];
    Object.assign(captures, captured);
    return [];
  });
}

function nothingFound(): Found {
  return { captures: Object.create(null) as Record<string, string>, start: 0 };
}

/** Whether an exchange meets every part of a `when`. */
export function matchWhen(when: CompiledWhen, reading: Reading): Match {
  const found = nothingFound();
  for (const part of PARTS) {
    const [failed] = part(when, reading, found);
    if (failed !== undefined) return { ok: false, failed };
  }
  return { ok: true, captures: found.captures, prefix: reading.path.slice(0, found.start) };
}

/** Every part that fails, in the order in which parts are tried; empty where the exchange matches. */
export function failingParts(when: CompiledWhen, reading: Reading): readonly string[] {
  const found = nothingFound();
  return PARTS.flatMap((part) => part(when, reading, found));
}

/** The values that a header has: none for a name that every object has, such as "constructor". */
export function headerValues(headers: Readonly<Record<string, string>>, name: string): readonly string[] {
  return Object.hasOwn(headers, name) ? listOf(headers[name]) : [];
}

function listOf(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value];
}
