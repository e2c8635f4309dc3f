import { bodyValues } from './body-values';
import type { Reading } from './match';
import { type Captures, isRefusedName } from './patterns';
import type { Recipe } from './recipe';

/** Something that only the page, or a look at the site, can answer. */
export type PageQuestion =
  | { readonly kind: 'title' }
  | { readonly kind: 'before-title' }
  | { readonly kind: 'location' }
  | { readonly kind: 'dom'; readonly selector: string; readonly attribute: string | null }
  | { readonly kind: 'json'; readonly path: string; readonly pointer: string };

/** One source of a title or link, as far as the exchange alone can answer it. */
export type SourceStep =
  | { readonly kind: 'known'; readonly value: string }
  | { readonly kind: 'page'; readonly question: PageQuestion };

/** The page's answer to a question; null where it has none. */
export type PageAnswer = (question: PageQuestion) => string | null;

type Filter = (value: string) => string;

const FILTERS: Readonly<Record<string, Filter>> = {
  /** The last part of a path. */
  basename: (value) => value.split(/[\\/]/).filter(Boolean).at(-1) ?? '',
  /** Underscores are spaces, as in wiki titles. */
  spaces: (value) => value.replaceAll('_', ' '),
  /** The last part of a name with namespaces. */
  leaf: (value) => value.split(':').at(-1) ?? '',
  /** For use as one segment of a path. */
  segment: encodeURIComponent,
};

/** Answers what the exchange can answer; the rest stays a question. Nothing else of the exchange is kept. */
export function prepareSources(
  sources: readonly string[],
  captures: Captures,
  reading: Reading,
  recipe: Recipe,
): SourceStep[] {
  return sources.flatMap((source) => {
    const question = questionOf(source, reading, (text) => fill(text, captures, reading, recipe, true));
    if (question !== null) return [question];
    const value = fill(source, captures, reading, recipe, false);
    return value === null ? [] : [{ kind: 'known' as const, value }];
  });
}

function questionOf(
  source: string,
  { exchange }: Reading,
  filled: (text: string) => string | null,
): SourceStep | null {
  const ask = (question: PageQuestion): SourceStep => ({ kind: 'page', question });
  if (source === '$title') return ask({ kind: 'title' });
  if (source === '$before.title') return ask({ kind: 'before-title' });
  if (source === '$location') {
    const landed = exchange.redirect;
    return landed === null ? ask({ kind: 'location' }) : { kind: 'known', value: landed };
  }
  if (source.startsWith('dom:')) {
    const [, selector = '', attribute] = /^dom:(.*?)(?:@([\w-]+))?$/s.exec(source) ?? [];
    return ask({ kind: 'dom', selector, attribute: attribute ?? null });
  }
  if (source.startsWith('json:')) {
    const [path = '', pointer = ''] = source.slice('json:'.length).split('#');
    const address = filled(path);
    return ask({ kind: 'json', path: address ?? '', pointer });
  }
  return null;
}

const PLACEHOLDER = /\{([^{}|]+)((?:\|[a-z]+)*)\}/g;

/** Null where a placeholder has no value: the next source is tried. `encode` makes each value one path segment. */
function fill(
  text: string,
  captures: Captures,
  reading: Reading,
  recipe: Recipe,
  encode: boolean,
): string | null {
  let missing = false;
  const filled = text.replaceAll(PLACEHOLDER, (_all, name: string, filters: string) => {
    const value = placeholderValue(name, captures, reading, recipe);
    if (value === undefined || value === '') missing = true;
    const applied = filters
      .split('|')
      .filter(Boolean)
      .reduce((text, filter) => FILTERS[filter]?.(text) ?? text, value ?? '');
    return encode ? encodeURIComponent(applied) : applied;
  });
  return missing ? null : filled;
}

function placeholderValue(
  name: string,
  captures: Captures,
  reading: Reading,
  recipe: Recipe,
): string | undefined {
  const field = name.slice(name.indexOf('.') + 1);
  if (isRefusedName(field)) return undefined;
  if (name.startsWith('body.')) return bodyValues(reading.exchange.body, field)?.[0];
  if (name.startsWith('query.')) return reading.query.get(field) ?? undefined;
  if (name.startsWith('params.')) return [recipe.params?.[field] ?? []].flat()[0];
  return captures[name];
}

/** The first source with something to say, spaces tidied; empty where none has. */
export function answerSources(steps: readonly SourceStep[], page: PageAnswer): string {
  for (const step of steps) {
    const value = step.kind === 'known' ? step.value : page(step.question);
    const tidy = value?.replace(/\s+/g, ' ').trim();
    if (tidy) return tidy;
  }
  return '';
}

/** The questions whose answers may be needed: those that no known value stands before. */
export function openQuestions(steps: readonly SourceStep[]): PageQuestion[] {
  const known = steps.findIndex(({ kind }) => kind === 'known');
  const before = known === -1 ? steps : steps.slice(0, known);
  return before.flatMap((step) => (step.kind === 'page' ? [step.question] : []));
}
