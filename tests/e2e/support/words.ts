import { createText, type Text } from '@/utils/language';
import { CATALOGUES } from '@/utils/language/catalogues';
import type { Language } from '@/utils/language/languages';

/** The words of the catalogue: tests read what is on the screen by them, so that better words break no test. */
export function words(language: Language = 'nl'): Text {
  return createText(language, CATALOGUES[language]);
}
