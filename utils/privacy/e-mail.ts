import { isWordSign } from './digit-groups';
import type { Folded } from './fold';
import { type Found, found } from './found';

const LONGEST_NAME = 64;
const LONGEST_HOST = 255;
/** More is allowed, and hardly ever used; in an address of a page it parts names from values. */
const IN_A_NAME = ".+_'-";

/** E-mail addresses. `@name@host` is no address: that is how an account of a community is written. */
export function* eMails({ text }: Folded): Generator<Found> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const start = startOfName(text, at);
    const end = endOfHost(text, at + 1);
    if (start < at && end !== null && text[start - 1] !== '@') yield found('e-mail', start, end);
  }
}

function startOfName(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && isInName(text[start - 1])) start -= 1;
  while (start < at && !isWordSign(text[start])) start += 1; // a sign before the name is of the sentence
  return start;
}

function isInName(sign: string | undefined): boolean {
  return isWordSign(sign) || (sign !== undefined && sign !== '' && IN_A_NAME.includes(sign));
}

/** Where the host ends: labels of letters, digits and hyphens, the last of two letters at least; null where none is. */
function endOfHost(text: string, from: number): number | null {
  let to = from;
  while (to - from < LONGEST_HOST && (isWordSign(text[to]) || text[to] === '.' || text[to] === '-')) to += 1;
  while (to > from && !isWordSign(text[to - 1])) to -= 1;
  const labels = text.slice(from, to).split('.');
  const last = labels.at(-1) ?? '';
  const isHost =
    labels.length >= 2 && labels.every((label) => label !== '') && /^[\p{L}\p{M}-]{2,}$/u.test(last);
  return isHost || (labels.length >= 2 && last.startsWith('XN-')) ? to : null;
}
