import type { Community } from '@/utils/community/community';
import type { Failure } from '@/utils/community/connector';
import { createPerform, keepCommunity } from '@/utils/community/store';
import { fail } from '@/utils/kernel/result';
import { type DeliverPorts, deliver } from '@/utils/outbox/deliver';
import type { OutboxDatabase } from '@/utils/outbox/store';
import { MemoryDatabase } from '../../support/memory-database';
import { Worker } from '../../support/mortal-worker';
import { aCommunity } from '../../support/outbox-world';
import { Patience } from './patience';
import { type Habit, ModelServer } from './server';

const NEVER = new Promise<never>(() => undefined);
const LOST = fail<Failure>({ kind: 'retry', applied: 'unknown', answered: false });
const BEGIN = Date.UTC(2026, 10, 24, 9);

/** What went over the wire, and when by the clock that never jumps. */
export interface Asked {
  readonly method: string;
  readonly token: string;
  readonly body: string;
  readonly status: number | null;
}

/** The real outbox, on tables in memory, with a server, a clock that may jump, and workers that may die. */
export class ModelWorld {
  readonly memory = new MemoryDatabase();
  readonly server: ModelServer;
  readonly asked: Asked[] = [];
  /** How far our clock is beside the server's. */
  skew = 0;
  readonly patience = new Patience();
  /** Two workers that share no lock know nothing of each other's answers. */
  isWatched = true;
  private readonly queues = new Map<string, Promise<unknown>>();
  private signIns = 0;

  constructor(readonly habit: Habit) {
    this.server = new ModelServer(habit);
    this.server.now = BEGIN;
  }

  readonly clock = (): number => this.server.now + this.skew;

  get db(): OutboxDatabase {
    return this.memory.asOutbox;
  }

  communityOf(accountId: string): Community {
    const keepsKeys = this.habit === 'keeps keys';
    return aCommunity({ accountId, accountName: accountId, keepsKeys, connectedAt: this.clock() });
  }

  /** A new sign-in; what was given out before no longer counts. */
  async signIn(accountId: string): Promise<void> {
    this.signIns += 1;
    const token = `${accountId}-${this.signIns}`;
    this.signOut(accountId);
    this.server.tokens.set(token, accountId);
    await keepCommunity(this.memory.asOutbox as never, this.communityOf(accountId), token);
  }

  signOut(accountId: string): void {
    for (const [token, owner] of this.server.tokens)
      if (owner === accountId) this.server.tokens.delete(token);
  }

  /** Has a community do something because the person asked, and waits. */
  get perform() {
    return createPerform(
      this.memory.asOutbox as never,
      (request) => this.send(request, new Worker()),
      this.clock,
    );
  }

  /** One worker delivers, until it is done or dies. */
  async deliver(worker = new Worker(), lock = this.lockOf(worker)): Promise<void> {
    const { db, clock } = this;
    const perform = createPerform(
      this.memory.asOutbox as never,
      (request) => this.send(request, worker),
      clock,
    );
    const ports = { db, clock, random: () => 0.999, perform, lock };
    const run = this.memory.as(worker, () => deliver(ports));
    await Promise.race([run, worker.death]);
  }

  /** The browser's locks: one after another, and those of a worker that dies go with it. */
  private lockOf(worker: Worker): DeliverPorts['lock'] {
    return <Value>(name: string, work: () => Promise<Value>) => {
      const turn = (this.queues.get(name) ?? Promise.resolve()).then(() =>
        Promise.race([work(), worker.death]),
      );
      this.queues.set(name, turn);
      return turn as Promise<Value>;
    };
  }

  private async send(request: Parameters<ModelServer['answer']>[0], worker: Worker) {
    await worker.step();
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const account = token.split('-')[0] ?? '';
    const { server, patience } = this;
    const isDelivery = request.method !== 'DELETE'; // that is the person, who waits for the answer
    if (this.isWatched && isDelivery) patience.comes(account, server.now, worker);
    const answer = server.answer(request);
    if (answer?.ok === true && isDelivery) patience.hears(account, answer.value, server.now, worker);
    const status = answer?.ok === true ? answer.value.status : null;
    this.asked.push({ method: request.method, token, body: request.body ?? '', status });
    if (answer === null && !isDelivery) return LOST;
    if (answer === null) {
      worker.die(); // the browser ends a worker whose request never ends
      patience.forget(); // what it was told, it may not have written down
      return NEVER;
    }
    await worker.step();
    return answer;
  }
}
