import type { PlainResponse } from '@/utils/community/connector';
import { DAY_MS, SECOND_MS } from '@/utils/kernel/clock';
import type { Worker } from '../../support/mortal-worker';

interface Asked {
  /** By the server's clock. */
  readonly until: number;
  readonly worker: Worker;
  /** What was under way beside the request that was told so. */
  grace: number;
}

const BESIDE = 3;

/** Remembers until when a server asked each account to wait, and notices who comes back before. */
export class Patience {
  private readonly asked = new Map<string, Asked>();
  isBroken = false;

  /** An account asks something, at this moment of the server's clock. */
  comes(account: string, now: number, worker: Worker): void {
    const asked = this.asked.get(account);
    if (asked === undefined || now >= asked.until) return;
    if (asked.worker === worker && asked.grace > 0) asked.grace -= 1;
    else this.isBroken = true;
  }

  hears(account: string, { status, headers }: PlainResponse, now: number, worker: Worker): void {
    const ms = waitOf(headers['retry-after'] ?? '', now);
    if ((status === 429 || status === 503) && ms > 0)
      this.asked.set(account, { until: now + Math.min(ms, DAY_MS), worker, grace: BESIDE });
  }

  /** What was asked may not be known any more: the worker died, or our clock jumped. */
  forget(): void {
    this.asked.clear();
  }
}

function waitOf(retryAfter: string, now: number): number {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * SECOND_MS;
  return /GMT$/.test(retryAfter) ? Date.parse(retryAfter) - now : 0;
}
