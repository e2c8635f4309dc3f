import type { Failure, PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Http } from '@/utils/community/http';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Fake } from './specimen';

/** What goes wrong with one request: on its way there, on its way back, or with what comes back. */
export type Fault =
  | 'lost before'
  | 'lost after'
  | 'page after'
  | 'cut off after'
  | 'never answers'
  | 'never answers after'
  | { readonly answer: PlainResponse };

const NEVER = new Promise<never>(() => {});
const PORTAL = '<!doctype html><html><title>Aanmelden</title><p>Meld je aan bij het wifi-netwerk.</p></html>';

/** The line between us and a platform, and what goes wrong on it. */
export class Line {
  readonly requests: PlainRequest[] = [];
  /** Taken one by one by the writes that leave; without any all goes well. */
  readonly faults: (Fault | null)[] = [];
  /** Holds for every request while it is set. */
  always: Fault | null = null;

  constructor(private readonly fake: Fake) {}

  get writes(): readonly PlainRequest[] {
    return this.requests.filter(({ method }) => method !== 'GET');
  }

  readonly http: Http = async (request) => {
    this.requests.push(request);
    const isWrite = request.method !== 'GET';
    const fault = this.always ?? (isWrite ? (this.faults.shift() ?? null) : null);
    if (fault === null) return succeed(this.fake.answer(request));
    if (typeof fault === 'object') return succeed(fault.answer);
    if (fault === 'never answers') return NEVER;
    if (fault === 'lost before') return lost(isWrite);
    const answer = this.fake.answer(request);
    switch (fault) {
      case 'lost after':
        return lost(isWrite);
      case 'never answers after':
        return NEVER;
      case 'page after':
        return succeed({ status: 200, headers: { 'content-type': 'text/html' }, text: PORTAL });
      case 'cut off after':
        return succeed({ ...answer, text: answer.text.slice(0, Math.floor(answer.text.length / 2)) });
    }
  };
}

function lost(isWrite: boolean): Result<never, Failure> {
  return fail({ kind: 'retry', applied: isWrite ? 'unknown' : 'no', answered: false });
}
