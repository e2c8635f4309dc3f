import type { Context } from 'hono';
import { Refusal } from './problem';
import { codeOf } from './store/error-code';

/**
 * A request's parameters: query, form and JSON mean the same (Mastodon). `a[]` makes a list named `a`; what stands
 * inside `a` is named `a[b]`, also where it came as a JSON object.
 */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;
type Found = Record<string, string | string[]>;

const MOST_VALUES = 1_000;
const DEEPEST = 5;

/** NUL is refused by PostgreSQL, and half a surrogate pair is no character in UTF-8. */
const UNKEEPABLE = /\0|\p{Surrogate}/gu;

/** Reads them all; the body has the last word. A body that is not what it says, or is endless, is refused. */
export async function readParameters(context: Context): Promise<Parameters> {
  const { url } = context.req;
  const query = url.includes('?') ? collect(new URL(url).searchParams) : empty();
  return Object.assign(query, await readBody(context));
}

async function readBody(context: Context): Promise<Found> {
  const type = context.req.header('content-type') ?? '';
  if (type.includes('application/json')) return collect(entriesOf(await readJson(context), '', 0));
  return type.includes('form') ? collect(await readForm(context)) : empty();
}

function empty(): Found {
  return Object.create(null) as Found; // a parameter may be called `constructor`
}

async function readForm(context: Context): Promise<Iterable<[string, unknown]>> {
  try {
    return await context.req.formData();
  } catch {
    throw new Refusal(400, 'The body is no form');
  }
}

async function readJson(context: Context): Promise<object> {
  const text = await context.req.text().catch((error: unknown) => {
    throw codeOf(error) === 'ECONNRESET' ? new Refusal(400, 'The body was cut off') : error;
  });
  if (text.trim() === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text, numberAsWritten);
  } catch {
    throw new Refusal(400, 'The body is no JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal(400, 'The body is no object');
  return body;
}

/** Mastodon.py sends ids as numbers: those of ours are longer than a number in JavaScript is exact. */
function numberAsWritten(_name: string, value: unknown, { source }: { source?: string } = {}): unknown {
  return typeof value === 'number' && source !== undefined ? source : value;
}

/** What a form would have said in place of a JSON object. */
function* entriesOf(value: object, path: string, depth: number): Generator<[string, unknown]> {
  if (depth > DEEPEST) throw new Refusal(400, 'The parameters are nested too deeply');
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    const at = path === '' ? name : `${path}[${name}]`;
    if (Array.isArray(inner)) yield* itemsOf(inner, at, depth);
    else if (typeof inner === 'object' && inner !== null) yield* entriesOf(inner, at, depth + 1);
    else yield [at, inner];
  }
}

function* itemsOf(list: readonly unknown[], at: string, depth: number): Generator<[string, unknown]> {
  const name = at.endsWith('[]') ? at : `${at}[]`;
  for (const [index, item] of list.entries()) {
    if (typeof item === 'object' && item !== null) yield* entriesOf(item, `${at}[${index}]`, depth + 1);
    else yield [name, item];
  }
}

function collect(entries: Iterable<[string, unknown]>): Found {
  const found = empty();
  let count = 0;
  for (const [name, value] of entries) {
    count += 1;
    if (count > MOST_VALUES) throw new Refusal(400, 'There are too many parameters');
    if (isScalar(value)) add(found, name, String(value).replace(UNKEEPABLE, ''));
  }
  return found;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function add(found: Found, name: string, value: string): void {
  if (!name.endsWith('[]')) {
    found[name] = value;
    return;
  }
  const list = name.slice(0, -2);
  const known = found[list];
  if (Array.isArray(known)) known.push(value);
  else found[list] = known === undefined ? [value] : [known, value];
}

/** One value, as it was given but for what no database keeps; undefined where it was not given, or given empty. */
export function one(parameters: Parameters, name: string): string | undefined {
  const value = [parameters[name] ?? []].flat().at(-1);
  return value === '' ? undefined : value;
}

/** Every value of a list, also where only one was given. */
export function many(parameters: Parameters, name: string): readonly string[] {
  return [parameters[name] ?? []].flat();
}

/** In any case: Mastodon.py says `False`. */
const FALSE = new Set(['0', 'f', 'false', 'off']);

/** Mastodon's reading of a flag: everything that is given and not one of the words for false. */
export function flag(parameters: Parameters, name: string): boolean {
  const value = one(parameters, name);
  return value !== undefined && !FALSE.has(value.toLowerCase());
}
