import type { Catalogue } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import de from './texts/de.json';
import en from './texts/en.json';
import fr from './texts/fr.json';
import nl from './texts/nl.json';

/** Every catalogue, for programs: a page of the extension fetches the one that it speaks instead. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { nl, fr, de, en };
