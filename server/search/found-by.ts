import type { Query, QueryWord } from './query';
import { spaced } from './rank';
import type { SearchText } from './search-text';

/** Which index answers: that of words and their stems, or that of the parts of words. */
export type Index = 'terms' | 'substrings';

/** Whether an index finds a text; what the expressions ask of a database, for a text that is not in it yet. */
export function isFoundBy(index: Index, { words }: Query, text: SearchText): boolean {
  if (index === 'terms') {
    const terms = spaced(text.terms);
    return words.length > 0 && words.every((word) => isAmong(terms, word));
  }
  const long = words.filter(({ asSubstring }) => asSubstring);
  return long.length > 0 && long.every(({ folded }) => text.folded.includes(folded));
}

function isAmong(terms: string, { folded, stems, asPrefix }: QueryWord): boolean {
  if (asPrefix && terms.includes(` ${folded}`)) return true;
  return [folded, ...stems].some((form) => terms.includes(` ${form} `));
}
