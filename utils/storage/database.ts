import { Dexie, type DexieOptions, type PromiseExtended, type Table } from 'dexie';
import type { OwnRecipe } from '@/utils/activity/own-recipe';
import { ACTIVITY_TABLES } from '@/utils/activity/tables';
import type { Community } from '@/utils/community/community';
import { COMMUNITY_TABLES, type StoredToken } from '@/utils/community/tables';
import { SECOND_MS } from '@/utils/kernel/clock';
import type { Reach, Response, Shared } from '@/utils/library/shelf';
import { LIBRARY_TABLES } from '@/utils/library/tables';
import type { Draft, Entry, Receipt } from '@/utils/outbox/entry';
import {
  DISCARDED_TABLES,
  type Discarded,
  OUTBOX_TABLES,
  type Pace,
  PICTURE_TABLES,
  type Quarantined,
  REPLY_TABLES,
  type StoredPicture,
} from '@/utils/outbox/tables';
import type { SentRequest } from '@/utils/privacy/ledger-row';
import { PRIVACY_TABLES } from '@/utils/privacy/tables';
import type { PastActivity } from '@/utils/prompting/history';
import type { Prompt } from '@/utils/prompting/prompt';
import { HISTORY_TABLES, PROMPTING_TABLES } from '@/utils/prompting/tables';
import type { Settings, Site } from '@/utils/settings/settings';
import { SETTINGS_TABLES } from '@/utils/settings/tables';
import { refusingNewer } from './refusing-newer';
import { upgradeTo2, upgradeTo3, upgradeTo4, upgradeTo5 } from './upgrade';

export const DATABASE_NAME = 'deelgenoot';
const DATABASE_VERSION = 6;

/** After a try to open that failed, everybody is refused at once for this long; then the next question tries again. */
const REFUSED_FOR_MS = SECOND_MS;
/** An older copy of ourselves gets this long to let go of the database before people are told. */
const BLOCKED_FOR_MS = 5 * SECOND_MS;

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
  declare readonly history: Table<PastActivity, string>;
  declare readonly requests: Table<SentRequest, string>;
  declare readonly settings: Table<Settings, number>;
  declare readonly sites: Table<Site, string>;
  declare readonly recipes: Table<OwnRecipe, string>;
  declare readonly pictures: Table<StoredPicture, string>;
  declare readonly shared: Table<Shared, string>;
  declare readonly reaches: Table<Reach, string>;
  declare readonly responses: Table<Response, string>;
  private blocked: Promise<never> = new Promise(() => undefined);
  private giveUp: () => void = () => undefined;
  /** There was no database when this one was opened: a new person, or a browser that threw away what it could not read. */
  wasEmpty = false;

  /** `options` takes another IndexedDB, as tests need: Dexie keeps the one it saw when it was imported. */
  constructor(options: DexieOptions = {}, name: string = DATABASE_NAME) {
    const { indexedDB = Dexie.dependencies.indexedDB, ...rest } = options;
    super(name, {
      chromeTransactionDurability: 'strict',
      indexedDB: refusingNewer(indexedDB as IDBFactory, DATABASE_VERSION),
      ...rest,
    });
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
    this.version(5)
      .stores({ ...HISTORY_TABLES, ...PRIVACY_TABLES })
      .upgrade((transaction) => upgradeTo5((name) => transaction.table(name)));
    this.version(DATABASE_VERSION).stores({ ...REPLY_TABLES, ...PICTURE_TABLES, ...LIBRARY_TABLES });
    this.hopeAgain();
    this.on('blocked', () => setTimeout(() => this.isOpen() || this.giveUp(), BLOCKED_FOR_MS));
    this.on('ready', () => this.hopeAgain(), true);
    this.on('populate', () => {
      this.wasEmpty = true;
    });
  }

  /** As Dexie's, but a failure is not for ever: a disk that came back is found without a restart of the browser. */
  override open(): PromiseExtended<Dexie> {
    const opening = super.open();
    opening.catch(() => setTimeout(() => this.forgetFailure(), REFUSED_FOR_MS));
    return opening;
  }

  /** As `work`, but where an older copy of ourselves keeps the database for seconds, it fails instead of hanging. */
  patiently<Value>(work: PromiseLike<Value>): Promise<Value> {
    return this.isOpen() ? Promise.resolve(work) : Promise.race([work, this.blocked]);
  }

  private forgetFailure(): void {
    if (!this.isOpen() && this.hasFailed()) this.close({ disableAutoOpen: false });
  }

  private hopeAgain(): void {
    this.blocked = new Promise((_resolve, reject) => {
      this.giveUp = () => reject(new Dexie.OpenFailedError('blocked'));
    });
    this.blocked.catch(() => undefined); // where nobody waits, nobody has to hear of it
  }
}
