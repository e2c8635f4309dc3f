import type { CompiledRecipes } from './compile';
import { compileCondition } from './conditions';
import { titleOf } from './html-markers';
import { headerValues } from './match';
import { compileGlob } from './patterns';
import type { Marker, Recipe } from './recipe';

/** What one look at a page, or at its traffic, told about the system behind it. */
export interface SiteClues {
  readonly host: string;
  readonly path: string;
  readonly title: string | null;
  /** Selectors of `selectorsOf` that found something. */
  readonly selectors: ReadonlySet<string>;
  readonly cookieNames: readonly string[];
  /** Names in lower case. */
  readonly responseHeaders: Readonly<Record<string, string>>;
}

/** A page, or an answer without one, as a recording or a fixture holds it. */
export interface SeenPage {
  readonly url: string;
  readonly html: string | null;
  readonly cookieNames: readonly string[];
  /** Names in lower case. */
  readonly responseHeaders: Readonly<Record<string, string>>;
}

/** Finds which of these selectors a page's text has. */
export type FindSelectors = (html: string, selectors: readonly string[]) => ReadonlySet<string>;

/** What a page that was kept as text tells. */
export function cluesOf(
  { url, html, cookieNames, responseHeaders }: SeenPage,
  selectors: readonly string[],
  find: FindSelectors,
): SiteClues {
  const { host, pathname } = new URL(url);
  return {
    host,
    path: pathname,
    title: html === null ? null : titleOf(html),
    selectors: html === null ? new Set() : find(html, selectors),
    cookieNames,
    responseHeaders,
  };
}

/** Every selector that some recipe needs to know of: asked in one read of the page. */
export function selectorsOf(recipes: CompiledRecipes): string[] {
  const markers = [...recipes.values()].flatMap(({ recipe }) => markersOf(recipe));
  return [...new Set(markers.flatMap((marker) => ('dom' in marker ? [marker.dom] : [])))];
}

/**
 * The one recipe whose markers fit; null where none does, or more than one. What a page says itself goes before cookies:
 * those are shared by all ports of a host.
 */
export function chooseRecipe(recipes: CompiledRecipes, clues: SiteClues): string | null {
  const fitting = (seen: SiteClues): string[] =>
    [...recipes.values()].filter(({ recipe }) => fits(recipe, seen)).map(({ recipe }) => recipe.id);
  const [byItself, another] = fitting({ ...clues, cookieNames: [] });
  if (byItself !== undefined) return another === undefined ? byItself : null;
  const byCookie = fitting(clues);
  return byCookie.length === 1 ? (byCookie[0] ?? null) : null;
}

function markersOf({ site }: Recipe): readonly Marker[] {
  return [...(site.any ?? []), ...(site.all ?? [])];
}

function fits({ site }: Recipe, clues: SiteClues): boolean {
  const any = site.any ?? [];
  const all = site.all ?? [];
  if (any.length + all.length === 0) return false;
  return (
    all.every((marker) => holds(marker, clues)) &&
    (any.length === 0 || any.some((marker) => holds(marker, clues)))
  );
}

function holds(marker: Marker, clues: SiteClues): boolean {
  if ('dom' in marker) return clues.selectors.has(marker.dom);
  if ('host' in marker) return matches(marker.host, clues.host);
  if ('path' in marker) return matches(marker.path, clues.path);
  if ('title' in marker) return clues.title !== null && matches(marker.title, clues.title);
  if ('cookie' in marker) return clues.cookieNames.some((name) => matches(marker.cookie, name));
  return Object.entries(marker.res).every(([name, pattern]) => {
    return compileCondition(pattern, true)(headerValues(clues.responseHeaders, name.toLowerCase())) !== null;
  });
}

function matches(pattern: string, text: string): boolean {
  return compileGlob(pattern, { separator: '', ignoreCase: true }).match(text) !== null;
}
