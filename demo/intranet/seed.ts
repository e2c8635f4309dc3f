import { type Clock, DAY_MS } from '@/utils/kernel/clock';
import type { Language } from '@/utils/language/languages';
import type { Collection, DocumentState } from './model';
import de from './seed/de.json';
import en from './seed/en.json';
import fr from './seed/fr.json';
import nl from './seed/nl.json';

const FIRST_FREE_ID = 1001;
const SEEDS = { nl, fr, de, en };

/** The documents that a new site begins with, in one language, changed some days ago as seen from the clock. */
export function seed(language: Language, clock: Clock): Collection {
  const { people, folders, documents } = SEEDS[language];
  return {
    people,
    folders,
    documents: documents.map(({ days, state, ...document }) => ({
      ...document,
      state: state as DocumentState,
      editorId: document.authorId,
      changedAt: clock() - days * DAY_MS,
      version: 1,
      file: null,
    })),
    nextId: FIRST_FREE_ID,
  };
}
