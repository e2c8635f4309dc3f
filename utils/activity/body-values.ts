import type { ExchangeBody } from './exchange';
import { isRefusedName } from './refused-names';

/**
 * The values that a body holds under a recipe's key: a form field, a dotted JSON path, `*_cmd` for any field that ends
 * so, `$text` for the raw text. Empty: it is not there. Undefined: the body could not be read, so nobody knows.
 */
export function bodyValues(body: ExchangeBody, key: string): readonly string[] | undefined {
  if (body.kind === 'opaque') return undefined;
  if (key === '$text') return body.kind === 'json' || body.kind === 'text' ? [body.text] : [];
  if (body.kind === 'form') return fieldNames(body.fields, key).flatMap((name) => body.fields[name] ?? []);
  if (body.kind === 'json') return textsOf(jsonAt(body.value, key));
  return [];
}

/** The one value that a title or link may show: never a secret's, a whole body's or a whole object's. */
export function showableValue(body: ExchangeBody, key: string): string | undefined {
  if (isRefusedName(key) || key === '$text') return undefined;
  if (body.kind === 'form') {
    const name = fieldNames(body.fields, key).find((found) => !isRefusedName(found));
    return name === undefined ? undefined : body.fields[name]?.[0];
  }
  const value = body.kind === 'json' ? jsonAt(body.value, key) : undefined;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === null || isObject(first) ? undefined : String(first);
}

function fieldNames(fields: Readonly<Record<string, readonly string[]>>, key: string): string[] {
  if (!key.startsWith('*')) return Object.hasOwn(fields, key) ? [key] : [];
  return Object.keys(fields).filter((name) => name.endsWith(key.slice(1)));
}

function jsonAt(value: unknown, key: string): unknown {
  if (isObject(value) && Object.hasOwn(value, key)) return value[key];
  let found = value;
  for (const step of key.split('.')) {
    if (!isObject(found) || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A list of plain values is those values; anything larger is there, and not looked into: a hostile one has no bottom. */
function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (!isObject(value)) return [String(value)];
  if (!Array.isArray(value)) return ['{}'];
  return value.length > 0 && value.every((each) => !isObject(each)) ? value.map(String) : ['[]'];
}
