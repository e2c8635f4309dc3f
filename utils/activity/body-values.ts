import type { ExchangeBody } from './exchange';

/**
 * The values that a body holds under a recipe's key: a form field, a dotted JSON path, `*_cmd` for any field that ends
 * so, `$text` for the raw text. Empty: it is not there. Undefined: the body could not be read, so nobody knows.
 */
export function bodyValues(body: ExchangeBody, key: string): readonly string[] | undefined {
  if (body.kind === 'opaque') return undefined;
  if (key === '$text') return body.kind === 'json' || body.kind === 'text' ? [body.text] : [];
  if (body.kind === 'form') return formValues(body.fields, key);
  if (body.kind === 'json') return jsonValues(body.value, key);
  return [];
}

function formValues(fields: Readonly<Record<string, readonly string[]>>, key: string): readonly string[] {
  if (key.startsWith('*')) {
    const ending = key.slice(1);
    return Object.keys(fields).flatMap((name) => (name.endsWith(ending) ? (fields[name] ?? []) : []));
  }
  return Object.hasOwn(fields, key) ? (fields[key] ?? []) : [];
}

function jsonValues(value: unknown, key: string): readonly string[] {
  if (isObject(value) && Object.hasOwn(value, key)) return textOf((value as Record<string, unknown>)[key]);
  let found = value;
  for (const step of key.split('.')) {
    if (!isObject(found) || !Object.hasOwn(found, step)) return [];
    found = (found as Record<string, unknown>)[step];
  }
  return textOf(found);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((each) => !isObject(each))) return value.map(String);
  return [isObject(value) ? JSON.stringify(value) : String(value)];
}
