import { between, seeded } from '@/scripts/seeded';
import { createNotedHttp } from '@/utils/community/noted-http';
import { noteWithin } from '@/utils/community/rate-limit';
import { createPerform } from '@/utils/community/store';
import { MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import { beginAnswer } from '@/utils/outbox/answer';
import { beginCorrection } from '@/utils/outbox/correct';
import { type DeliverPorts, deliver } from '@/utils/outbox/deliver';
import { saveDraft } from '@/utils/outbox/drafts';
import { nextDueAt } from '@/utils/outbox/due';
import { enqueue } from '@/utils/outbox/enqueue';
import type { Draft, Entry } from '@/utils/outbox/entry';
import { sentRequest } from '@/utils/privacy/ledger-row';
import { createLock, must } from '../../support/outbox-world';
import { WORDINGS } from '../../support/practices';
import { Person } from '../kit/person';
import type { Specimen } from '../kit/specimen';
import { ChaosLine, MortalWorker } from './faults';

/** How much goes wrong in one history. */
export interface Chaos {
  readonly seed: number;
  readonly trouble: number;
  /** So many posts are stored long after their answer was lost. */
  readonly storesLate?: number;
}

const POSTS = 3;
const MOST_WAKES = 400;
const CHANGED = 'Intussen anders.';
const NEVER = new Promise<never>(() => undefined);

/** What a person sent in one history, and what it was sent over. */
export interface Played {
  readonly person: Person;
  readonly line: ChaosLine;
  /** In the order in which they were sent. */
  readonly entries: readonly Entry[];
  /** The first post was corrected. */
  readonly corrected: Entry | null;
}

/** A person writes, answers and corrects while things go wrong by the seed; then all is calm, and time goes on. */
export async function play(specimen: Specimen, { seed, trouble, storesLate = 0 }: Chaos): Promise<Played> {
  const random = seeded(seed);
  const person = await Person.connected(specimen);
  const line = new ChaosLine(person.fake, specimen, person.clock, random, trouble, storesLate);
  const background = new Background(person, line, random);
  const { moderation } = person.fake;
  if (moderation !== undefined) moderation.holds = random() < 0.5;
  const entries: Entry[] = [];
  for (let number = 0; number < POSTS; number += 1) {
    entries.push(await person.send(`Bericht ${number}`));
    if (random() < 0.6) await background.wake();
    person.now += between(random, 0, 20) * SECOND_MS;
  }
  await background.restUntil(() => person.now + 20 * MINUTE_MS);
  if (moderation !== undefined) {
    moderation.holds = false;
    moderation.publish();
  }
  await background.restUntil(() => Number.POSITIVE_INFINITY);
  const [first] = entries;
  if (first === undefined) throw new Error('Nothing was sent');
  if (person.community.kind !== 'page') entries.push(await answer(person, first));
  const corrected = person.community.canEdit ? await correct(person, first) : null;
  line.trouble += Math.ceil(trouble / 2);
  await background.restUntil(() => person.now + 10 * MINUTE_MS);
  line.trouble = 0;
  await background.restUntil(() => Number.POSITIVE_INFINITY);
  person.now += 5 * MINUTE_MS;
  await background.wake(); // whatever was on its way for long has come in
  return { person, line, entries, corrected };
}

async function answer(person: Person, { id }: Entry): Promise<Entry> {
  const draft = must(await beginAnswer(person.db, id, person));
  return sendChanged(person, draft, { title: 'Een aanvulling', did: 'Dat ook nog.' });
}

async function correct(person: Person, { id }: Entry): Promise<Entry> {
  return sendChanged(person, must(await beginCorrection(person.db, id, person)), { did: CHANGED });
}

async function sendChanged(
  person: Person,
  begun: Draft,
  changes: Partial<Draft['practice']>,
): Promise<Entry> {
  const { db, clock, community } = person;
  const change = { draftId: begun.id, revision: begun.revision, practice: { ...begun.practice, ...changes } };
  const {
    id: draftId,
    revision,
    practice,
    reference,
    corrects,
    answers,
  } = must(await saveDraft(db, change, clock));
  const { placeId, audience } = corrects ?? answers ?? { placeId: null, audience: 'members' as const };
  const text = person.textOf(practice, reference);
  const order = { draftId, revision, communityId: community.id, placeId, audience, text, restsUntil: null };
  return must(await enqueue(db, order, { clock, words: WORDINGS.nl }));
}

/** Wakes and delivers as the browser has it, with workers that may die. */
class Background {
  private lock = createLock();

  constructor(
    private readonly person: Person,
    private readonly line: ChaosLine,
    private readonly random: Random,
  ) {}

  /** One worker is woken, by one signal or by several at once. */
  async wake(): Promise<void> {
    const worker = new MortalWorker();
    const signals = between(this.random, 1, 3);
    this.line.comeIn();
    const runs = Array.from({ length: signals }, () => this.deliver(worker));
    await Promise.race([Promise.all(runs), worker.death]);
    if (!worker.isDead) return;
    await untilQuiet();
    this.lock = createLock(); // those of the dead go with them
  }

  /** Wakes whenever something is due, until then or until nothing is. */
  async restUntil(end: () => number): Promise<void> {
    const until = end();
    for (let wakes = 0; wakes < MOST_WAKES; wakes += 1) {
      const dueAt = await nextDueAt(this.person.db);
      if (dueAt === null || dueAt > until) return;
      this.person.now = Math.max(this.person.now + SECOND_MS, dueAt);
      await this.wake();
    }
  }

  private async deliver(worker: MortalWorker): Promise<void> {
    const { db, clock, connector } = this.person;
    const http = createNotedHttp(this.line.httpOf(worker), (url, purpose, limits) =>
      noteWithin(db, sentRequest(url, purpose, clock()), limits),
    );
    const inner = createPerform(db, http, clock, () => connector);
    const perform: DeliverPorts['perform'] = async (...asked) => worker.survives(inner(...asked));
    const lock: DeliverPorts['lock'] = (name, work) =>
      this.lock(name, () => (worker.isDead ? NEVER : Promise.race([work(), worker.death.then(() => NEVER)])));
    must(await deliver({ db, clock, random: this.random, perform, lock }));
  }
}

/** What a worker had given to the disk before it died is on it. */
async function untilQuiet(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Whether the platform has the corrected text under this reference. */
export function standsCorrected({ fake }: Person, { reference }: Entry): boolean {
  return fake.posts().some(({ text }) => text.includes(reference) && text.includes(CHANGED));
}
