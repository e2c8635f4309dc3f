import { stemsIn } from '@/utils/language/stems/stems';
import { foldWord, wordsOf } from '@/utils/language/stems/words';

/** One word of a search. */
export interface QueryWord {
  /** The word itself: letters and digits only. */
  readonly folded: string;
  /** Its stems in every language, without the word itself: who searches names no language. */
  readonly stems: readonly string[];
  /** Whether words that begin with it are found too. */
  readonly asPrefix: boolean;
  /** Whether words that contain it are found too. */
  readonly asSubstring: boolean;
}

/** A search, understood: every word and every filter has to fit. */
export interface Query {
  readonly words: readonly QueryWord[];
  /** Without "#", each in the spellings that may be meant: as typed, and folded (`foldTag`). */
  readonly tags: readonly (readonly string[])[];
  /** Whose posts: the searcher's own, those of a handle (lower-case, without the first "@"), or anybody's. */
  readonly from: 'me' | { readonly handle: string } | null;
}

export const MOST_WORDS = 16;
const LONGEST_QUERY = 512;
const SHORTEST_PREFIX = 2;
/** In characters; a trigram index answers from three, but so short a substring stands in half of all texts. */
const SHORTEST_SUBSTRING = 4;
const FROM = /(?<!\S)from:@?(\w[\w.@-]*)(?!\S)/gi;
const TAG = /(?<!\S)[#＃]([\p{L}\p{N}\p{M}_]+)(?!\S)/gu;

/** A tag's name as it is compared: lower-case, without accents. */
export function foldTag(name: string): string {
  return name.split('_').flatMap(wordsOf).map(foldWord).join('_');
}

/** Reads whatever a person typed; at most 16 words and 512 characters count. Quotation marks are ignored. */
export function parseQuery(typed: string): Query {
  const query = typed.slice(0, LONGEST_QUERY);
  const from = [...query.matchAll(FROM)].map(([, name = '']) => name.toLowerCase())[0];
  const tags = [...query.matchAll(TAG)].map(([, name = '']) => name.normalize('NFC').toLowerCase());
  const words = wordsOf(query.replace(FROM, ' ').replace(TAG, ' '));
  return {
    words: queryWords(words),
    tags: [...new Set(tags)].slice(0, MOST_WORDS).map(spellings),
    from: author(from),
  };
}

function spellings(tag: string): readonly string[] {
  const folded = foldTag(tag);
  return folded === '' || folded === tag ? [tag] : [tag, folded];
}

function author(name: string | undefined): Query['from'] {
  if (name === undefined) return null;
  return name === 'me' ? 'me' : { handle: name };
}

function queryWords(words: readonly string[]): QueryWord[] {
  const byFolded = new Map<string, string>();
  for (const word of words) {
    const folded = foldWord(word);
    if (folded !== '' && byFolded.size < MOST_WORDS) byFolded.set(folded, word);
  }
  const last = [...byFolded.keys()].at(-1);
  return [...byFolded].map(([folded, word]) => {
    const letters = [...folded].length;
    return {
      folded,
      stems: stemsIn(null)(word).filter((stem) => stem !== folded),
      asPrefix: folded === last && letters >= SHORTEST_PREFIX,
      asSubstring: letters >= SHORTEST_SUBSTRING,
    };
  });
}
