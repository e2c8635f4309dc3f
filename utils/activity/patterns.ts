import { foldCase } from './fold-case';
import { type Token, tokenise } from './glob-tokens';
import { type Captures, type Found, type GlobOptions, walk } from './glob-walk';

/** A compiled pattern. Both take time and memory proportional to pattern × text, whatever either holds. */
export interface Glob {
  match(text: string): Captures | null;
  find(text: string): Found | null;
}

const CONSTANT = /^\{params\.([a-z]\w{0,39})\}$/i;

/** The constant that a pattern stands for, `{params.closed}`; null where it is a pattern of its own. */
export function constantIn(pattern: string): string | null {
  return CONSTANT.exec(pattern)?.[1] ?? null;
}

/**
 * Compiles literal text with `*`, `**`, `{name}`, `{name**}` and `{a|b}`. No regular expression is made of it: recipes
 * come from strangers. A brace that is never closed is literal text.
 */
export function compileGlob(pattern: string, options: GlobOptions): Glob {
  const tokens = tokenise(options.ignoreCase ? foldCase(pattern) : pattern, pattern);
  const needed = neededTexts(tokens);
  const find = (text: string): Found | null => {
    const compared = options.ignoreCase ? foldCase(text) : text;
    // Rules out most texts before any is walked.
    if (!canEnd(tokens.at(-1), compared) || !hasAll(needed, compared)) return null;
    return walk(tokens, text, compared, options);
  };
  return { find, match: (text) => find(text)?.captures ?? null };
}

/** What a pattern asks of the engine, for whoever judges a stranger's recipe. */
export function measureGlob(pattern: string): { names: string[]; wildcards: number } {
  const wild = tokenise(pattern, pattern).flatMap((token) => (token.kind === 'any' ? [token.name] : []));
  return { names: wild.filter((name) => name !== null), wildcards: wild.length };
}

/** Texts of which one must stand somewhere, for each piece of a pattern that is text; short ones tell nothing. */
function neededTexts(tokens: readonly Token[]): readonly (readonly string[])[] {
  const pieces = tokens.flatMap((token) => (token.kind === 'text' ? [token.options] : []));
  return pieces.filter((options) => options.every((option) => option.length >= TELLING_LENGTH));
}

const TELLING_LENGTH = 3;

function hasAll(needed: readonly (readonly string[])[], text: string): boolean {
  return needed.every((options) => options.some((option) => text.includes(option)));
}

function canEnd(last: Token | undefined, text: string): boolean {
  return last?.kind !== 'text' || last.options.some((option) => text.endsWith(option));
}
