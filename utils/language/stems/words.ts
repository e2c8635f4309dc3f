import { reduceAddresses } from './addresses';

/** Longer words are cut, in the text as in the query, so that their beginnings still meet. */
export const LONGEST_WORD = 64;

const INVISIBLE = /\p{Cf}/gu;
const APOSTROPHE = "['’ʼ]";
const NOT_INSIDE_A_WORD = '(?<![\\p{L}\\p{N}\\p{M}])';
const ELIDED = '(?:jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|qu|[cdjlmnst])';
const ELISION = new RegExp(`${NOT_INSIDE_A_WORD}${ELIDED}${APOSTROPHE}(?=\\p{L})`, 'gu');
/** Dutch plurals (foto's) and English possessives: the s is no word. */
const APOSTROPHE_S = new RegExp(`(?<=\\p{L}\\p{L})${APOSTROPHE}s(?![\\p{L}\\p{N}\\p{M}])`, 'gu');
const PLAIN = /^[a-z0-9]*$/;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae' };

/** The words of a text in order, lower-case, with their accents (stemmers need them), at most 64 characters each. */
export function wordsOf(text: string): string[] {
  const plain = reduceAddresses(text.normalize('NFKC').replace(INVISIBLE, ''))
    .toLowerCase()
    .replace(/[ßœæ]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(ELISION, ' ')
    .replace(APOSTROPHE_S, '');
  return (plain.match(WORD) ?? []).map(cut);
}

/** A lower-case word without accents: letters and digits only, perhaps none. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return cut(word);
  return cut(
    word
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .normalize('NFC'),
  );
}

function cut(word: string): string {
  return word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join('');
}
