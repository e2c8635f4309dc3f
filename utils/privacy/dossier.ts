import { isDigit, isWordSign } from './digit-groups';
import { type Folded, fold } from './fold';
import { type Found, found } from './found';

/**
 * Numbers of dossiers as an organisation writes them: `#` is a digit, `@` a letter, `*` letters and digits up to the
 * next other sign, anything else itself. Capitals and kinds of hyphen make no difference. No part of a longer word.
 */
export function* dossiers({ text }: Folded, patterns: readonly string[]): Generator<Found> {
  for (const pattern of patterns) {
    const asked = fold(pattern.trim()).text;
    if (!asksForAnything(asked)) continue;
    for (let start = 0; start < text.length; start += 1) {
      const isInside = isWordSign(text[start]) && isWordSign(text[start - 1]);
      const end = isInside ? null : endOf(text, start, asked);
      if (end !== null && !goesOn(text, end)) {
        yield found('dossier', start, end);
        start = end;
      }
    }
  }
}

/** A pattern with fewer than three signs beside its stars would fit every word. */
function asksForAnything(pattern: string): boolean {
  return pattern.replaceAll('*', '').length >= 3;
}

function endOf(text: string, start: number, pattern: string): number | null {
  let at = start;
  for (const asked of pattern) {
    const sign = text[at];
    if (asked === '*') {
      if (!isWordSign(sign)) return null;
      while (isWordSign(text[at])) at += 1;
    } else if (isAsked(sign, asked)) at += 1;
    else return null;
  }
  return at;
}

function isAsked(sign: string | undefined, asked: string): boolean {
  if (asked === '#') return isDigit(sign);
  if (asked === '@') return sign !== undefined && /\p{L}/u.test(sign);
  return sign === asked;
}

function goesOn(text: string, end: number): boolean {
  return isWordSign(text[end - 1]) && isWordSign(text[end]);
}
