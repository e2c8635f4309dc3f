/** So far from a number a word still says what the number is. */
export const NEAR = 40;

/** Between brackets, also where the stretch has only one of them. */
const MASKED = /(^|\[)[^[\]\n]*\]|\[[^[\]\n]*$/gu;
const WORD = /\p{L}+/gu;

/**
 * Whether a word that `names` knows stands within 40 signs of a stretch of a folded text. What stands in place of
 * something masked ("[TELEFOONNUMMER]") says nothing about its neighbours.
 */
export function hasWordNear(text: string, start: number, end: number, names: RegExp): boolean {
  const from = Math.max(0, start - NEAR);
  const before = text.slice(from, start);
  const after = text.slice(end, end + NEAR);
  const cutBefore = from > 0 && /\p{L}/u.test(text[from - 1] ?? '');
  const cutAfter = /\p{L}/u.test(text[end + NEAR] ?? '');
  return says(before, names, cutBefore, false) || says(after, names, false, cutAfter);
}

function says(stretch: string, names: RegExp, cutFirst: boolean, cutLast: boolean): boolean {
  const plain = stretch.replace(MASKED, (masked) => ' '.repeat(masked.length));
  return [...plain.matchAll(WORD)].some(({ 0: word, index }) => {
    if (cutFirst && index === 0) return false;
    if (cutLast && index + word.length === plain.length) return false;
    return names.test(word);
  });
}
