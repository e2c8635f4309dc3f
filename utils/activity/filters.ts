import type { ExchangeType } from './exchange';
import { withoutTrailingSlash } from './path';
import { compileGlob } from './patterns';
import type { Recipe, Signal, When } from './recipe';

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
      url: urlPattern(signal.when, recipe.ci ?? false),
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

function filterOf(signals: readonly { url: string; types: RequestFilter['types'] }[]): RequestFilter {
  const urls = [...new Set(signals.map(({ url }) => url))];
  return {
    urls: urls.includes(EVERYWHERE) ? [EVERYWHERE] : urls,
    types: [...new Set(signals.flatMap(({ types }) => types))],
  };
}

const EVERYWHERE = '*://*/*';
const PLAIN = /^[\w.-]+$/;

/** One pattern over path and query. What a recipe leaves open, and what a browser would escape, becomes `*`. */
function urlPattern({ path, query }: When, ignoreCase: boolean): string {
  if (ignoreCase) return EVERYWHERE; // match patterns compare to the letter
  if (path !== undefined) {
    const open = withoutTrailingSlash(path)
      .replace(/\{[^}]*\}/g, '*')
      .replace(/[^\w./~-]/g, '*')
      .replace(/^\//, '');
    return `*://*/*${open}*`.replace(/\*+/g, '*');
  }
  for (const [name, value] of Object.entries(query ?? {})) {
    if (typeof value === 'string' && PLAIN.test(name) && PLAIN.test(value))
      return `*://*/*?*${name}=${value}*`;
  }
  return EVERYWHERE;
}

/** Whether the browser would tell about a request, and so wake the background. */
export function wakes({ urls, types }: RequestFilter, { url, type }: { url: string; type: string }): boolean {
  return (
    types.some((each) => each === type) &&
    urls.some((pattern) => compileGlob(pattern, { separator: '', ignoreCase: false }).match(url) !== null)
  );
}
