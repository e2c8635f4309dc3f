import type { Query, QueryWord } from './query';

/*
 * Candidates are what the terms find and what the substrings find; `rank` judges them. A post where one word stands in
 * another form and the next one only inside a compound is in neither: asking word by word would read every hit of
 * every word. Words are letters and digits only, so that quoting them is enough in each of these languages.
 */

/** FTS5 MATCH expression over the index of terms; null where the query has no words. */
export function fts5Terms({ words }: Query): string | null {
  return joined(words, ' AND ', ({ folded, stems, asPrefix }) => {
    const forms = [folded, ...stems].map((form) => `"${form}"`);
    return `(${[...forms, ...(asPrefix ? [`"${folded}"*`] : [])].join(' OR ')})`;
  });
}

/** FTS5 MATCH expression over the trigram index; null where no word is long enough. */
export function fts5Substrings({ words }: Query): string | null {
  return joined(longWords(words), ' AND ', ({ folded }) => `"${folded}"`);
}

/** Text for `::tsquery` over the index of terms; null where the query has no words. */
export function tsqueryTerms({ words }: Query): string | null {
  return joined(words, ' & ', ({ folded, stems, asPrefix }) => {
    const forms = [folded, ...stems].map((form) => `'${form}'`);
    return `(${[...forms, ...(asPrefix ? [`'${folded}':*`] : [])].join(' | ')})`;
  });
}

/** Patterns for LIKE on the folded text, all of which have to fit; none where no word is long enough. */
export function likeSubstrings({ words }: Query): string[] {
  return longWords(words).map(({ folded }) => `%${folded}%`);
}

function longWords(words: readonly QueryWord[]): QueryWord[] {
  return words.filter(({ asSubstring }) => asSubstring);
}

function joined(words: readonly QueryWord[], and: string, write: (word: QueryWord) => string): string | null {
  return words.length === 0 ? null : words.map(write).join(and);
}
