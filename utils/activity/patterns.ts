/** What a matched pattern captured, by name. */
export type Captures = Readonly<Record<string, string>>;

type Token =
  /** One of these, to the letter. */
  | { readonly kind: 'text'; readonly options: readonly string[] }
  /** `*`: anything but a separator; `**`: anything at all. */
  | { readonly kind: 'any'; readonly deep: boolean; readonly name: string | null };

interface Found {
  readonly captures: Captures;
  /** Where in the text it began: more than 0 only for a pattern that floats. */
  readonly start: number;
}

/** A compiled pattern. Both take time and memory proportional to pattern × text, whatever either holds. */
export interface Glob {
  match(text: string): Captures | null;
  find(text: string): Found | null;
}

interface GlobOptions {
  /** `*` and `{name}` stop at this character; empty: nowhere. */
  readonly separator: '/' | '';
  readonly ignoreCase: boolean;
  /** May begin at any separator instead of at the start: `/doku.php` also matches `/wiki/doku.php`. */
  readonly floats?: boolean;
}

/** A name whose value must never be kept. */
const REFUSED_NAME = /pass|pwd|token|secret|nonce|tok|key|[cx]srf|session|cookie|credential/i;

/** Whether a capture, field or query of this name is refused: it could carry a secret. */
export function isRefusedName(name: string): boolean {
  return REFUSED_NAME.test(name);
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
    return run(tokens, text, compared, options);
  };
  return { find, match: (text) => find(text)?.captures ?? null };
}

/** What a pattern asks of the engine, for whoever judges a stranger's recipe. */
export function measureGlob(pattern: string): { names: string[]; wildcards: number } {
  const wild = tokenise(pattern, pattern).flatMap((token) => (token.kind === 'any' ? [token.name] : []));
  return { names: wild.filter((name) => name !== null), wildcards: wild.length };
}

function tokenise(pattern: string, original: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  const push = (token: Token): void => {
    if (text !== '') tokens.push({ kind: 'text', options: [text] });
    text = '';
    tokens.push(token);
  };
  for (let at = 0; at < pattern.length; at += 1) {
    const close = pattern[at] === '{' ? pattern.indexOf('}', at) : -1;
    if (close !== -1) {
      push(braced(pattern.slice(at + 1, close), original.slice(at + 1, close)));
      at = close;
    } else if (pattern[at] === '*') {
      const deep = pattern[at + 1] === '*';
      push({ kind: 'any', deep, name: null });
      if (deep) at += 1;
    } else {
      text += pattern[at];
    }
  }
  if (text !== '') tokens.push({ kind: 'text', options: [text] });
  return tokens;
}

function braced(inside: string, original: string): Token {
  if (inside.includes('|')) return { kind: 'text', options: inside.split('|') };
  const deep = inside.endsWith('**');
  return { kind: 'any', deep, name: deep ? original.slice(0, -2) : original };
}

/**
 * Walks the tokens over the set of positions that are still possible: one byte for each position, so nothing
 * backtracks and no pattern can make the set larger than the text.
 */
function run(tokens: readonly Token[], text: string, compared: string, options: GlobOptions): Found | null {
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

/** The text that was folded last: one path is compared with every signal of a recipe. */
let lastFolded = { text: '', folded: '' };

function foldCase(text: string): string {
  if (text !== lastFolded.text) lastFolded = { text, folded: inLowerCase(text) };
  return lastFolded.folded;
}

/** Lower case of the same length, letter by letter: 'İ' would become two, and shift all that comes after it. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(text)) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at).toLowerCase();
    return letter.length === 1 ? letter : text.charAt(at);
  }).join('');
}
