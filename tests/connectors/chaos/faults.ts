import { between, pick } from '@/scripts/seeded';
import type { Failure, PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Http } from '@/utils/community/http';
import { type Clock, MINUTE_MS } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Fake, Specimen } from '../kit/specimen';

/** What may happen to a request; `stored late` is what no client can know of. */
export type Fault =
  | 'lost before'
  | 'lost after'
  | 'page after'
  | 'cut off after'
  | 'ill before'
  | 'ill after'
  | 'too many'
  | 'said twice'
  | 'dies before'
  | 'dies after'
  | 'stored late';

const FAULTS: readonly Fault[] = [
  ...['lost before', 'lost after', 'lost after', 'page after', 'cut off after'],
  ...['ill before', 'ill after', 'too many', 'said twice', 'dies before', 'dies after', 'dies after'],
] as readonly Fault[];

/** Longer than we wait for a lost answer to be stored. */
const LATE_MS = 3 * MINUTE_MS;
const PORTAL = '<!doctype html><title>Aanmelden</title><p>Meld je aan bij het wifi-netwerk.</p>';
const NEVER = new Promise<never>(() => undefined);

/** A worker of the background; whatever a dead one waits for never comes. */
export class MortalWorker {
  isDead = false;
  private tell: () => void = () => undefined;
  readonly death = new Promise<void>((resolve) => {
    this.tell = resolve;
  });

  die(): void {
    this.isDead = true;
    this.tell();
  }

  /** Comes to its end, unless the worker dies before. */
  async survives<Value>(work: Promise<Value>): Promise<Value> {
    const value = await work;
    return this.isDead ? NEVER : value;
  }
}

/** A line on which things go wrong by the seed, as long as there is trouble left. */
export class ChaosLine {
  /** When each request left. */
  readonly left: number[] = [];
  readonly played = new Map<Fault, number>();
  private late: { readonly at: number; readonly request: PlainRequest }[] = [];
  private readonly said: readonly PlainResponse[];

  constructor(
    private readonly fake: Fake,
    private readonly specimen: Specimen,
    private readonly clock: Clock,
    private readonly random: Random,
    /** So many faults in all. */
    public trouble: number,
    /** Instead of any other: so many writes are stored long after their answer was lost. */
    public storesLate = 0,
  ) {
    this.said = specimen.refusals
      .filter(({ means }) => means.kind === 'duplicate' && means.ref === undefined)
      .map(({ answer }) => answer);
  }

  /** What was on its way for long comes in. */
  comeIn(): void {
    const due = this.late.filter(({ at }) => at <= this.clock());
    this.late = this.late.filter(({ at }) => at > this.clock());
    for (const { request } of due) this.fake.answer(request);
  }

  httpOf(worker: MortalWorker): Http {
    return (request) => worker.survives(this.send(request, worker));
  }

  private async send(request: PlainRequest, worker: MortalWorker): Promise<Result<PlainResponse, Failure>> {
    if (worker.isDead) return NEVER;
    this.left.push(this.clock());
    const isWrite = request.method !== 'GET';
    const fault = this.next(isWrite);
    if (fault === null) return succeed(this.fake.answer(request));
    this.played.set(fault, (this.played.get(fault) ?? 0) + 1);
    return this.happen(fault, request, isWrite, worker);
  }

  private next(isWrite: boolean): Fault | null {
    if (isWrite && this.storesLate > 0) {
      this.storesLate -= 1;
      return 'stored late';
    }
    if (this.trouble <= 0 || this.random() < 0.45) return null;
    this.trouble -= 1;
    const fault = pick(this.random, FAULTS);
    return fault === 'said twice' && (this.said.length === 0 || !isWrite) ? 'lost after' : fault;
  }

  private happen(
    fault: Fault,
    request: PlainRequest,
    isWrite: boolean,
    worker: MortalWorker,
  ): Result<PlainResponse, Failure> | Promise<never> {
    const lost = fail<Failure>({ kind: 'retry', applied: isWrite ? 'unknown' : 'no', answered: false });
    if (fault === 'too many') return succeed(this.specimen.limited.answer);
    if (fault === 'stored late') this.late.push({ at: this.clock() + LATE_MS, request });
    if (fault === 'lost before' || fault === 'stored late') return lost;
    if (fault === 'ill before') return succeed(this.ill());
    if (fault === 'dies before') {
      worker.die();
      return NEVER;
    }
    const answer = this.fake.answer(request);
    switch (fault) {
      case 'dies after':
        worker.die();
        return NEVER;
      case 'page after':
        return succeed({ status: 200, headers: { 'content-type': 'text/html' }, text: PORTAL });
      case 'cut off after':
        return succeed({ ...answer, text: answer.text.slice(0, Math.floor(answer.text.length / 2)) });
      case 'ill after':
        return succeed(this.ill());
      case 'said twice':
        return succeed(pick(this.random, this.said));
      case 'lost after':
        return lost;
    }
  }

  private ill(): PlainResponse {
    return { status: between(this.random, 500, 504), headers: {}, text: '<h1>Even geduld</h1>' };
  }
}
