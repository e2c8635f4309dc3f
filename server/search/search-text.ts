import { termsOf } from '@/utils/language/stems/terms';
import { foldWord, wordsOf } from '@/utils/language/stems/words';

/** What the two indexes hold of a post. In both, a first line is the title's, a second one is the rest's. */
export interface SearchText {
  /** Stems and folded words, separated by white space, for the index of terms. */
  readonly terms: string;
  /** Folded words in their order, for the trigram index. */
  readonly folded: string;
}

/** A first line that is longer is running text. */
const LONGEST_TITLE = 200;

/**
 * What to store beside a post so that it is found by its words and by their stems; `language` as the post says it, null
 * where unknown.
 */
export function searchText(text: string, language: string | null): SearchText {
  const parts = titleAndRest(text).map(wordsOf);
  return {
    terms: parts.map((words) => [...termsOf(words, language)].join(' ')).join('\n'),
    folded: parts.map(foldedWords).join('\n'),
  };
}

function foldedWords(words: readonly string[]): string {
  return words.map(foldWord).filter(Boolean).join(' ');
}

function titleAndRest(text: string): [title: string, rest: string] {
  const begun = text.trimStart();
  const end = begun.search(/[\r\n]|$/u);
  return end <= LONGEST_TITLE ? [begun.slice(0, end), begun.slice(end)] : ['', begun];
}
