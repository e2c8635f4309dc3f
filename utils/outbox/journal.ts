import type { Change } from './changes';
import type { Entry } from './entry';

interface Written {
  readonly change: Change;
  readonly tell: (after: Entry | null) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Makes changes that come at the same time in one transaction: while one is on its way to the disk, the next gather. A
 * change settles once it is on disk, or is refused with all of its transaction.
 */
export class Journal {
  private gathered: Written[] = [];
  private isWriting = false;

  /** `makeAll` makes changes, all or none, and gives each entry as it stands then; `written` is called after each time. */
  constructor(
    private readonly makeAll: (changes: readonly Change[]) => PromiseLike<readonly (Entry | null)[]>,
    private readonly written: () => void = () => undefined,
  ) {}

  /** The entry as it stands on disk now; null where the change did not hold any more. */
  make(change: Change): Promise<Entry | null> {
    return new Promise((tell, refuse) => {
      this.gathered.push({ change, tell, refuse });
      void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    await null; // what comes in the same turn goes together
    while (this.gathered.length > 0) await this.commit(this.gathered.splice(0));
    this.isWriting = false;
  }

  private async commit(together: readonly Written[]): Promise<void> {
    try {
      const after = await this.makeAll(together.map(({ change }) => change));
      for (const [index, { tell }] of together.entries()) tell(after[index] ?? null);
      this.written();
    } catch (error) {
      for (const { refuse } of together) refuse(error);
    }
  }
}
