/** Languages with a complete catalogue, Dutch first. */
export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How dates are written where each language is spoken here: days before months. */
export const LOCALES: Readonly<Record<Language, string>> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  de: 'de-DE',
  en: 'en-GB',
};

/** The language's name in that language itself: “Français”. */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
