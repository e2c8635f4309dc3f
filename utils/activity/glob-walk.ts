import type { Token } from './glob-tokens';
import { isRefusedName } from './refused-names';

/** What a matched pattern captured, by name. */
export type Captures = Readonly<Record<string, string>>;

export interface Found {
  readonly captures: Captures;
  /** Where in the text it began: more than 0 only for a pattern that floats. */
  readonly start: number;
}

export interface GlobOptions {
  /** `*` and `{name}` stop at this character; empty: nowhere. */
  readonly separator: '/' | '';
  readonly ignoreCase: boolean;
  /** May begin at any separator instead of at the start: `/doku.php` also matches `/wiki/doku.php`. */
  readonly floats?: boolean;
}

/**
 * Walks the tokens over the set of positions that are still possible: one byte for each position, so nothing
 * backtracks and no pattern can make the set larger than the text.
 */
export function walk(
  tokens: readonly Token[],
  text: string,
  compared: string,
  options: GlobOptions,
): Found | null {
  const width = text.length + 1;
  const all = new Uint8Array(width * (tokens.length + 1)); // one piece: many would cost more than the walk
  const steps = [markStarts(all.subarray(0, width), compared, options)];
  for (const [index, token] of tokens.entries()) {
    const ends = all.subarray(width * (index + 1), width * (index + 2));
    advance(token, { from: steps[index] ?? ends, ends }, compared, options.separator);
    if (!ends.includes(1)) return null;
    steps.push(ends);
  }
  return steps.at(-1)?.[text.length] === 1 ? goBack(tokens, steps, text, compared, options.separator) : null;
}

function markStarts(starts: Uint8Array, text: string, { floats, separator }: GlobOptions): Uint8Array {
  if (!floats) starts[0] = 1;
  else for (let at = 0; at < text.length; at += 1) starts[at] = text[at] === separator ? 1 : 0;
  return starts;
}

interface Positions {
  readonly from: Uint8Array;
  readonly ends: Uint8Array;
}

/** Marks in `ends` where a token can end that may begin at any of `from`. */
function advance(token: Token, { from, ends }: Positions, text: string, separator: string): void {
  const first = from.indexOf(1);
  if (first === -1) return;
  if (token.kind === 'text') {
    for (const option of token.options) {
      for (let at = text.indexOf(option, first); at !== -1; at = text.indexOf(option, at + 1)) {
        if (from[at] === 1) ends[at + option.length] = 1;
        if (at === text.length) break; // an empty option is found at the end for ever
      }
    }
    return;
  }
  const least = token.name === null ? 0 : 1; // a named one takes at least one character
  if (token.deep || separator === '') {
    ends.fill(1, first + least);
    return;
  }
  let open = false;
  for (let at = first; at < from.length; at += 1) {
    if (at > 0 && text[at - 1] === separator) open = false;
    if (least === 0 && from[at] === 1) open = true;
    if (open) ends[at] = 1;
    if (from[at] === 1) open = true;
  }
}

/** From the end to the start again: of several ways the one in which each token begins earliest. */
function goBack(
  tokens: readonly Token[],
  steps: readonly Uint8Array[],
  text: string,
  compared: string,
  separator: string,
): Found {
  const captures: Record<string, string> = Object.create(null) as Record<string, string>;
  let end = text.length;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    const from = steps[index];
    if (token === undefined || from === undefined) break;
    const start = startOf(token, from, end, compared, separator);
    if (token.kind === 'any' && token.name !== null && !isRefusedName(token.name)) {
      captures[token.name] = text.slice(start, end);
    }
    end = start;
  }
  return { captures, start: end };
}

function startOf(token: Token, from: Uint8Array, end: number, text: string, separator: string): number {
  if (token.kind === 'text') {
    const starts = token.options
      .filter((option) => from[end - option.length] === 1 && text.endsWith(option, end))
      .map((option) => end - option.length);
    return Math.min(...starts);
  }
  let earliest = end;
  for (let at = end; at >= 0; at -= 1) {
    if (at < end && !token.deep && separator !== '' && text[at] === separator) break;
    if (from[at] === 1 && (at < end || token.name === null)) earliest = at;
  }
  return earliest;
}
