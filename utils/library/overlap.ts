import type { TellingWord } from './wording';

/** From this length on a word that begins with another is about the same: archief, archiefdoos. */
const LEAST_BEGINNING = 5;

/** How many of these words are also there, in whichever form. */
export function overlap(words: readonly TellingWord[], there: readonly TellingWord[]): number {
  const forms = new Set(there.flatMap((word) => word.forms));
  const isThere = ({ folded, forms: own }: TellingWord): boolean =>
    own.some((form) => forms.has(form)) || there.some((other) => isBeginning(folded, other.folded));
  return words.filter(isThere).length;
}

function isBeginning(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= LEAST_BEGINNING && long.startsWith(short);
}
