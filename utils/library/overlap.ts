import { termsOf } from '@/utils/language/stems/terms';
import { foldWord, wordsOf } from '@/utils/language/stems/words';
import { SAYS_NOTHING } from './function-words';

const HUMP = /(\p{Ll})(\p{Lu})/gu;
const LEAST = 3;
/** From this length on a word that begins with another is about the same: archief, archiefdoos. */
const LEAST_BEGINNING = 5;

/** By word: what it is found by. */
export type Telling = ReadonlyMap<string, ReadonlySet<string>>;

/** The words of a text that say what it is about; `language` is that of the text, null where unknown. */
export function tellingWords(text: string, language: string | null): Telling {
  const telling = new Map<string, ReadonlySet<string>>();
  for (const word of wordsOf(text.replace(HUMP, '$1 $2'))) {
    const folded = foldWord(word);
    if (folded.length < LEAST || SAYS_NOTHING.has(folded)) continue;
    telling.set(folded, termsOf([word], language));
  }
  return telling;
}

/** How many of these words are also there, in whichever form. */
export function overlap(words: Telling, there: Telling): number {
  const terms = new Set([...there.values()].flatMap((each) => [...each]));
  const isThere = ([folded, own]: [string, ReadonlySet<string>]): boolean =>
    [...own].some((term) => terms.has(term)) || [...there.keys()].some((other) => isBeginning(folded, other));
  return [...words].filter(isThere).length;
}

function isBeginning(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= LEAST_BEGINNING && long.startsWith(short);
}
