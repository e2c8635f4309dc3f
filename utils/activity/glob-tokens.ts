/** A piece of a pattern. */
export type Token =
  /** One of these, to the letter. */
  | { readonly kind: 'text'; readonly options: readonly string[] }
  /** `*`: anything but a separator; `**`: anything at all. */
  | { readonly kind: 'any'; readonly deep: boolean; readonly name: string | null };

/** The pieces of a pattern; names are taken from `original`, whose letters were not folded. */
export function tokenise(pattern: string, original: string): Token[] {
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
