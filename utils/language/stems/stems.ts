import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { dutchInfinitives, germanInfinitives } from './verbs';
import { foldWord } from './words';

const STEMS = {
  nl: (word: string) => [word, ...dutchInfinitives(word)].map((form) => devoiced(dutch(form))),
  fr: (word: string) => [french(word)],
  de: (word: string) => [word, ...germanInfinitives(word)].map(german),
  en: (word: string) => [english(word)],
} as const;
type Stemmed = keyof typeof STEMS;
const ALL: readonly Stemmed[] = ['nl', 'fr', 'de', 'en'];

/** Answers the folded stems of a lower-case word, without doubles. */
type StemsOf = (word: string) => readonly string[];

/** Words come back in every post; beyond this many the memory begins anew. */
const MOST_REMEMBERED = 20_000;
const known = new Map<string, StemsOf>();

/**
 * The stems of words in the given language ("nl", "nl-BE"), or in all four where it is unknown. Stemmed first, folded
 * afterwards: French endings are recognised by their accents.
 */
export function stemsIn(language: string | null): StemsOf {
  const stemmers = stemmersFor(language);
  const key = stemmers.join();
  const stemsOf = known.get(key) ?? remembering(stemmers);
  known.set(key, stemsOf);
  return stemsOf;
}

function remembering(stemmers: readonly Stemmed[]): StemsOf {
  const remembered = new Map<string, readonly string[]>();
  return (word) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const stems = stemmers.flatMap((stemmed) => STEMS[stemmed](word));
    const folded = [...new Set(stems.map((stem) => foldWord(stem.toLowerCase())))].filter(Boolean);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, folded);
    return folded;
  };
}

/** No Dutch word ends in v or z: archieven and archief, huizen and huis share a stem only after this. */
function devoiced(stem: string): string {
  return stem.replace(/v$/u, 'f').replace(/z$/u, 's');
}

function stemmersFor(language: string | null): readonly Stemmed[] {
  const primary = language?.toLowerCase().split(/[-_]/u)[0];
  const known = ALL.filter((stemmed) => stemmed === primary);
  return known.length > 0 ? known : ALL;
}
