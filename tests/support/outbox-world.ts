import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Community } from '@/utils/community/community';
import { communityId, createPerform, keepCommunity } from '@/utils/community/store';
import type { Result } from '@/utils/kernel/result';
import { beginAnswer } from '@/utils/outbox/answer';
import { beginCorrection } from '@/utils/outbox/correct';
import { type Delivered, type DeliverPorts, deliver } from '@/utils/outbox/deliver';
import { createDraft, saveDraft } from '@/utils/outbox/drafts';
import { enqueue, type SendOrder } from '@/utils/outbox/enqueue';
import type { Draft, Entry } from '@/utils/outbox/entry';
import type { OutboxProblem } from '@/utils/outbox/store';
import { withdraw } from '@/utils/outbox/withdraw';
import { render } from '@/utils/practice/render';
import { Database } from '@/utils/storage/database';
import { FakeCommunity, type Keys, ORIGIN, TOKEN } from './fake-community';
import { aPractice, DUTCH } from './practices';

export const START = Date.UTC(2026, 10, 24, 9);

export function aDatabase(): Database {
  return new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
}

export function aCommunity(changes: Partial<Community> = {}): Community {
  const community: Community = {
    id: '',
    connector: 'mastodon',
    origin: ORIGIN,
    name: 'Community',
    accountId: '1',
    accountName: 'Ann',
    accountHandle: 'ann',
    scope: 'own',
    maxCharacters: 5_000,
    keepsKeys: true,
    places: null,
    canEdit: true,
    canRemove: true,
    audiences: ['members', 'followers'],
    connectedAt: START,
    signedOut: false,
    ...changes,
  };
  return { ...community, id: changes.id ?? communityId(community) };
}

/** The value of a result that must be there. */
export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Locks of one browser: work under the same name runs one after another. */
export function createLock(): DeliverPorts['lock'] {
  const queues = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
    queues.set(name, turn);
    return turn;
  };
}

/** A person's outbox, a clock that stands still until it is moved, and one community that is connected. */
export class World {
  now = START;
  readonly db = aDatabase();
  readonly clock = () => this.now;
  readonly server: FakeCommunity;
  readonly community: Community;
  readonly wellBehaved: Keys;
  private lock = createLock();

  constructor(keys: Keys = 'forever', changes: Partial<Community> = {}) {
    this.wellBehaved = keys;
    this.server = new FakeCommunity(this.clock, keys);
    this.community = aCommunity({ keepsKeys: keys === 'forever', ...changes });
  }

  async connect(): Promise<this> {
    await keepCommunity(this.db, this.community, TOKEN);
    return this;
  }

  pass(ms: number): void {
    this.now += ms;
  }

  /** The worker dies: its locks go with it, its promises are never heard of again. */
  restartWorker(): void {
    this.lock = createLock();
  }

  private get perform() {
    return createPerform(this.db, this.server.http, this.clock);
  }

  deliver(changes: Partial<DeliverPorts> = {}): Promise<Result<Delivered, OutboxProblem>> {
    const { db, clock, lock, perform } = this;
    return deliver({ db, clock, random: () => 0.999, perform, lock, ...changes });
  }

  /** Writes a practice and sends it, as the composer does. */
  async send(title: string, order: Partial<SendOrder> = {}): Promise<Entry> {
    const practice = aPractice({ title });
    const draft = must(await createDraft(this.db, { practice, activityId: null }, { clock: this.clock }));
    return this.sendDraft(draft, order);
  }

  async sendDraft({ id: draftId, revision, practice, reference }: Draft, order: Partial<SendOrder> = {}) {
    const communityId = order.communityId ?? this.community.id;
    const text = await this.textOf({ practice, reference }, communityId);
    const whole: SendOrder = {
      ...{ draftId, revision, communityId, placeId: null, audience: 'followers', text, restsUntil: null },
      ...order,
    };
    return must(await enqueue(this.db, whole, { clock: this.clock, words: DUTCH }));
  }

  /** Begins to correct a post, writes other text and sends it, as the composer does. */
  async correct(entryId: string, did: string): Promise<Entry> {
    const { db, clock } = this;
    const begun = must(await beginCorrection(db, entryId, this));
    const practice = { ...begun.practice, did };
    const change = { draftId: begun.id, revision: begun.revision, practice };
    const { id: draftId, revision, reference, corrects } = must(await saveDraft(db, change, clock));
    if (corrects === null) throw new Error('Not a correction');
    const { communityId, placeId, audience } = corrects;
    const text = await this.textOf({ practice, reference }, communityId);
    const order = { draftId, revision, communityId, placeId, audience, text, restsUntil: null };
    return must(await enqueue(db, order, { clock, words: DUTCH }));
  }

  /** Begins to add to a post, writes and sends it, as the composer does. */
  async answer(entryId: string, title: string, order: Partial<SendOrder> = {}): Promise<Entry> {
    const { db, clock } = this;
    const begun = must(await beginAnswer(db, entryId, this));
    const change = { draftId: begun.id, revision: begun.revision, practice: aPractice({ title }) };
    const { id: draftId, revision, reference, practice, answers } = must(await saveDraft(db, change, clock));
    if (answers === null) throw new Error('Answers nothing');
    const { communityId, placeId, audience } = answers;
    const text = await this.textOf({ practice, reference }, communityId);
    const whole = { draftId, revision, communityId, placeId, audience, text, restsUntil: null, ...order };
    return must(await enqueue(db, whole, { clock, words: DUTCH }));
  }

  /** What a preview shows. */
  private async textOf(
    { practice, reference }: Pick<Draft, 'practice' | 'reference'>,
    communityId: string | null,
  ): Promise<string> {
    const community = communityId === null ? undefined : await this.db.communities.get(communityId);
    return render(practice, reference, DUTCH, community?.format);
  }

  withdraw(entryId: string): Promise<Result<null, OutboxProblem>> {
    const { db, clock, perform } = this;
    return withdraw({ db, clock, perform }, entryId);
  }

  async entry(id: string): Promise<Entry> {
    const entry = await this.db.entries.get(id);
    if (entry === undefined) throw new Error('The entry is gone');
    return entry;
  }
}

/** Runs until a promise that hangs has done all that it could. */
export async function untilIdle(isIdle: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (await isIdle()) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('Never came to rest');
}

/** A connected person with as many posts that wait, each a little later than the one before. */
export async function aQueue(count: number): Promise<World> {
  const world = await new World().connect();
  for (let number = 0; number < count; number += 1) {
    await world.send(`Bericht ${number}`);
    world.pass(1);
  }
  return world;
}
