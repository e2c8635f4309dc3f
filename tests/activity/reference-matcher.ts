/** A token as docs/recipes.md describes it, for the slow matcher only. */
type Part =
  | { readonly text: string }
  | { readonly options: readonly string[] }
  | { readonly wild: true; readonly deep: boolean; readonly named: boolean };

function partsOf(pattern: string): Part[] {
  const brace = /^\{([^}]*)\}/s.exec(pattern);
  if (pattern === '') return [];
  if (brace) {
    const [whole, inside = ''] = brace;
    const part: Part = inside.includes('|')
      ? { options: inside.split('|') }
      : { wild: true, deep: inside.endsWith('**'), named: true };
    return [part, ...partsOf(pattern.slice(whole.length))];
  }
  if (pattern.startsWith('**'))
    return [{ wild: true, deep: true, named: false }, ...partsOf(pattern.slice(2))];
  if (pattern.startsWith('*'))
    return [{ wild: true, deep: false, named: false }, ...partsOf(pattern.slice(1))];
  return [{ text: pattern.charAt(0) }, ...partsOf(pattern.slice(1))];
}

/** Whether a pattern fits a text, by trying everything: obviously right, and exponential. */
export function slowlyMatches(
  pattern: string,
  text: string,
  options: { readonly separator: '/' | ''; readonly floats?: boolean },
): boolean {
  const parts = partsOf(pattern);
  const fits = (rest: readonly Part[], left: string): boolean => {
    const [part, ...others] = rest;
    if (part === undefined) return left === '';
    if ('text' in part) return left.startsWith(part.text) && fits(others, left.slice(part.text.length));
    if ('options' in part) {
      return part.options.some(
        (option) => left.startsWith(option) && fits(others, left.slice(option.length)),
      );
    }
    for (let taken = part.named ? 1 : 0; taken <= left.length; taken += 1) {
      const held = left.slice(0, taken);
      if (!part.deep && options.separator !== '' && held.includes(options.separator)) return false;
      if (fits(others, left.slice(taken))) return true;
    }
    return false;
  };
  if (!options.floats) return fits(parts, text);
  return [...text].some((letter, at) => letter === '/' && fits(parts, text.slice(at)));
}
