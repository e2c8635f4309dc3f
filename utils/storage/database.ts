import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { OwnRecipe } from '@/utils/activity/own-recipe';
import { ACTIVITY_TABLES } from '@/utils/activity/tables';
import type { Community } from '@/utils/community/community';
import { COMMUNITY_TABLES, type StoredToken } from '@/utils/community/tables';
import type { Draft, Entry, Receipt } from '@/utils/outbox/entry';
import {
  DISCARDED_TABLES,
  type Discarded,
  OUTBOX_TABLES,
  type Pace,
  type Quarantined,
} from '@/utils/outbox/tables';
import type { Prompt } from '@/utils/prompting/prompt';
import { PROMPTING_TABLES } from '@/utils/prompting/tables';
import type { Settings, Site } from '@/utils/settings/settings';
import { SETTINGS_TABLES } from '@/utils/settings/tables';
import { upgradeTo2, upgradeTo3, upgradeTo4 } from './upgrade';

export const DATABASE_NAME = 'deelgenoot';

/** The one database, owned by the background. Every commit is strict: on disk before anybody reads "saved". */
export class Database extends Dexie {
  declare readonly drafts: Table<Draft, string>;
  declare readonly entries: Table<Entry, string>;
  declare readonly receipts: Table<Receipt, string>;
  declare readonly paces: Table<Pace, string>;
  declare readonly quarantine: Table<Quarantined, string>;
  declare readonly discarded: Table<Discarded, string>;
  declare readonly communities: Table<Community, string>;
  declare readonly tokens: Table<StoredToken, string>;
  declare readonly prompts: Table<Prompt, string>;
  declare readonly settings: Table<Settings, number>;
  declare readonly sites: Table<Site, string>;
  declare readonly recipes: Table<OwnRecipe, string>;

  /** `options` takes another IndexedDB, as tests need: Dexie keeps the one it saw when it was imported. */
  constructor(options: DexieOptions = {}, name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict', ...options });
    // What every write would note and tell for Dexie's live queries: we have none.
    for (const name of ['Observability', 'Cache']) this.unuse({ stack: 'dbcore', name });
    this.version(2)
      .stores({
        ...OUTBOX_TABLES,
        ...COMMUNITY_TABLES,
        ...PROMPTING_TABLES,
        ...SETTINGS_TABLES,
      })
      .upgrade((transaction) => upgradeTo2((name) => transaction.table(name)));
    this.version(3)
      .stores(ACTIVITY_TABLES)
      .upgrade((transaction) => upgradeTo3((name) => transaction.table(name)));
    this.version(4)
      .stores({ ...OUTBOX_TABLES, ...DISCARDED_TABLES })
      .upgrade((transaction) => upgradeTo4((name) => transaction.table(name)));
  }
}
