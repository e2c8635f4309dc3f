import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Sync, scheduleSync } from '@/entrypoints/background/schedule-sync';
import { SECOND_MS } from '@/utils/kernel/clock';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { DEEDS } from '../outbox/model/deeds';
import { Person } from '../outbox/model/person';
import type { Habit } from '../outbox/model/server';
import { ModelWorld } from '../outbox/model/world';

const TICK_MS = 5 * SECOND_MS;

/** A browser over days: its alarm and timer, a worker that delivers, a server, and every request with its moment. */
export class Simulation {
  readonly world: ModelWorld;
  readonly person = new Person();
  /** By the clock that never jumps. */
  readonly requestsAt: number[] = [];
  /** What delivery could not do, and why: nothing here makes a disk refuse. */
  readonly failures: unknown[] = [];
  sync: Sync;
  private alarmAt: number | null = null;
  private network = new EventTarget();
  private underway = 0;

  constructor(habit: Habit) {
    this.world = new ModelWorld(habit);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: this.world.clock() });
    vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation((async (
      _name: string,
      { when }: { when: number },
    ) => {
      this.alarmAt = when;
    }) as never);
    vi.spyOn(fakeBrowser.alarms, 'clear').mockImplementation(async () => {
      this.alarmAt = null;
      return true;
    });
    this.sync = this.startWorker();
  }

  /** A worker starts; the timers of the one before went with it. */
  startWorker(): Sync {
    vi.clearAllTimers();
    fakeBrowser.reset();
    const { world } = this;
    this.network = new EventTarget();
    vi.stubGlobal('addEventListener', this.network.addEventListener.bind(this.network));
    this.sync = scheduleSync({
      run: () => this.watched(world.deliver()),
      nextDueAt: () => nextDueAt(world.db),
      hurry: () => makeDue(world.db, world.clock),
      failed: (error) => this.failures.push(error),
    });
    return this.sync;
  }

  async write(count: number): Promise<void> {
    await this.world.signIn('ann');
    for (let n = 0; n < count; n += 1) await DEEDS.writeAndSend(this.person, this.world, 1);
    this.world.server.pass(10 * SECOND_MS); // some of them rest
    vi.setSystemTime(this.world.clock());
  }

  /** Time goes by; the browser rings where something is due. */
  async pass(ms: number): Promise<void> {
    const { world } = this;
    for (let passed = 0; passed < ms; passed += TICK_MS) {
      world.server.pass(TICK_MS);
      vi.advanceTimersByTime(TICK_MS);
      vi.setSystemTime(world.clock());
      if (this.alarmAt !== null && this.alarmAt <= world.clock()) {
        this.alarmAt = null;
        await fakeBrowser.alarms.onAlarm.trigger({ name: 'deliver' } as never);
      }
      await this.settle();
    }
  }

  /** The browser says that the network is back. */
  async online(): Promise<void> {
    this.network.dispatchEvent(new Event('online'));
    await this.settle();
  }

  jump(ms: number): void {
    this.world.skew += ms;
    vi.setSystemTime(this.world.clock());
  }

  private async watched(run: Promise<void>): Promise<boolean> {
    this.underway += 1;
    await run.finally(() => {
      this.underway -= 1;
    });
    return true;
  }

  /** Until nothing more is asked; the requests of this moment are noted. */
  async settle(): Promise<void> {
    for (let calm = 0; calm < 4; calm += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.underway > 0) calm = 0;
      while (this.requestsAt.length < this.world.asked.length) {
        this.requestsAt.push(this.world.server.now);
        calm = 0;
      }
    }
    for (const failure of this.failures) throw failure;
  }
}
