import MiniSearch from 'minisearch';
import type { Shared } from './shelf';
import { spacedTag, type TellingWord, tellingWords, wordingOf } from './wording';

/** A question reads so many places in which its words stand: the rarest words say most, and go first. */
const MOST_PLACES = 1_500;
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
  /** In how many practices it stands. */
  readonly count: number;
  readonly worth: number;
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
  /** Nothing was taken away or replaced yet: every term of `spread` stands somewhere. */
  private isExact = true;

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
    if (!this.index.has(id)) return;
    this.index.discard(id);
    this.isExact = false;
  }

  /** The words worth looking for, the rarest first; one that no practice has finds nothing, and is missed. */
  sought(words: readonly TellingWord[]): readonly Sought[] {
    const most = Math.max(FEW, this.size * TOO_COMMON);
    return words
      .map((word) => ({ ...word, count: this.countOf(word) }))
      .filter(({ count }) => count <= most)
      .map((word) => ({ ...word, worth: Math.log(1 + this.size / Math.max(1, word.count)) }))
      .sort((one, other) => other.worth - one.worth);
  }

  /** Ids of practices that may be near: they have the rarest of these words, and the likeliest come first. */
  candidates(words: readonly Sought[], most: number): readonly string[] {
    let places = 0;
    const asked = words.filter(({ count }) => {
      const fits = count > 0 && (places === 0 || places + count <= MOST_PLACES);
      places += fits ? count : 0;
      return fits;
    });
    const queries = asked.flatMap(({ forms }) => forms);
    if (queries.length === 0) return [];
    const found = this.index.search({ combineWith: 'OR', queries }, { boost: { head: 2 } });
    return found.slice(0, most).map(({ id }) => id as string);
  }

  /** Whether any practice has all words of the topic, in whatever form, also inside other words. */
  hasTopic(topic: string): boolean {
    const words = tellingWords(spacedTag(topic), null);
    if (words.length === 0) return true; // what says nothing proves nothing
    const perWord = words.map((word) => this.termsWith(word));
    if (perWord.some((terms) => terms.length === 0)) return false;
    if (perWord.length === 1 && this.isExact) return true;
    const queries = perWord.map((terms) => ({ combineWith: 'OR' as const, queries: terms }));
    return this.index.search({ combineWith: 'AND', queries }).length > 0;
  }

  private countOf({ forms }: TellingWord): number {
    return Math.max(0, ...forms.map((form) => this.spread.get(form) ?? 0));
  }

  private termsWith({ forms }: TellingWord): string[] {
    const has = (term: string, form: string): boolean =>
      form.length < SHORTEST_PART ? term === form : term.includes(form);
    return [...this.spread.keys()].filter((term) => forms.some((form) => has(term, form)));
  }
}
