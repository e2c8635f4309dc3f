import { AsyncLocalStorage } from 'node:async_hooks';
import type { Community } from '@/utils/community/community';
import { COMMUNITY_TABLES, type StoredToken } from '@/utils/community/tables';
import type { OutboxDatabase } from '@/utils/outbox/store';
import { DISCARDED_TABLES, OUTBOX_TABLES, PICTURE_TABLES } from '@/utils/outbox/tables';
import { PRIVACY_TABLES } from '@/utils/privacy/tables';
import { MemoryTable, type Row } from './memory-table';
import type { Worker } from './mortal-worker';

/** Which work belongs to which worker and transaction; one for all databases, since each would slow every await. */
const zones = new AsyncLocalStorage<Zone>();

interface Zone {
  readonly worker: Worker | null;
  readonly inTransaction: boolean;
}

/**
 * The outbox's tables in plain memory, for tests that run tens of thousands of histories: as much of Dexie as the
 * outbox uses. Transactions come one after another and are undone as a whole; a worker that dies in one commits nothing.
 */
export class MemoryDatabase {
  private readonly tables = new Map<string, MemoryTable>();
  private tail: Promise<void> = Promise.resolve();

  constructor() {
    for (const [name, indexes] of Object.entries({
      ...OUTBOX_TABLES,
      ...DISCARDED_TABLES,
      ...PICTURE_TABLES,
      ...COMMUNITY_TABLES,
      ...PRIVACY_TABLES,
    })) {
      const [key = ''] = indexes.split(/,\s*/);
      const table = new MemoryTable(key, (work) => this.alone(work));
      this.tables.set(name, table);
      Object.assign(this, { [name]: table });
    }
  }

  /** As the code under test sees it: Dexie's types are far wider than what it calls. */
  get asOutbox(): OutboxDatabase & { readonly tokens: Tokens } {
    return this as unknown as OutboxDatabase & { readonly tokens: Tokens };
  }

  /** Runs work as this worker: whatever it asks of the database counts as its steps. */
  as<Value>(worker: Worker, work: () => Promise<Value>): Promise<Value> {
    return zones.run({ worker, inTransaction: false }, work);
  }

  /** One more step of whoever is asking; the dead get no further. */
  step(): Promise<void> {
    return zones.getStore()?.worker?.step() ?? Promise.resolve();
  }

  async transaction<Value>(_mode: string, ...rest: unknown[]): Promise<Value> {
    const work = rest.at(-1) as () => Promise<Value>;
    const zone = zones.getStore() ?? { worker: null, inTransaction: false };
    return zone.inTransaction ? work() : this.commit(zone, work);
  }

  /** One operation outside a transaction is a transaction of its own. */
  private alone<Value>(work: () => Value): Promise<Value> {
    const zone = zones.getStore() ?? { worker: null, inTransaction: false };
    if (!zone.inTransaction) return this.commit(zone, async () => work());
    return zone.worker === null ? Promise.resolve().then(work) : zone.worker.step().then(work);
  }

  private async commit<Value>(zone: Zone, work: () => Promise<Value>): Promise<Value> {
    const { worker } = zone;
    if (worker !== null) await zones.exit(() => worker.pause());
    const before = this.tail;
    let leave: () => void = () => undefined;
    this.tail = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    const undos = [...this.tables.values()].map((table) => table.undo());
    const whole = async () => {
      await worker?.step();
      const value = await zones.run({ worker, inTransaction: true }, work);
      await worker?.step();
      return value;
    };
    try {
      const ended = await Promise.race([whole(), ...(worker === null ? [] : [worker.death])]);
      if (worker?.isDead === true) throw new Error('The worker died in a transaction');
      return ended as Value;
    } catch (error) {
      for (const undo of undos) undo();
      if (worker?.isDead === true) return await new Promise<never>((_resolve) => leave());
      throw error;
    } finally {
      leave();
    }
  }
}

type Tokens = {
  put(row: StoredToken): Promise<unknown>;
  get(id: Community['id']): Promise<StoredToken | undefined>;
};

export type { Row };
