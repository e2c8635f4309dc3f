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
  /** As the work: while any of it is under way nothing is built. */
  precede<Value>(work: Promise<Value>): Promise<Value>;
}

export function createLibrary(db: Pick<Database, 'shared'>, announce: () => void): Library {
  let finder: Finder | null = null;
  let building: Finder | null = null;
  let underWay = 0;
  const giveWay = async (): Promise<void> => {
    do await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    while (underWay > 0);
  };
  const make = async (making: Finder): Promise<void> => {
    try {
      await build(making, { shared: db.shared, now: () => performance.now(), giveWay });
      finder = making;
    } finally {
      building = null;
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
    precede: async (work) => {
      underWay += 1;
      try {
        return await work;
      } finally {
        underWay -= 1;
      }
    },
  };
}
