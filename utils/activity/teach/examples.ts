import type * as z from 'zod/mini';
import type { FixturesSchema } from '../fixtures';
import type { Trace } from './trace';
import type { Word } from './word';

type FixtureExchange = z.infer<typeof FixturesSchema>['positives'][number]['exchange'];

/** The texts that an example may show, by place and mark: those that the recipe itself has, and no others. */
export type Texts = ReadonlyMap<string, string>;

/** What stands wherever somebody typed something. */
export const EXAMPLE_TEXT = 'Example';

/** An exchange that looks like the one that left this trace, with invented values. */
export function exampleOf(trace: Trace, origin: string, texts: Texts): FixtureExchange {
  const query = trace.query.map(
    ({ name, word }) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(shownValue(`query ${name}`, word, texts))}`,
  );
  const values = Object.fromEntries(
    trace.body.fields.map(({ name, word }) => [name, shownValue(`body ${name}`, word, texts)]),
  );
  return {
    method: trace.byField ? 'POST' : trace.method,
    url: `${origin}${pathOf(trace.path, texts)}${query.length === 0 ? '' : `?${query.join('&')}`}`,
    type: trace.type,
    headers: {},
    ...bodyOf(trace, values),
    status: trace.status,
    redirect: redirectOf(trace, origin, texts),
    res: Object.fromEntries(trace.headers.map((name) => [name, EXAMPLE_TEXT])),
  };
}

function bodyOf(
  { body: { kind }, byField, method }: Trace,
  values: Record<string, string>,
): Partial<FixtureExchange> {
  if (kind === 'hidden') return { opaque: true };
  if (kind === 'form') return { form: byField ? { ...values, _method: method } : values };
  return kind === 'json' ? { json: nested(values) } : {};
}

/** `page.title` back into `page`, as it was sent. */
function nested(values: Record<string, string>): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const [outer = '', inner] = name.split(/\.(.*)/s);
    const parent = whole[outer];
    if (inner === undefined || !Object.hasOwn(values, outer)) whole[name] = value;
    else whole[outer] = { ...(typeof parent === 'object' ? parent : {}), [inner]: value };
  }
  return whole;
}

function redirectOf({ redirect, status }: Trace, origin: string, texts: Texts): string | null {
  if (redirect === null) return status >= 300 ? 'https://elsewhere.example/' : null;
  const query = redirect.query.map((name) => `${encodeURIComponent(name)}=7`).join('&');
  const more = query !== '' ? `?${query}` : redirect.more ? '?7' : '';
  return `${origin}${pathOf(redirect.path, texts)}${more}`;
}

function pathOf(path: readonly Word[], texts: Texts): string {
  return `/${path.map((word) => encodeURIComponent(texts.get(`path ${word.mark}`) ?? invented(word))).join('/')}`;
}

function shownValue(place: string, word: Word, texts: Texts): string {
  return texts.get(`${place} ${word.mark}`) ?? EXAMPLE_TEXT;
}

function invented({ kind, mark }: Word): string {
  return kind === 'id' ? String(mark) : `example-${mark}`;
}
