import * as z from 'zod/mini';
import { mayBeActivity, meantMethod } from '../drop-rules';
import type { Exchange, ExchangeBody } from '../exchange';
import { comparedPath } from '../path';
import { isRefusedName } from '../refused-names';
import { isConstant, isFieldName, isTypedIn, WordSchema, wordOf } from './word';

const FieldSchema = z.strictObject({ name: z.string(), word: WordSchema });
export type Field = z.infer<typeof FieldSchema>;

/** What a lesson keeps of an exchange: how it looked. No value, no body; of a field, that it was there. */
export const TraceSchema = z.strictObject({
  /** 0, 1, 2: the times that it was done; 3: the one that was cancelled. */
  run: z.int(),
  method: z.string(),
  /** The method was meant by a form field `_method`. */
  byField: z.boolean(),
  type: z.enum(['main_frame', 'sub_frame', 'xmlhttprequest', 'ping']),
  status: z.int(),
  path: z.array(WordSchema),
  query: z.array(FieldSchema),
  body: z.strictObject({ kind: z.enum(['none', 'form', 'json', 'hidden']), fields: z.array(FieldSchema) }),
  /** Where a redirect on the same origin led: its path, the names of its query, and whether anything follows the path. */
  redirect: z.nullable(
    z.strictObject({ path: z.array(WordSchema), query: z.array(z.string()), more: z.boolean() }),
  ),
  /** Names of response headers that not every server sends. */
  headers: z.array(z.string()),
  /** How often it was seen in its run. */
  times: z.int(),
});
export type Trace = z.infer<typeof TraceSchema>;

/** Whether a word was seen at such a place in each run before this one: only then may its text be kept. */
export type Known = (place: string, mark: number) => boolean;

interface Making {
  readonly run: number;
  readonly salt: string;
  readonly known: Known;
}

const MOST_FIELDS = 40;
const MOST_WORDS = 30;
const COMMON_HEADER =
  /^(accept-.*|access-control-.*|age|allow|alt-svc|cache-control|connection|content-.*|cross-origin-.*|date|etag|expires|keep-alive|last-modified|link|location|nel|p3p|permissions-policy|pragma|referrer-policy|report-to|retry-after|server.*|set-cookie|strict-transport-security|transfer-encoding|upgrade|vary|via|www-authenticate|x-(cache.*|content-type-options|frame-options|powered-by|request-id|runtime|ua-compatible|xss-protection|dns-prefetch-control|download-options|permitted-.*))$/;

/** Null for what can be nobody's activity and for mere reading. */
export function traceOf(exchange: Exchange, making: Making): Trace | null {
  const { type, status, url } = exchange;
  const method = meantMethod(exchange);
  if (type === 'other' || !mayBeActivity(exchange) || status < 200 || status >= 400) return null;
  const reads = /^(GET|HEAD|OPTIONS)$/.test(method);
  if (reads && (type !== 'main_frame' || exchange.redirect === null)) return null;
  const { pathname, searchParams, origin } = new URL(url);
  return {
    run: making.run,
    method,
    byField: method !== exchange.method && exchange.body.kind === 'form',
    type,
    status,
    path: wordsOf(pathname, making),
    query: fieldsOf([...searchParams], 'query', making),
    body: { kind: bodyKind(exchange.body), fields: fieldsOf(pairsOf(exchange.body), 'body', making) },
    redirect: redirectOf(exchange.redirect, origin, making),
    headers: Object.keys(exchange.responseHeaders)
      .filter((name) => isFieldName(name) && !COMMON_HEADER.test(name) && !isRefusedName(name))
      .slice(0, MOST_FIELDS),
    times: 1,
  };
}

/** The places of a trace's words, as `Known` is asked about them. */
export function placesOf({ path, query, body, redirect }: Trace): { place: string; mark: number }[] {
  return [
    ...[...path, ...(redirect?.path ?? [])].map(({ mark }) => ({ place: 'path', mark })),
    ...query.map(({ name, word }) => ({ place: `query ${name}`, mark: word.mark })),
    ...body.fields.map(({ name, word }) => ({ place: `body ${name}`, mark: word.mark })),
  ];
}

function wordsOf(pathname: string, { salt, known }: Making) {
  const segments = comparedPath({ pathname }).split('/').slice(1);
  return segments
    .filter((segment, index) => segment !== '' || index > 0)
    .slice(0, MOST_WORDS)
    .map((segment) => {
      const word = wordOf(segment, salt);
      return word.kind === 'word' && known('path', word.mark) ? { ...word, text: segment } : word;
    });
}

function redirectOf(redirect: string | null, origin: string, making: Making): Trace['redirect'] {
  if (redirect === null || !URL.canParse(redirect)) return null;
  const target = new URL(redirect);
  if (target.origin !== origin) return null;
  const query = [...new Set(target.searchParams.keys())].filter(isFieldName);
  return { path: wordsOf(target.pathname, making), query, more: target.search !== '' || target.hash !== '' };
}

function bodyKind({ kind }: ExchangeBody): Trace['body']['kind'] {
  return kind === 'text' || kind === 'opaque' ? 'hidden' : kind;
}

type Pairs = readonly (readonly [name: string, value: string])[];

/** Of JSON the members, and theirs: a recipe can name `page.status`. */
function pairsOf(body: ExchangeBody): Pairs {
  if (body.kind === 'form')
    return Object.entries(body.fields).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    );
  if (body.kind !== 'json') return [];
  return members(body.value).flatMap(([name, value]) => [
    [name, isObject(value) ? '' : String(value)] as const,
    ...members(value).map(
      ([inner, each]) => [`${name}.${inner}`, isObject(each) ? '' : String(each)] as const,
    ),
  ]);
}

function members(value: unknown): [string, unknown][] {
  return isObject(value) && !Array.isArray(value) ? Object.entries(value) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Of several values of one name none can be a constant. */
function fieldsOf(pairs: Pairs, place: 'query' | 'body', { salt, known }: Making): Field[] {
  const fields = new Map<string, Field>();
  for (const [name, value] of pairs) {
    if (!isFieldName(name) || fields.size >= MOST_FIELDS) continue;
    const word = { ...wordOf(value, salt), kind: isConstant(value) ? ('word' as const) : ('name' as const) };
    const mayStay =
      word.kind === 'word' &&
      !isRefusedName(name) &&
      !isTypedIn(name) &&
      known(`${place} ${name}`, word.mark);
    const again = fields.get(name);
    if (again === undefined) fields.set(name, { name, word: mayStay ? { ...word, text: value } : word });
    else fields.set(name, { name, word: { kind: 'name', mark: again.word.mark } });
  }
  return [...fields.values()];
}
