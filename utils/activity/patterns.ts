/** What a matched pattern captured, by name. */
export type Captures = Readonly<Record<string, string>>;

type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** `*`: anything but a separator; `**`: anything at all. */
  | { readonly kind: 'any'; readonly deep: boolean; readonly name: string | null }
  | { readonly kind: 'choice'; readonly options: readonly string[] };

/** A compiled pattern. `match` takes time proportional to pattern × text, whatever either holds. */
export interface Glob {
  match(text: string): Captures | null;
}

interface GlobOptions {
  /** `*` and `{name}` stop at this character; empty: nowhere. */
  readonly separator: '/' | '';
  readonly ignoreCase: boolean;
  /** May begin at any separator instead of at the start: `/doku.php` also matches `/wiki/doku.php`. */
  readonly floats?: boolean;
}

/** A name whose value must never be kept (DESIGN §5.1). */
const REFUSED_NAME = /pass|token|secret|nonce|tok|key/i;

/** Whether a capture of this name is refused: it could carry a secret. */
export function isRefusedName(name: string): boolean {
  return REFUSED_NAME.test(name);
}

/**
 * Compiles literal text with `*`, `**`, `{name}`, `{name**}` and `{a|b}`. No regular expression is made of it: recipes
 * come from strangers. A brace that is never closed is literal text.
 */
export function compileGlob(pattern: string, options: GlobOptions): Glob {
  const tokens = tokenise(options.ignoreCase ? pattern.toLowerCase() : pattern, pattern);
  return { match: (text) => run(tokens, text, options) };
}

function tokenise(pattern: string, original: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  const push = (token: Token): void => {
    if (text !== '') tokens.push({ kind: 'text', text });
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
  if (text !== '') tokens.push({ kind: 'text', text });
  return tokens;
}

function braced(inside: string, original: string): Token {
  if (inside.includes('|')) return { kind: 'choice', options: inside.split('|') };
  const deep = inside.endsWith('**');
  return { kind: 'any', deep, name: deep ? original.slice(0, -2) : original };
}

/**
 * Walks the tokens over the set of positions that are still possible, remembering for each where it came from. A set
 * cannot hold more positions than the text has, so nothing backtracks.
 */
function run(tokens: readonly Token[], text: string, options: GlobOptions): Captures | null {
  const compared = options.ignoreCase ? text.toLowerCase() : text;
  const steps: Map<number, number>[] = [];
  let reached = new Map(startsOf(compared, options).map((at) => [at, at]));
  for (const token of tokens) {
    reached = advance(token, reached, compared, options.separator);
    if (reached.size === 0) return null;
    steps.push(reached);
  }
  if (!reached.has(text.length)) return null;
  return capturesOf(tokens, steps, text);
}

function startsOf(text: string, { floats, separator }: GlobOptions): number[] {
  if (!floats) return [0];
  return Array.from({ length: text.length }, (_, at) => at).filter((at) => text[at] === separator);
}

/** End position → the start position that it came from; the earliest start wins, as people read left to right. */
function advance(
  token: Token,
  from: ReadonlyMap<number, number>,
  text: string,
  separator: string,
): Map<number, number> {
  const next = new Map<number, number>();
  if (token.kind === 'any') {
    spread(
      token.deep ? '' : separator,
      [...from.keys()].sort((a, b) => a - b),
      text,
      next,
      token.name !== null,
    );
    return next;
  }
  const options = token.kind === 'text' ? [token.text] : token.options;
  for (const start of from.keys()) {
    for (const option of options) {
      if (text.startsWith(option, start) && !next.has(start + option.length)) {
        next.set(start + option.length, start);
      }
    }
  }
  return next;
}

/** Every end that a wildcard can reach, each once. A named one takes at least one character. */
function spread(
  separator: string,
  starts: readonly number[],
  text: string,
  next: Map<number, number>,
  named: boolean,
): void {
  let covered = -1;
  for (const start of starts) {
    for (let end = Math.max(start, covered + 1); end <= text.length; end += 1) {
      if (end > start && separator !== '' && text[end - 1] === separator) break;
      if (!named || end > start) next.set(end, start);
      covered = end;
    }
  }
}

function capturesOf(
  tokens: readonly Token[],
  steps: readonly ReadonlyMap<number, number>[],
  text: string,
): Captures {
  const captures: Record<string, string> = Object.create(null) as Record<string, string>;
  let end = text.length;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const start = steps[index]?.get(end) ?? 0;
    const token = tokens[index];
    if (token?.kind === 'any' && token.name !== null && !isRefusedName(token.name)) {
      captures[token.name] = text.slice(start, end);
    }
    end = start;
  }
  return captures;
}
