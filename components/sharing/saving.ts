/** A throttle, never a debounce: the first key is saved at once, and no key waits longer than this. */
export const SAVE_EVERY_MS = 500;

/** A disk that refused is asked again this often, as long as there is something unsaved. */
export const SAVE_AGAIN_MS = 2_000;

export type SaveOutcome = 'saved' | 'refused' | 'stopped';
export type SavingState = 'saved' | 'saving' | 'not-saved';

/** Time and disk, from outside. */
export interface SavingPorts {
  /** Puts what stands there now on disk. `refused` is tried again; `stopped` is not. */
  save(): Promise<SaveOutcome>;
  now(): number;
  /** Runs `action` after `ms`; returns how to call that off. */
  after(ms: number, action: () => void): () => void;
  onState(state: SavingState): void;
}

/** Decides when to save; what is saved is the caller's. One save at a time, except when the page goes. */
export class Saving {
  private dirty = false;
  private stopped = false;
  private inFlight = 0;
  private latest: Promise<boolean> | null = null;
  private startedAt = Number.NEGATIVE_INFINITY;
  private callOff: (() => void) | null = null;

  constructor(private readonly ports: SavingPorts) {}

  /** Something was typed. */
  changed(): void {
    this.dirty = true;
    this.ports.onState(this.stopped ? 'not-saved' : 'saving');
    if (this.inFlight === 0 && !this.stopped) this.plan(SAVE_EVERY_MS);
  }

  /** Resolves once all that was typed is on disk (true), or the disk refused (false). */
  async flush(): Promise<boolean> {
    while (this.dirty || this.inFlight > 0) {
      if (this.stopped) return false;
      const saved = await (this.inFlight > 0 ? this.latest : this.start());
      if (!saved) return false;
    }
    return true;
  }

  /** The page is going: what is unsaved goes now, even while an earlier save is under way. */
  leave(): void {
    if (this.dirty && !this.stopped) void this.start();
  }

  /** Nothing is saved any more: the person deleted it. */
  end(): void {
    this.callOff?.();
    this.callOff = null;
    this.dirty = false;
    this.stopped = true;
  }

  /** Whether everything typed is on disk. */
  isSettled(): boolean {
    return !this.dirty && this.inFlight === 0;
  }

  private start(): Promise<boolean> {
    this.callOff?.();
    this.callOff = null;
    this.dirty = false;
    this.startedAt = this.ports.now();
    this.inFlight += 1;
    this.ports.onState('saving');
    this.latest = this.ports.save().then((outcome) => this.settle(outcome));
    return this.latest;
  }

  private settle(outcome: SaveOutcome): boolean {
    this.inFlight -= 1;
    this.stopped = outcome === 'stopped';
    if (outcome !== 'saved') this.dirty = true;
    if (outcome !== 'saved') this.ports.onState('not-saved');
    else if (this.isSettled()) this.ports.onState('saved');
    if (this.dirty && !this.stopped) this.plan(outcome === 'refused' ? SAVE_AGAIN_MS : SAVE_EVERY_MS);
    return outcome === 'saved';
  }

  private plan(everyMs: number): void {
    if (this.callOff !== null) return;
    const wait = this.startedAt + everyMs - this.ports.now();
    if (wait <= 0) void this.start();
    else this.callOff = this.ports.after(wait, () => void this.start());
  }
}
