import MiniSearch, { type SearchResult } from 'minisearch';
import type { Shared } from './shelf';
import { spacedTag, type TellingWord, tellingWords, wordingOf } from './wording';

/** Words that a question looks for: the rarest say most, and more than these would take too long. */
const MOST_WORDS = 16;
/** Words that stand in more than this part of all practices find everybody. */
const TOO_COMMON = 0.1;
const FEW = 20;
/** Shorter ones stand inside half of all words. */
const SHORTEST_PART = 4;

interface Indexed {
  readonly id: string;
  readonly head: string;
  readonly body: string;
}

/** A word that was looked for, and what it is worth: more where fewer practices have it. */
export interface Sought extends TellingWord {
  readonly worth: number;
}

/** A practice that has some of the words. */
export interface Hit {
  readonly id: string;
  /** Which of the words it has, and whether in its title or topics. */
  readonly words: readonly { readonly word: Sought; readonly inHead: boolean }[];
}

/** An index in memory over what communities shared: by words and stems, nothing of it leaves. */
export class Finder {
  private readonly index = new MiniSearch<Indexed>({
    fields: ['head', 'body'],
    tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
    processTerm: (term) => term,
  });
  /** In how many practices each term stands; one that was replaced counts twice, which only makes its words worth less. */
  private readonly spread = new Map<string, number>();

  get size(): number {
    return this.index.documentCount;
  }

  has(id: string): boolean {
    return this.index.has(id);
  }

  put({ id, practice }: Pick<Shared, 'id' | 'practice'>): void {
    const { head, body } = wordingOf(practice);
    for (const term of new Set([...head.split(' '), ...body.split(' ')]))
      this.spread.set(term, (this.spread.get(term) ?? 0) + 1);
    this.remove(id);
    this.index.add({ id, head, body });
  }

  remove(id: string): void {
    if (this.index.has(id)) this.index.discard(id);
  }

  /** The words worth looking for, the rarest first; one that no practice has finds nothing, and is missed. */
  sought(words: readonly TellingWord[]): readonly Sought[] {
    const most = Math.max(FEW, this.size * TOO_COMMON);
    return words
      .map((word) => ({
        ...word,
        count: Math.max(1, ...word.forms.map((form) => this.spread.get(form) ?? 0)),
      }))
      .filter(({ count }) => count <= most)
      .map(({ count, ...word }) => ({ ...word, worth: Math.log(1 + this.size / count) }))
      .sort((one, other) => other.worth - one.worth);
  }

  /** Practices that have some of these words, the likeliest first. */
  find(words: readonly Sought[], most: number): readonly Hit[] {
    const known = words
      .filter(({ forms }) => forms.some((form) => this.spread.has(form)))
      .slice(0, MOST_WORDS);
    const queries = known.flatMap(({ forms }) => forms);
    if (queries.length === 0) return [];
    const found = this.index.search({ combineWith: 'OR', queries }, { boost: { head: 2 } });
    return found.slice(0, most).map((result) => hitOf(result, known));
  }

  /** Whether any practice has all words of the topic, in whatever form, also inside other words. */
  hasTopic(topic: string): boolean {
    const words = tellingWords(spacedTag(topic), null);
    if (words.length === 0) return true; // what says nothing proves nothing
    const perWord = words.map((word) => this.termsWith(word));
    if (perWord.some((terms) => terms.length === 0)) return false;
    const queries = perWord.map((terms) => ({ combineWith: 'OR' as const, queries: terms }));
    return this.index.search({ combineWith: 'AND', queries }).length > 0;
  }

  private termsWith({ forms }: TellingWord): string[] {
    const has = (term: string, form: string): boolean =>
      form.length < SHORTEST_PART ? term === form : term.includes(form);
    return [...this.spread.keys()].filter((term) => forms.some((form) => has(term, form)));
  }
}

function hitOf({ id, match }: SearchResult, words: readonly Sought[]): Hit {
  return {
    id,
    words: words.flatMap((word) => {
      const fields = word.forms.flatMap((form) => match[form] ?? []);
      return fields.length === 0 ? [] : [{ word, inHead: fields.includes('head') }];
    }),
  };
}
