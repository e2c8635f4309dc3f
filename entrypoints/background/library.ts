import { build } from '@/utils/library/build';
import { Finder } from '@/utils/library/finder';
import type { ShelfChange } from '@/utils/library/store';
import type { Database } from '@/utils/storage/database';
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
