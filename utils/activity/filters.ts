import type { ExchangeType } from './exchange';
import { withoutTrailingSlash } from './path';
import { compileGlob } from './patterns';
import type { Pattern, Recipe, Signal, When } from './recipe';

/** Which requests a browser should tell about: match patterns for any host, and kinds of request. */
export interface RequestFilter {
  readonly urls: readonly string[];
  readonly types: readonly Exclude<ExchangeType, 'other'>[];
}

export interface RequestFilters {
  readonly hops: RequestFilter;
  /** Only the paths of signals that read a body: other forms, sign-in among them, stay unread. */
  readonly bodies: RequestFilter;
}

const ALL_TYPES = ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping'] as const;

/**
 * The filters of a set of recipes. The browser's permission limits the hosts; these limit the paths. Match patterns
 * know neither methods nor captures, so they let more through than the recipes will match.
 */
export function requestFilters(recipes: readonly Recipe[]): RequestFilters {
  const signals = recipes.flatMap((recipe) =>
    recipe.signals.map((signal) => ({
      urls: urlPatterns(signal.when, recipe.ci ?? false),
      types:
        signal.when.type === undefined ? ALL_TYPES : ALL_TYPES.filter((type) => type === signal.when.type),
      wantsBody: readsBody(signal) || (recipe.ignore ?? []).some(({ body }) => body !== undefined),
    })),
  );
  return { hops: filterOf(signals), bodies: filterOf(signals.filter(({ wantsBody }) => wantsBody)) };
}

/** Whether a signal tests or shows a part of the body. */
export function readsBody({ when, title, link }: Signal): boolean {
  return (
    when.body !== undefined || [...(title ?? []), ...(link ?? [])].some((source) => source.includes('{body.'))
  );
}

function filterOf(signals: readonly (RequestFilter & { wantsBody: boolean })[]): RequestFilter {
  const urls = [...new Set(signals.flatMap((signal) => signal.urls))];
  return {
    urls: urls.includes(EVERYWHERE) ? [EVERYWHERE] : urls,
    types: [...new Set(signals.flatMap(({ types }) => types))],
  };
}

const EVERYWHERE = '*://*/*';
const PLAIN = /^[\w.-]+$/;

function urlPatterns(when: When, ignoreCase: boolean): readonly string[] {
  return ignoreCase ? anyCase(when.path ?? '/') : [urlPattern(when)];
}

/** Match patterns compare to the letter: every way to write so many letters, and then anything. */
const LETTERS_IN_ANY_CASE = 3;

function anyCase(path: string): readonly string[] {
  let ways = [''];
  let letters = 0;
  for (const char of withoutTrailingSlash(path).slice(1)) {
    const cases = new Set([char.toLowerCase(), char.toUpperCase()]);
    if (cases.size > 1) letters += 1;
    if (letters > LETTERS_IN_ANY_CASE || !/[\w./~-]/.test(char)) break;
    ways = ways.flatMap((way) => [...cases].map((each) => way + each));
  }
  return ways.map((way) => (way === '' ? EVERYWHERE : `*://*/*${way}*`));
}

/** One pattern over path and query. What a recipe leaves open, and what a browser would escape, becomes `*`. */
function urlPattern({ path, query }: When): string {
  const asked = path === undefined ? queryValue(query) : (queryValue(query) ?? queryName(query));
  if (path === undefined && asked === undefined) return EVERYWHERE;
  const open = withoutTrailingSlash(path ?? '/')
    .replace(/\{[^}]*\}/g, '*')
    .replace(/[^\w./~-]/g, '*')
    .replace(/^\//, '');
  return `*://*/*${open}*${asked === undefined ? '' : `?*${asked}*`}`.replace(/\*+/g, '*');
}

/** The first query value that stands in an address as it stands in the recipe. */
function queryValue(query: When['query']): string | undefined {
  for (const [name, value] of Object.entries(query ?? {})) {
    if (typeof value === 'string' && PLAIN.test(name) && PLAIN.test(value)) return `${name}=${value}`;
  }
  return undefined;
}

/** The first query name that must be there; alone it would say too little. */
function queryName(query: When['query']): string | undefined {
  const isThere = (pattern: Pattern | undefined): boolean =>
    pattern !== undefined &&
    [pattern].flat().every((each) => each === true || (each !== null && !each.startsWith('!')));
  // Without '=': an address may end in a bare name.
  return Object.keys(query ?? {}).find((each) => PLAIN.test(each) && isThere(query?.[each]));
}

/** Whether the browser would tell about a request, and so wake the background. */
export function wakes({ urls, types }: RequestFilter, { url, type }: { url: string; type: string }): boolean {
  return (
    types.some((each) => each === type) &&
    urls.some((pattern) => compileGlob(pattern, { separator: '', ignoreCase: false }).match(url) !== null)
  );
}
