import type { Query, QueryWord } from './query';
import type { SearchText } from './search-text';

/** A post that an index found. */
export interface Candidate extends SearchText {
  /** Decimal, ascending with time; of two ids of different lengths the longer one is newer. */
  readonly id: string;
}

/** How a word was found, best first: itself, as another form, as a beginning, inside a word. */
export type Finding = 'exact' | 'stem' | 'prefix' | 'substring';

const WORTH: Readonly<Record<Finding, number>> = { exact: 4, stem: 3, prefix: 2, substring: 1 };

/** The best way in which a text holds a word; null where it does not. */
export function findingOf(word: QueryWord, { terms, folded }: SearchText): Finding | null {
  const spacedTerms = spaced(terms);
  if (spaced(folded).includes(` ${word.folded} `)) return 'exact';
  const forms = [word.folded, ...word.stems];
  if (forms.some((form) => spacedTerms.includes(` ${form} `))) return 'stem';
  if (word.asPrefix && spacedTerms.includes(` ${word.folded}`)) return 'prefix';
  return word.asSubstring && folded.includes(word.folded) ? 'substring' : null;
}

/**
 * Ids of the candidates that hold every word, best first: by the sum of how well each word was found, then those whose
 * title alone holds every word, then the newest. The order depends on nothing but its arguments, so that every
 * database gives the same answer; filters on tag and author are the caller's.
 */
export function rank(query: Query, candidates: readonly Candidate[]): string[] {
  return candidates
    .map((candidate) => ({
      id: candidate.id,
      worth: worthOf(query, candidate),
      inTitle: worthOf(query, titleOf(candidate)) > 0,
    }))
    .filter(({ worth }) => worth > 0 || query.words.length === 0)
    .sort((a, b) => b.worth - a.worth || Number(b.inTitle) - Number(a.inTitle) || byNewest(a.id, b.id))
    .map(({ id }) => id);
}

function worthOf(query: Query, text: SearchText): number {
  let sum = 0;
  for (const word of query.words) {
    const finding = findingOf(word, text);
    if (finding === null) return 0;
    sum += WORTH[finding];
  }
  return sum;
}

function titleOf({ terms, folded }: SearchText): SearchText {
  return { terms: firstLine(terms), folded: firstLine(folded) };
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

function spaced(text: string): string {
  return ` ${text.replace('\n', ' ')} `;
}

function byNewest(a: string, b: string): number {
  if (a.length !== b.length) return b.length - a.length;
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
