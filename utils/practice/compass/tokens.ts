import { signsIn } from './signs';

export interface Token {
  /** Small letters without accents; a mark of punctuation as it is. */
  readonly form: string;
  /** What else begins here, such as a time or a date. */
  readonly signs: readonly string[];
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
}

/** No word that means something is longer; a wall of letters costs no more than a word. */
const LONGEST_FORM = 40;
const PARTS = /[\p{L}\p{M}]+|\p{N}+|[?!.:;\n]/gu;

/** The words, numbers and marks of a text, in order. */
export function tokensOf(text: string): readonly Token[] {
  const signs = signsIn(text);
  return [...text.matchAll(PARTS)].map(({ 0: part, index }) => ({
    form: fold(part),
    signs: signs.get(index) ?? [],
    from: index,
    to: index + part.length,
  }));
}

/** Small letters without accents, so that haste and capitals hide nothing. */
export function fold(text: string): string {
  return text
    .slice(0, LONGEST_FORM)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss');
}
