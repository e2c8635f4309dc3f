import { LANGUAGES } from '@/utils/language/languages';
import { build } from '@/utils/library/build';
import { Finder } from '@/utils/library/finder';
import type { ShelfChange } from '@/utils/library/store';
import { syncCommunity, takeTurns } from '@/utils/library/sync';
import { type PracticeWords, practiceWords } from '@/utils/practice/words';
import type { Database } from '@/utils/storage/database';
import type { Services } from './services';
import { unattended } from './unattended';

/** Others go on for this long between two slices of building. */
const PAUSE_MS = 8;

/** What others shared, found by words; in memory, made when somebody first asks. */
export interface Library {
  /** Null while it is being made, and while the disk refuses; whoever asks hears by `announce` that it is there. */
  finder(): Finder | null;
  changed(change: ShelfChange): void;
  /** Nothing is on the shelf any more. */
  emptied(): void;
  /** As the work: while any of it is under way nothing is built. */
  precede<Value>(work: Promise<Value>): Promise<Value>;
}

export function createLibrary(db: Pick<Database, 'shared'>, announce: () => void): Library {
  let finder: Finder | null = null;
  let building: Finder | null = null;
  const { precede, giveWay } = createRightOfWay();
  const make = async (making: Finder): Promise<void> => {
    try {
      await build(making, { shared: db.shared, now: () => performance.now(), giveWay });
      if (building === making) finder = making; // else it was emptied meanwhile
    } finally {
      if (building === making) building = null;
    }
    announce();
  };
  return {
    finder: () => {
      if (finder === null && building === null) {
        building = new Finder();
        unattended(make(building));
      }
      return finder;
    },
    changed: ({ put, gone }) => {
      const into = finder ?? building;
      for (const row of into === null ? [] : put) into?.put(row);
      for (const id of into === null ? [] : gone) into?.remove(id);
    },
    emptied: () => {
      finder = null;
      building = null;
    },
    precede,
  };
}

/** Whoever gives way goes on after a pause, once nothing that precedes is under way. */
function createRightOfWay(): Pick<Library, 'precede'> & { giveWay(): Promise<void> } {
  let underWay = 0;
  return {
    precede: async (work) => {
      underWay += 1;
      try {
        return await work;
      } finally {
        underWay -= 1;
      }
    },
    giveWay: async () => {
      do await new Promise((resume) => setTimeout(resume, PAUSE_MS));
      while (underWay > 0);
    },
  };
}

/** Reads on in what the connected communities share, where their turn has come. */
export async function refreshLibrary(services: Services): Promise<void> {
  if (navigator.onLine === false) return; // the turn would be spent on nothing
  const { db, clock, perform, library } = services;
  const communities = await takeTurns(db, clock);
  if (communities.length === 0) return;
  const wordings = await allWordings(services);
  let hasNews = false;
  const changed = (change: ShelfChange): void => {
    hasNews = true;
    library.changed(change);
  };
  for (const community of communities) {
    const pace = await db.paces.get(community.id);
    if (pace !== undefined && pace.until > clock()) continue; // it asked for rest, or does not answer
    await syncCommunity({ db, clock, perform, wordings, changed }, community);
  }
  if (hasNews) services.announce();
}

/** The labels that a practice can have, by language: others write in other languages. */
export async function allWordings({
  textIn,
}: Pick<Services, 'textIn'>): Promise<Readonly<Record<string, PracticeWords>>> {
  const all = LANGUAGES.map(async (language) => [language, practiceWords(await textIn(language))] as const);
  return Object.fromEntries(await Promise.all(all));
}
