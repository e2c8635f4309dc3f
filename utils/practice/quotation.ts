/** Characters of a quotation: beside it the rest of a practice still fits in the 500 of the smallest community. The options say it too. */
export const LONGEST_QUOTATION = 280;

/** Marks that turn the direction of text: what is quoted could read as something else. */
const DIRECTION = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const HALF_LETTERS = /[\uD800-\uDFFF]/gu;
const LAST_WORD = /\s\S*$/u;

/**
 * The beginning of a text, on one line. More than `most` characters are cut behind a word, and end with '…'; in the middle
 * of one only where more than half would be lost.
 */
export function startOf(text: string, most: number): string {
  const line = text
    .replace(DIRECTION, '')
    .replace(HALF_LETTERS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= most) return line;
  const words = [...characters.slice(0, most).join('').replace(LAST_WORD, '')];
  const kept = words.length < most && words.length >= most / 2 ? words : characters.slice(0, most - 1);
  return `${kept.join('').trimEnd()}…`;
}
