import { LANGUAGES } from '@/utils/language/languages';
import { type PracticeWords, practiceWords } from '@/utils/practice/words';
import type { Services } from './services';

/** The labels that a practice can have, by language: others write in other languages. */
export async function wordings({
  textIn,
}: Pick<Services, 'textIn'>): Promise<Readonly<Record<string, PracticeWords>>> {
  const each = LANGUAGES.map(async (language) => [language, practiceWords(await textIn(language))] as const);
  return Object.fromEntries(await Promise.all(each));
}
