import type { Store } from './store';

/** Does something for several at once; answers for each, in their order. It may be done again. */
type Work<Item, Answer> = (store: Store, items: readonly Item[]) => Promise<readonly Answer[]>;

/** What an item takes for itself: two that take the same are never under way together. */
type Takes<Item> = (item: Item) => readonly string[];

interface Waiting<Item, Answer> {
  readonly item: Item;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

const MOST_TOGETHER = 25;
/** One that waits for another node does not keep everybody waiting. */
const MOST_UNDER_WAY = 4;

/**
 * Work for one, done together for all who come at the same moment: the database is asked once for many, and only after
 * the last of them came. Where it fails for several it is done for each alone: nobody pays for a neighbour.
 */
export function gathered<Item, Answer>(
  work: Work<Item, Answer>,
  takes: Takes<Item> = () => [],
): (store: Store, item: Item) => Promise<Answer> {
  const queues = new WeakMap<Store, Queue<Item, Answer>>();
  return (store, item) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(store) ?? new Queue((items) => work(store, items), takes);
      queues.set(store, queue);
      queue.add({ item, resolve, reject });
    });
}

class Queue<Item, Answer> {
  #waiting: readonly Waiting<Item, Answer>[] = [];
  #isDue = false;
  readonly #underWay = new Set<readonly Waiting<Item, Answer>[]>();

  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly takes: Takes<Item>,
  ) {}

  add(one: Waiting<Item, Answer>): void {
    this.#waiting = [...this.#waiting, one];
    if (!this.#isDue) this.#waitForOthers(0);
    this.#isDue = true;
  }

  /** Each turn of the event loop reads what came over the network meanwhile: as long as somebody did, the next may too. */
  #waitForOthers(before: number): void {
    setImmediate(() => {
      const { length } = this.#waiting;
      if (length > before && length < MOST_TOGETHER) this.#waitForOthers(length);
      else void this.#begin();
    });
  }

  async #begin(): Promise<void> {
    this.#isDue = false;
    if (this.#underWay.size >= MOST_UNDER_WAY) return;
    const busy = [...this.#underWay].flat();
    const [batch, rest] = takeBatch(this.#waiting, busy, MOST_TOGETHER, ({ item }) => this.takes(item));
    this.#waiting = rest;
    if (batch.length === 0) return;
    this.#underWay.add(batch);
    await this.#doTogether(batch);
    this.#underWay.delete(batch);
    await this.#begin();
  }

  async #doTogether(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(batch.map(({ item }) => item));
      for (const [n, answer] of answers.entries()) batch[n]?.resolve(answer);
    } catch (error) {
      if (batch.length === 1) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.#doTogether([one]);
    }
  }
}

/**
 * The first of those who wait who take nothing that is taken, by those who are busy or by somebody before them; and who
 * waits on. Both in their order.
 */
export function takeBatch<Item>(
  waiting: readonly Item[],
  busy: readonly Item[],
  most: number,
  takes: Takes<Item>,
): [batch: Item[], rest: Item[]] {
  const taken = new Set(busy.flatMap(takes));
  const [batch, rest]: [Item[], Item[]] = [[], []];
  for (const item of waiting) {
    const wanted = takes(item);
    const isFree = batch.length < most && !wanted.some((name) => taken.has(name));
    for (const name of wanted) taken.add(name); // also where it waits: nobody who takes the same overtakes it
    (isFree ? batch : rest).push(item);
  }
  return [batch, rest];
}
