const URL_IN_TEXT = /https?:\/\/[^\s<>"]+/giu;
const REMOTE_MENTION = /(^|[^\p{L}\p{N}_/])(@[\p{L}\p{N}_.-]+)@[\p{L}\p{N}.-]+[\p{L}\p{N}]/giu;
const URL_LENGTH = 23;

/** What a URL weighs, whatever its real length. */
const URL_STAND_IN = 'x'.repeat(URL_LENGTH);

/** Each of these is a character by itself; a carriage return is not, where a line feed follows. */
const ALL_ALONE = /^[\t\n -\u02ff\u2010-\u2027\u20ac]*$/u;

/** Characters as Mastodon counts them: graphemes, a URL as 23, a mention without its server (docs, posting limits). */
export function countCharacters(text: string): number {
  const counted = text.replace(URL_IN_TEXT, URL_STAND_IN).replace(REMOTE_MENTION, '$1$2');
  return ALL_ALONE.test(counted) ? counted.length : countGraphemes(counted);
}

/** Right for every text, and slow: most of what a Send computes. */
function countGraphemes(text: string): number {
  let graphemes = 0;
  for (const _ of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) graphemes += 1;
  return graphemes;
}

/** What platforms count the length of a text in. */
export const COUNTS_IN = ['characters', 'code-points', 'utf-16', 'bytes'] as const;
export type CountsIn = (typeof COUNTS_IN)[number];

const LENGTH: Readonly<Record<CountsIn, (text: string) => number>> = {
  characters: countCharacters,
  'code-points': (text) => [...text].length,
  'utf-16': (text) => text.length,
  bytes: (text) => new TextEncoder().encode(text).length,
};

/** The length of a text in a platform's own unit; `characters` as Mastodon counts them. */
export function lengthOf(text: string, countsIn: CountsIn = 'characters'): number {
  return LENGTH[countsIn](text);
}
