import { constantIn, measureGlob } from './patterns';
import { isRefusedName } from './refused-names';
import { FILTERS } from './source-filters';

const MAX_LENGTH = 300;
/** No system needs more, and each costs a walk over the text. */
const MAX_WILDCARDS = 8;
const CAPTURE_NAME = /^[a-z]\w{0,39}$/i;

/** Whether a pattern, with or without its '!', is short enough, names its captures and captures nothing secret. */
export function isPattern(pattern: string): boolean {
  if (constantIn(pattern) !== null) return true;
  const { names, wildcards } = measureGlob(pattern.replace(/^!/, ''));
  return (
    pattern.length <= MAX_LENGTH &&
    wildcards <= MAX_WILDCARDS &&
    names.every((name) => CAPTURE_NAME.test(name) && !isRefusedName(name))
  );
}

/** Whether a pattern can be a path: the query is a part of its own. */
export function isPathPattern(pattern: string): boolean {
  return pattern.startsWith('/') && !/[?#]/.test(pattern) && isPattern(pattern);
}

/** Whether this can be a selector, as far as that can be told without a page. */
export function isSelector(selector: string): boolean {
  return selector.trim() !== '' && selector.length <= MAX_LENGTH;
}

/** Whether this names a title: a page's title, a piece of the page, a look at the site, or text with placeholders. */
export function isTitleSource(source: string): boolean {
  if (source === '$title' || source === '$before.title') return true;
  return isLookup(source) ?? isTemplate(source);
}

/** Whether this names an address on the site: it begins with '/', or is one that was captured whole. */
export function isLinkSource(source: string): boolean {
  if (source === '$location') return true;
  return isLookup(source) ?? (/^(\/(?!\/)|\{)/.test(source) && isTemplate(source));
}

/** Null: it asks neither the page nor the site. */
function isLookup(source: string): boolean | null {
  const [, selector] = /^(?:dom|before):(.*)$/s.exec(source) ?? [];
  if (selector !== undefined) return isSelector(selector) && isTemplate(selector) && !isRefusedName(source);
  if (!source.startsWith('json:')) return null;
  const [path = '', pointer = '', ...more] = source.slice('json:'.length).split('#');
  return (
    /^\/(?!\/)/.test(path) &&
    isTemplate(path) &&
    pointer !== '' &&
    !isRefusedName(pointer) &&
    more.length === 0
  );
}

const PLACEHOLDER = /\{([^{}|]+)((?:\|[a-z]+)*)\}/g;

function isTemplate(text: string): boolean {
  const between = text.replace(PLACEHOLDER, '');
  if (text === '' || text.length > MAX_LENGTH || /[{}]/.test(between) || text.startsWith('$')) return false;
  return [...text.matchAll(PLACEHOLDER)].every(([, name = '', filters = '']) => {
    const known = filters.split('|').every((filter) => filter === '' || Object.hasOwn(FILTERS, filter));
    return known && isPlaceholder(name);
  });
}

function isPlaceholder(name: string): boolean {
  const [, part, field = ''] = /^(?:(body|query|params)\.)?(.+)$/s.exec(name) ?? [];
  if (isRefusedName(field)) return false;
  return part === undefined ? CAPTURE_NAME.test(field) : field !== '$text' && field !== '*';
}

/** The captures that a title or link shows. */
export function capturesIn(source: string): string[] {
  if (source.startsWith('$')) return [];
  return [...source.matchAll(PLACEHOLDER)].flatMap(([, name = '']) => (name.includes('.') ? [] : [name]));
}

/** The fields of a body that a title or link shows. */
export function fieldsIn(source: string): string[] {
  if (source.startsWith('$')) return [];
  return [...source.matchAll(PLACEHOLDER)].flatMap(([, name = '']) => /^body\.(.+)$/s.exec(name)?.[1] ?? []);
}

/** The captures that a pattern makes. */
export function capturesOf(pattern: unknown): string[] {
  return stringsOf(pattern).flatMap((each) => (constantIn(each) === null ? measureGlob(each).names : []));
}

/** The constants that a pattern stands for. */
export function constantsOf(pattern: unknown): string[] {
  return stringsOf(pattern).flatMap((each) => constantIn(each) ?? []);
}

/** How many walks over a text a pattern can cost. */
export function wildcardsIn(pattern: unknown): number {
  return stringsOf(pattern).reduce((sum, each) => sum + measureGlob(each).wildcards, 0);
}

function stringsOf(pattern: unknown): string[] {
  return [pattern].flat().filter((each) => typeof each === 'string');
}
