import { stemsIn } from '@/utils/language/stems/stems';
import { termsOf } from '@/utils/language/stems/terms';
import { foldWord, wordsOf } from '@/utils/language/stems/words';
import type { Practice } from '@/utils/practice/practice';
import { SAYS_NOTHING } from './function-words';

/** `DigitaalArchief` is two words; `DMS` is one. */
const INSIDE_A_TAG = /(?<=\p{Ll})(?=\p{Lu})/gu;
const SHORTEST = 2;

/** What an index holds of a practice: its title and topics, and the rest, as terms with spaces between them. */
export interface Wording {
  readonly head: string;
  readonly body: string;
}

export function wordingOf({ title, topics, did, why, tip, language }: Practice): Wording {
  const head = [title, ...topics, ...topics.map(spacedTag)].join(' ');
  const terms = (text: string): string => [...termsOf(wordsOf(text), language)].join(' ');
  return { head: terms(head), body: terms([did, why, tip].join(' ')) };
}

/** A word that says something, by all the forms that it may stand in. */
export interface TellingWord {
  readonly folded: string;
  readonly forms: readonly string[];
}

/** The words of a text that say what it is about, each once; `language` null where it may be any. */
export function tellingWords(text: string, language: string | null): TellingWord[] {
  const byFolded = new Map<string, TellingWord>();
  for (const word of wordsOf(text)) {
    const folded = foldWord(word);
    if (folded.length < SHORTEST || SAYS_NOTHING.has(folded) || byFolded.has(folded)) continue;
    byFolded.set(folded, { folded, forms: [...new Set([folded, ...stemsIn(language)(word)])] });
  }
  return [...byFolded.values()];
}

/** What a topic says where it is a hashtag of several words. */
export function spacedTag(topic: string): string {
  return topic.replace(INSIDE_A_TAG, ' ');
}
