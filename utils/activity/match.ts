import { bodyValues } from './body-values';
import type { CompiledWhen, NamedCondition } from './compile';
import type { Condition } from './conditions';
import { meantMethod } from './drop-rules';
import type { Exchange } from './exchange';
import type { Captures } from './glob-walk';
import { comparedPath } from './path';

/**
 * How an exchange met a `when`: what was captured and where the system stands on its host (`/wiki` where `/doku.php`
 * met `/wiki/doku.php`); or the part that failed, in the order in which parts are tried.
 */
export type Match =
  | { readonly ok: true; readonly captures: Captures; readonly prefix: string }
  | { readonly ok: false; readonly failed: string };

/** An exchange whose parts are read at most once, and only when somebody asks: most are ruled out before. */
export class Reading {
  readonly method: string;
  #url: URL | undefined;
  #path: string | undefined;

  constructor(readonly exchange: Exchange) {
    this.method = meantMethod(exchange);
  }

  get url(): URL {
    this.#url ??= new URL(this.exchange.url);
    return this.#url;
  }

  /** Decoded, without query, session and trailing slash. */
  get path(): string {
    this.#path ??= comparedPath(this.url);
    return this.#path;
  }
}

/** Compares one part of a `when`: puts what it captures into `found`, answers which conditions failed. */
type Part = (when: CompiledWhen, reading: Reading, found: Found) => readonly string[];

interface Found {
  readonly captures: Record<string, string>;
  start: number;
}

const MET: readonly string[] = [];

/** Method, type and status rule out most exchanges before anything of them is read. */
const FIRST_PARTS: readonly Part[] = [
  ({ methods }, { method }) => (methods === null || methods.includes(method) ? MET : ['method']),
  ({ type }, { exchange }) => (type === null || type === exchange.type ? MET : ['type']),
  ({ status }, { exchange }) => (status === null || status(exchange.status) ? MET : ['status']),
];

const OTHER_PARTS: readonly Part[] = [
  ({ path }, reading, found) => {
    const place = path === null ? NOWHERE : path.find(reading.path);
    if (place === null) return ['path'];
    found.start = place.start;
    Object.assign(found.captures, place.captures);
    return MET;
  },
  ({ redirect }, { exchange }, found) => compareOne('redirect', redirect, exchange.redirect, found),
  ({ initiator }, { exchange }, found) => compareOne('initiator', initiator, exchange.initiator, found),
  ({ query }, reading, found) =>
    compareAll('query', query, (name) => reading.url.searchParams.getAll(name), found),
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
  const failed: string[] = [];
  for (const { name, holds } of conditions) {
    const captured = holds(valuesOf(name));
    if (captured === null) failed.push(`${part}.${name}`);
    else Object.assign(captures, captured);
  }
  return failed;
}

function nothingFound(): Found {
  return { captures: Object.create(null) as Record<string, string>, start: 0 };
}

/** The first parts capture nothing. */
const UNUSED = nothingFound();

/** Whether an exchange meets every part of a `when`. */
export function matchWhen(when: CompiledWhen, reading: Reading): Match {
  for (const part of FIRST_PARTS) {
    const failed = part(when, reading, UNUSED)[0];
    if (failed !== undefined) return { ok: false, failed };
  }
  const found = nothingFound();
  for (const part of OTHER_PARTS) {
    const failed = part(when, reading, found)[0];
    if (failed !== undefined) return { ok: false, failed };
  }
  return { ok: true, captures: found.captures, prefix: reading.path.slice(0, found.start) };
}

/** Every part that fails, in the order in which parts are tried; empty where the exchange matches. */
export function failingParts(when: CompiledWhen, reading: Reading): readonly string[] {
  const found = nothingFound();
  return [...FIRST_PARTS, ...OTHER_PARTS].flatMap((part) => part(when, reading, found));
}

/** The values that a header has: none for a name that every object has, such as "constructor". */
export function headerValues(headers: Readonly<Record<string, string>>, name: string): readonly string[] {
  return Object.hasOwn(headers, name) ? listOf(headers[name]) : [];
}

function listOf(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value];
}
