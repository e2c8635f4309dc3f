import type { Failure, OperationValues } from '@/utils/community/connector';
import { keptBackFor } from '@/utils/community/failure';
import type { Step } from './backoff';
import { SENDING_AT_ONCE } from './times';

/** What came of one entry: the community answered for good, or how it failed. */
export type Came =
  | { readonly delivered: true; readonly allowance?: OperationValues['send']['allowance'] }
  | { readonly delivered: false; readonly failure: Failure };

/** Counts what comes of a round of requests, and says when no more of them should begin. */
export class Tally {
  taken = 0;
  delivered = 0;
  signedOut = false;
  private wentWell = 0;
  private wentWellBefore = Number.NEGATIVE_INFINITY;
  private restMs: number | undefined;
  private isStopped = false;
  private readonly failures: Step['failures'][number][] = [];

  constructor(private readonly most: number) {}

  /** Whether another one may begin: after a failure all that is under way has to tell first whether it is over. */
  get goesOn(): boolean {
    const isWell = this.failures.length === 0 && !this.signedOut && this.restMs === undefined;
    return isWell && !this.isStopped && this.taken < this.most;
  }

  /** Something of ours went wrong, such as the disk: no other one begins. */
  stop(): void {
    this.isStopped = true;
  }

  /** A request begins; give back what it answers when it is known what came of it. */
  begin(): (came: Came) => void {
    const before = this.wentWell;
    return (came) => this.note(came, before);
  }

  /**
   * It went well if something did since the last one began that failed: one entry that fails among others is its own
   * matter. A refusal is an answer too: the community is there, and only that entry is stuck.
   */
  get step(): Step {
    const { failures, restMs } = this;
    const wentWell = this.wentWell > Math.max(0, this.wentWellBefore);
    return { wentWell, failures, ...(restMs === undefined ? {} : { restMs }) };
  }

  private note(came: Came, before: number): void {
    if (came.delivered) this.delivered += 1;
    const waitMs = came.delivered ? null : keptBackFor(came.failure);
    if (waitMs !== null) {
      this.restMs = Math.max(this.restMs ?? 0, waitMs);
      return;
    }
    if (!came.delivered && came.failure.kind === 'retry') {
      this.failures.push(came.failure);
      this.wentWellBefore = Math.max(this.wentWellBefore, before);
      return;
    }
    this.wentWell += 1;
    if (!came.delivered && came.failure.kind === 'auth' && came.failure.why === 'expired')
      this.signedOut = true;
    // The last few are left to what the person does by hand, and to what is under way.
    if (came.delivered && came.allowance !== undefined && came.allowance.left < SENDING_AT_ONCE) {
      this.restMs = Math.max(this.restMs ?? 0, came.allowance.resetMs);
    }
  }
}
