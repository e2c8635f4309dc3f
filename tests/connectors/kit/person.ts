import type { Community } from '@/utils/community/community';
import type { Operation, OperationValues } from '@/utils/community/connector';
import { newCommunity } from '@/utils/community/new-community';
import { performWith } from '@/utils/community/perform';
import { createPerform, keepCommunity } from '@/utils/community/store';
import { type Delivered, deliver } from '@/utils/outbox/deliver';
import { createDraft } from '@/utils/outbox/drafts';
import { enqueue } from '@/utils/outbox/enqueue';
import type { Entry } from '@/utils/outbox/entry';
import type { Practice } from '@/utils/practice/practice';
import { type ReadPractice, read } from '@/utils/practice/read';
import { render } from '@/utils/practice/render';
import { aDatabase, createLock, must, START } from '../../support/outbox-world';
import { aPractice, WORDINGS } from '../../support/practices';
import { Line } from './line';
import type { Fake, Specimen } from './specimen';

export const REFERENCE = 'DG-7F3K-2Q9D';

/** Somebody with an outbox who is connected to a specimen, over a line that can fail, in a time that can be moved. */
export class Person {
  now = START;
  readonly clock = () => this.now;
  readonly db = aDatabase();
  readonly fake: Fake;
  readonly line: Line;
  readonly connector;
  community!: Community;
  private lock = createLock();

  private constructor(readonly specimen: Specimen) {
    this.fake = specimen.create(this.clock);
    this.line = new Line(this.fake);
    this.connector = specimen.platform.connector(this.clock);
  }

  /** As one connects: what it can do, who one is, and where one may write. */
  static async connected(specimen: Specimen): Promise<Person> {
    const person = new Person(specimen);
    const { account, platform, placeId } = specimen;
    const capabilities = must(await person.ask({ verb: 'capabilities' }));
    const me = must(await person.ask({ verb: 'me' }));
    const asked = { platform: platform.id, base: account.base, scope: 'own', now: person.now } as const;
    const places = capabilities.hasPlaces
      ? [...must(await person.ask({ verb: 'places', memberId: me.id }))]
      : null;
    if (placeId !== null && !places?.some(({ id }) => id === placeId)) throw new Error('No such place');
    person.community = { ...newCommunity(asked, me, capabilities), places };
    await keepCommunity(person.db, person.community, account.token);
    return person;
  }

  /** Asks the platform itself, past the outbox. */
  ask<Verb extends Operation['verb']>(operation: Extract<Operation, { verb: Verb }>) {
    const { account } = this.specimen;
    const { community } = this as { community?: Community };
    const member =
      account.member ?? (community && { id: community.accountId, handle: community.accountHandle });
    const known = { ...account, member: member ?? null };
    return performWith<Verb>(this.connector, known, operation, this.line.http);
  }

  /** Sends a text past the outbox. */
  say(text: string, changes: Partial<Extract<Operation, { verb: 'send' }>> = {}) {
    const { format = 'plain', audiences } = this.community;
    return this.ask<'send'>({
      verb: 'send',
      text,
      format,
      language: 'nl',
      audience: audiences[0] ?? 'members',
      placeId: this.specimen.placeId,
      key: crypto.randomUUID(),
      ...changes,
    });
  }

  textOf(practice: Practice, reference = REFERENCE): string {
    const words = WORDINGS[practice.language as keyof typeof WORDINGS] ?? WORDINGS.nl;
    return render(practice, reference, words, this.community.format);
  }

  /** All of one's own posts as they are read there, newest first. */
  async found(marker = '', since = 0, place: Pick<Extract<Operation, { verb: 'find' }>, 'answersId'> = {}) {
    const { accountId: authorId } = this.community;
    const posts: OperationValues['find']['posts'][number][] = [];
    let next: { cursor?: string } = {};
    for (let page = 0; page < 50; page += 1) {
      const query = { verb: 'find', marker, since, authorId, placeId: this.specimen.placeId } as const;
      const { posts: some, cursor } = must(await this.ask<'find'>({ ...query, ...place, ...next }));
      posts.push(...some);
      if (cursor === null) return posts;
      next = { cursor };
    }
    throw new Error('Pages without end');
  }

  /** Of the kind that may stand there: pages hold conclusions. */
  practice(changes: Partial<Practice> = {}): Practice {
    return aPractice({ ...changes, ...(this.community.kind === 'page' ? { kind: 'conclusion' } : {}) });
  }

  readBack(text: string): ReadPractice | null {
    return read(text, WORDINGS);
  }

  /** Writes a practice and sends it, as the composer does. */
  async send(title: string): Promise<Entry> {
    const { db, clock, community } = this;
    const practice = this.practice({ title });
    const draft = must(await createDraft(db, { practice, activityId: null }, { clock }));
    const order = {
      draftId: draft.id,
      revision: draft.revision,
      communityId: community.id,
      placeId: this.specimen.placeId,
      audience: community.audiences[0] ?? 'members',
      text: this.textOf(practice, draft.reference),
      restsUntil: null,
    } as const;
    return must(await enqueue(db, order, { clock, words: WORDINGS.nl }));
  }

  /** One turn of the background. */
  async deliver(): Promise<Delivered> {
    const { db, clock, lock, line, connector } = this;
    const perform = createPerform(db, line.http, clock, () => connector);
    return must(await deliver({ db, clock, random: () => 0.999, perform, lock }));
  }

  /** The worker dies under its work: nothing that it waited for is heard of again. */
  async dieWhileDelivering(isUnderWay: () => boolean | Promise<boolean>): Promise<void> {
    void this.deliver();
    for (let turn = 0; turn < 500 && !(await isUnderWay()); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 2));
    this.lock = createLock();
    this.line.always = null;
  }

  async entry({ id }: Pick<Entry, 'id'>): Promise<Entry> {
    const entry = await this.db.entries.get(id);
    if (entry === undefined) throw new Error('The entry is gone');
    return entry;
  }

  /** Lets time go by, with turns of the background in it, until nothing is on its way. */
  async settle(entry: Pick<Entry, 'id'>): Promise<Entry> {
    for (let turn = 0; turn < 40; turn += 1) {
      const { state } = await this.entry(entry);
      if (state === 'delivered' || state === 'parked' || state === 'held') break;
      this.now += 5 * 60_000;
      await this.deliver();
    }
    return this.entry(entry);
  }

  /** How often a reference stands on the platform. */
  count({ reference }: Pick<Entry, 'reference'>): number {
    return this.fake.posts().filter(({ text }) => text.includes(reference)).length;
  }
}
