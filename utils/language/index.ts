import { createInstance, type TFunction } from 'i18next';
import type { Language } from '@/utils/language/languages';
import type nl from './texts/nl.json';

/** The Dutch catalogue is the measure: the others have its keys and its placeholders (held by a test). */
export type Catalogue = typeof nl;

/** Words by key, with plural forms and values filled in. Plain text: whoever shows it must render it as text. */
export type Text = TFunction<'translation'>;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Catalogue };
  }
}

export const DEFAULT_LANGUAGE: Language = 'nl';

/** A translator for one language; switching means making another. */
export function createText(language: Language, catalogue: Catalogue): Text {
  const instance = createInstance({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: catalogue } },
    interpolation: { escapeValue: false }, // Preact and hono/jsx escape; escaping twice would show entities
    initAsync: false,
  });
  void instance.init();
  return instance.t;
}

/** The catalogue file of a language inside the package, relative to its root. */
export function cataloguePath(language: Language): `/texts/${Language}.json` {
  return `/texts/${language}.json`;
}

/** The first of `wanted` (BCP 47, in order) that has a catalogue, or Dutch. */
export function chooseLanguage(wanted: readonly string[], available: readonly Language[]): Language {
  for (const tag of wanted) {
    const found = available.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return DEFAULT_LANGUAGE;
}
