import type { Context } from 'hono';
import { Refusal } from './problem';

/** A request's parameters: query, form and JSON mean the same (Mastodon). Names as `a[]` make lists. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** NUL is refused by PostgreSQL, and half a surrogate pair is no character in UTF-8. */
const UNKEEPABLE = /\0|\p{Surrogate}/gu;

/** Reads them all; a body that says it is JSON and is not is refused. */
export async function readParameters(context: Context): Promise<Parameters> {
  const found: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URL(context.req.url).searchParams) add(found, name, value);
  const type = context.req.header('content-type') ?? '';
  if (type.includes('application/json')) addJson(found, await context.req.text());
  else if (type.includes('form')) {
    for (const [name, value] of await readForm(context)) {
      if (typeof value === 'string') add(found, name, value);
    }
  }
  return found;
}

async function readForm(context: Context): Promise<Iterable<[string, unknown]>> {
  try {
    return await context.req.formData();
  } catch {
    throw new Refusal(400, 'The body is no form');
  }
}

function add(found: Record<string, string | string[]>, name: string, value: string): void {
  if (!name.endsWith('[]')) {
    found[name] = value;
    return;
  }
  const list = name.slice(0, -2);
  const known = found[list];
  if (Array.isArray(known)) known.push(value);
  else found[list] = known === undefined ? [value] : [known, value];
}

function addJson(found: Record<string, string | string[]>, text: string): void {
  if (text.trim() === '') return;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is no JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal(400, 'The body is no object');
  addObject(found, body, '');
}

const DEEPEST_NAME = 4;

/** An object in an object is named as a form names it: `a[b]`. */
function addObject(found: Record<string, string | string[]>, body: object, within: string, depth = 1): void {
  for (const [key, value] of Object.entries(body)) {
    const name = within === '' ? key : `${within}[${key}]`;
    if (Array.isArray(value)) found[name] = value.filter(isScalar).map(String);
    else if (isScalar(value)) found[name] = String(value);
    else if (typeof value === 'object' && value !== null && depth < DEEPEST_NAME)
      addObject(found, value, name, depth + 1);
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** One value, as it was given but for what no database keeps; undefined where it was not given, or given empty. */
export function one(parameters: Parameters, name: string): string | undefined {
  const value = [parameters[name] ?? []].flat().at(-1)?.replace(UNKEEPABLE, '');
  return value === '' ? undefined : value;
}

/** Every value of a list, also where only one was given. */
export function many(parameters: Parameters, name: string): readonly string[] {
  return [parameters[name] ?? []].flat().map((value) => value.replace(UNKEEPABLE, ''));
}

const FALSE = new Set(['0', 'f', 'F', 'false', 'FALSE', 'off', 'OFF']);

/** Mastodon's reading of a flag: everything that is given and not one of the words for false. */
export function flag(parameters: Parameters, name: string): boolean {
  const value = one(parameters, name);
  return value !== undefined && !FALSE.has(value);
}
