const URL_IN_TEXT = /https?:\/\/[^\s<>"]+/giu;
const REMOTE_MENTION = /(^|[^\p{L}\p{N}_/])(@[\p{L}\p{N}_.-]+)@[\p{L}\p{N}.-]+[\p{L}\p{N}]/giu;
const URL_LENGTH = 23;

/** What a URL weighs, whatever its real length. */
const URL_STAND_IN = 'x'.repeat(URL_LENGTH);

/** Characters as Mastodon counts them: graphemes, a URL as 23, a mention without its server (docs, posting limits). */
export function countCharacters(text: string): number {
  const counted = text.replace(URL_IN_TEXT, URL_STAND_IN).replace(REMOTE_MENTION, '$1$2');
  let graphemes = 0;
  for (const _ of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(counted)) graphemes += 1;
  return graphemes;
}
