import { showableValue } from './body-values';
import type { Exchange } from './exchange';
import type { Captures } from './glob-walk';
import type { Reading } from './match';
import type { Recipe } from './recipe';
import { isRefusedName } from './refused-names';
import { FILTERS, type Filter } from './source-filters';

/** Something that only the page, or a look at the site, can answer. */
export type PageQuestion =
  | { readonly kind: 'title' }
  | { readonly kind: 'before-title' }
  | { readonly kind: 'location' }
  /** `before-dom` asks the page that sent the request, `dom` the one that stands there afterwards. */
  | { readonly kind: 'dom' | 'before-dom'; readonly selector: string; readonly attribute: string | null }
  | { readonly kind: 'json'; readonly path: string; readonly pointer: string };

/** One source of a title or link, as far as the exchange alone can answer it. */
export type SourceStep =
  | { readonly kind: 'known'; readonly value: string }
  | { readonly kind: 'page'; readonly question: PageQuestion };

/** The page's answer to a question; null where it has none. */
export type PageAnswer = (question: PageQuestion) => string | null;

/** What an exchange gave, for the sources of its signal. */
export interface Given {
  readonly reading: Reading;
  readonly captures: Captures;
  /** Where the system stands on its host: addresses that a recipe writes begin there. */
  readonly prefix: string;
  readonly params: NonNullable<Recipe['params']>;
}

/** Answers what the exchange can answer; the rest stays a question. Nothing else of the exchange is kept. */
export function prepareSources(
  sources: readonly string[],
  use: 'title' | 'link',
  given: Given,
): SourceStep[] {
  return sources.flatMap((source): SourceStep[] => {
    if (source === '$location') return use === 'link' ? [locationOf(given.reading.exchange)] : [];
    if (source.startsWith('json:')) return askJson(source.slice('json:'.length), given);
    if (source === '$title') return [{ kind: 'page', question: { kind: 'title' } }];
    if (source === '$before.title') return [{ kind: 'page', question: { kind: 'before-title' } }];
    if (/^(dom|before):/.test(source)) return askDom(source, given);
    const value = fill(source, given, use === 'link' && source.startsWith('/') ? asPath : asText);
    if (value === null) return [];
    return [
      { kind: 'known', value: source.startsWith('/') && use === 'link' ? atPrefix(value, given) : value },
    ];
  });
}

function locationOf({ redirect }: Exchange): SourceStep {
  return redirect === null
    ? { kind: 'page', question: { kind: 'location' } }
    : { kind: 'known', value: redirect };
}

/** An element is only asked for where every placeholder of its selector has a value that is a plain name. */
function askDom(source: string, given: Given): SourceStep[] {
  const [, where, open = '', attribute] = /^(dom|before):(.*?)(?:@([\w-]+))?$/s.exec(source) ?? [];
  const selector = fill(open, given, asName);
  if (selector === null) return [];
  const kind = where === 'before' ? 'before-dom' : 'dom';
  return [{ kind: 'page', question: { kind, selector, attribute: attribute ?? null } }];
}

/** A look at the site is only asked for where every placeholder of its address has a value. */
function askJson(source: string, given: Given): SourceStep[] {
  const [address = '', pointer = ''] = source.split('#');
  const path = fill(address, given, asSegment);
  return path === null
    ? []
    : [{ kind: 'page', question: { kind: 'json', path: atPrefix(path, given), pointer } }];
}

function atPrefix(path: string, { prefix }: Given): string {
  return `${asPath(prefix) ?? ''}${path}`;
}

const asText: Filter = (value) => value;

/** Null for what could end a name in a selector and begin something else. */
function asName(value: string): string | null {
  return /^[\w-]+$/.test(value) ? value : null;
}

/** Null for what would climb out of its place in an address. */
function asSegment(value: string): string | null {
  return value === '.' || value === '..' ? null : encodeURIComponent(wellFormed(value));
}

function asPath(value: string): string | null {
  const segments = value.split('/').map(asSegment);
  // The ':' of a wiki's page names is read by people; '%2F' was kept escaped when the path was decoded.
  return segments.includes(null)
    ? null
    : segments.join('/').replaceAll('%3A', ':').replaceAll('%252F', '%2F');
}

const PLACEHOLDER = /\{([^{}|]+)((?:\|[a-z]+)*)\}/g;

/** Null where a placeholder has no value, or none that may stand there: the next source is tried. */
function fill(text: string, given: Given, encode: (value: string) => string | null): string | null {
  let missing = false;
  const filled = text.replaceAll(PLACEHOLDER, (_all, name: string, filters: string) => {
    const applied = filters
      .split('|')
      .filter((filter) => Object.hasOwn(FILTERS, filter))
      .reduce((value, filter) => FILTERS[filter]?.(value) ?? value, placeholderValue(name, given) ?? '');
    const encoded = applied === '' ? null : encode(applied);
    if (encoded === null) missing = true;
    return encoded ?? '';
  });
  return missing ? null : filled;
}

function placeholderValue(name: string, { reading, captures, params }: Given): string | undefined {
  const field = name.slice(name.indexOf('.') + 1);
  if (isRefusedName(field)) return undefined;
  if (name.startsWith('body.')) return showableValue(reading.exchange.body, field);
  if (name.startsWith('query.')) return reading.url.searchParams.get(field) ?? undefined;
  if (name.startsWith('params.')) return Object.hasOwn(params, field) ? [params[field]].flat()[0] : undefined;
  return captures[name];
}

/** Direction marks: they can make a name read as another, and say nothing. */
const DIRECTION = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A name as people read it: one line, no control characters, no half letters. */
export function tidyTitle(text: string): string {
  return wellFormed(text)
    .replace(DIRECTION, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

/** The first source with something to say that `accept` can use; null where none has. */
export function answerSources(
  steps: readonly SourceStep[],
  page: PageAnswer,
  accept: (value: string) => string | null,
): string | null {
  for (const step of steps) {
    const value = step.kind === 'known' ? step.value : page(step.question);
    const accepted = value === null ? null : accept(value);
    if (accepted !== null && accepted !== '') return accepted;
  }
  return null;
}

/** The questions whose answers may be needed: those that no known value stands before. */
export function openQuestions(steps: readonly SourceStep[]): PageQuestion[] {
  const known = steps.findIndex(({ kind }) => kind === 'known');
  const before = known === -1 ? steps : steps.slice(0, known);
  return before.flatMap((step) => (step.kind === 'page' ? [step.question] : []));
}
