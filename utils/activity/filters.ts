import type { ExchangeType } from './exchange';
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
    recipe.signals.map((signal) => ({ patterns: urlPatterns(signal.when, recipe.ci ?? false), signal })),
  );
  return {
    hops: filterOf(signals.flatMap(({ patterns }) => patterns)),
    bodies: filterOf(signals.flatMap(({ patterns, signal }) => (readsBody(signal) ? patterns : []))),
  };
}

function readsBody({ when, title, link }: Signal): boolean {
  return (
    when.body !== undefined || [...(title ?? []), ...(link ?? [])].some((source) => source.includes('{body.'))
  );
}

function filterOf(patterns: readonly string[]): RequestFilter {
  const urls = [...new Set(patterns)];
  return { urls: urls.includes(EVERYWHERE) ? [EVERYWHERE] : urls, types: ALL_TYPES };
}

const EVERYWHERE = '*://*/*';
const PLAIN = /^[\w.-]+$/;

/** One pattern over path and query. What a recipe leaves open, and what a browser would escape, becomes `*`. */
function urlPatterns({ path, query }: When, ignoreCase: boolean): string[] {
  if (path !== undefined && !ignoreCase) {
    const open = path
      .replace(/\{[^}]*\}/g, '*')
      .replace(/[^\w./~-]/g, '*')
      .replace(/^\//, '');
    return [`*://*/*${open}*`.replace(/\*+/g, '*')];
  }
  const named = Object.entries(query ?? {}).find(
    ([name, value]) => PLAIN.test(name) && PLAIN.test(String(value)),
  );
  return [
    named === undefined || typeof named[1] !== 'string' ? EVERYWHERE : `*://*/*?*${named[0]}=${named[1]}*`,
  ];
}
