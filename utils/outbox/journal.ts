import type { OutboxDatabase } from './store';

interface Job {
  /** Answers what to tell once it is on disk. */
  readonly run: () => Promise<() => void>;
  readonly refuse: (error: unknown) => void;
}

/**
 * Writes what comes at the same time in one strict transaction: while one is on its way to the disk, the next gathers.
 * A write settles once it is on disk, or is refused with all of its transaction.
 */
export class Journal {
  private gathered: Job[] = [];
  private isWriting = false;

  /** `written` is called after each transaction. */
  constructor(
    private readonly db: Pick<OutboxDatabase, 'entries' | 'receipts' | 'transaction'>,
    private readonly written: () => void = () => undefined,
  ) {}

  write<Value>(work: () => PromiseLike<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const run = async () => {
        const value = await work();
        return () => resolve(value);
      };
      this.gathered.push({ run, refuse: reject });
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

  private async commit(jobs: readonly Job[]): Promise<void> {
    const { db } = this;
    try {
      const tables = [db.entries, db.receipts];
      const done = await db.transaction('rw', tables, () => Promise.all(jobs.map(({ run }) => run())));
      for (const tell of done) tell();
      this.written();
    } catch (error) {
      for (const { refuse } of jobs) refuse(error);
    }
  }
}
