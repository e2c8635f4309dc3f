/** Dutch weak verbs of the trade: gearchiveerd, registreerde, vernietigd, wijzigt. */
const DUTCH_PAST = /^(ge)?(\p{L}{2,}?)(?:eer|(ig))(?:d(?:en?)?|t)$/u;
/** German verbs on -ieren: archiviert, digitalisierte, registrierten. */
const GERMAN_PAST = /^(\p{L}{2,})iert(?:e[mnrs]?)?$/u;

/**
 * Infinitives that a lower-case Dutch word may be a form of, which the stemmer does not see: two where "ge" may be
 * a prefix or belong to the word, none for other words.
 */
export function dutchInfinitives(word: string): string[] {
  const [, prefix = '', middle = '', onIg] = DUTCH_PAST.exec(word) ?? [];
  if (middle === '') return [];
  const ending = onIg === undefined ? 'eren' : 'igen';
  return prefix === '' ? [middle + ending] : [middle + ending, prefix + middle + ending];
}

/** The infinitive that a lower-case German word on -iert(e…) is a form of; none for other words. */
export function germanInfinitives(word: string): string[] {
  const [, beginning] = GERMAN_PAST.exec(word) ?? [];
  return beginning === undefined ? [] : [`${beginning}ieren`];
}
