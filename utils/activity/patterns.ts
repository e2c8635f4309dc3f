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
  const find = (text: string): Found | null => run(tokens, text, options);
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
function run(tokens: readonly Token[], text: string, options: GlobOptions): Found | null {
  const compared = options.ignoreCase ? foldCase(text) : text;
  if (!canEnd(tokens.at(-1), compared)) return null;
  const steps = [startsOf(compared, options)];
  for (const token of tokens) {
    const reached = advance(token, steps.at(-1) ?? new Uint8Array(0), compared, options.separator);
    if (!reached.includes(1)) return null;
    steps.push(reached);
  }
  return steps.at(-1)?.[text.length] === 1 ? goBack(tokens, steps, text, compared, options.separator) : null;
}

function startsOf(text: string, { floats, separator }: GlobOptions): Uint8Array {
  const starts = new Uint8Array(text.length + 1);
  if (!floats) starts[0] = 1;
  else for (let at = 0; at < text.length; at += 1) starts[at] = text[at] === separator ? 1 : 0;
  return starts;
}

/** Rules out most texts before any is walked. */
function canEnd(last: Token | undefined, text: string): boolean {
  return last?.kind !== 'text' || last.options.some((option) => text.endsWith(option));
}

/** The positions at which a token can end, where it may begin at any of `from`. */
function advance(token: Token, from: Uint8Array, text: string, separator: string): Uint8Array {
  const ends = new Uint8Array(from.length);
  const first = from.indexOf(1);
  if (first === -1) return ends;
  if (token.kind === 'text') {
    for (const option of token.options) {
      for (let at = text.indexOf(option, first); at !== -1; at = text.indexOf(option, at + 1)) {
        if (from[at] === 1) ends[at + option.length] = 1;
        if (at === text.length) break; // an empty option is found at the end for ever
      }
    }
    return ends;
  }
  const least = token.name === null ? 0 : 1; // a named one takes at least one character
  if (token.deep || separator === '') return ends.fill(1, first + least);
  let open = false;
  for (let at = first; at < from.length; at += 1) {
    if (at > 0 && text[at - 1] === separator) open = false;
    if (least === 0 && from[at] === 1) open = true;
    if (open) ends[at] = 1;
    if (from[at] === 1) open = true;
  }
  return ends;
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

/** Lower case of the same length, letter by letter: 'İ' would become two, and shift all that comes after it. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(text)) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at).toLowerCase();
    return letter.length === 1 ? letter : text.charAt(at);
  }).join('');
}
