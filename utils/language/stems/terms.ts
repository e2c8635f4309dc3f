import { stemsIn } from './stems';
import { foldWord } from './words';

/**
 * What words (`wordsOf`) are found by: each folded, and its stems, without doubles; `language` is that of the text, null
 * where unknown.
 */
export function termsOf(words: readonly string[], language: string | null): Set<string> {
  const terms = new Set<string>();
  const stemsOf = stemsIn(language);
  for (const word of new Set(words)) {
    const folded = foldWord(word);
    if (folded === '') continue;
    terms.add(folded);
    for (const stem of stemsOf(word)) terms.add(stem);
  }
  return terms;
}
