import { chooseLanguage, createText, type Text } from '@/utils/language';
import { CATALOGUES } from '@/utils/language/catalogues';
import { LANGUAGES, type Language } from '@/utils/language/languages';

/** The words for a person at a terminal: in the language asked for, else the terminal's own, else Dutch. */
export function terminalText(asked?: string): { language: Language; t: Text } {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = [asked, LC_ALL, LC_MESSAGES, LANG].filter((tag) => tag !== undefined && tag !== '');
  const tags = wanted.map((tag) => String(tag).replace(/[_.].*$/, ''));
  const language = chooseLanguage(tags, LANGUAGES);
  return { language, t: createText(language, CATALOGUES[language]) };
}
