import { createText, type Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import en from '@/utils/language/texts/en.json';
import nl from '@/utils/language/texts/nl.json';

const CATALOGUES = { nl, en };

/** The words of the catalogue: tests read what is on the screen by them, so that better words break no test. */
export function words(language: Language = 'nl'): Text {
  return createText(language, CATALOGUES[language]);
}
