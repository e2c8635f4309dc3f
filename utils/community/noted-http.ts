import { fail, type Result } from '@/utils/kernel/result';
import type { Purpose } from '@/utils/privacy/ledger-row';
import type { RateLimit } from './community';
import type { Failure, Operation, PlainRequest, PlainResponse } from './connector';
import { keptBack } from './failure';
import type { Http } from './http';

/**
 * As `Http`, for the ledger: every request says what it is for, or is null where whoever sends it has noted it already.
 * What would be more than `limits` does not leave: see `keptBack`.
 */
export type NotedHttp = (
  request: PlainRequest,
  purpose: Purpose | null,
  limits?: readonly RateLimit[],
) => Promise<Result<PlainResponse, Failure>>;

/** Notes that a request to this address is about to leave; rejects where it cannot. */
export type Note = (url: string, purpose: Purpose) => Promise<void>;

/** As `Note`, and gives 0; where these limits do not allow it, notes nothing and gives in how many ms they will. */
export type NoteWithin = (
  url: string,
  purpose: Purpose,
  limits: readonly RateLimit[] | undefined,
) => Promise<number>;

/** Notes each request before it leaves. */
export function createNotedHttp(http: Http, note: NoteWithin): NotedHttp {
  return async (request, purpose, limits) => {
    // Where the disk refuses the note nothing leaves: it could not keep the answer either, and the ledger must not lie.
    const waitMs = purpose === null ? 0 : await note(request.url, purpose, limits);
    if (waitMs > 0) return fail(keptBack(waitMs));
    const answer = await http(request);
    const led = answer.ok ? answer.value.url : undefined;
    if (led !== undefined && new URL(led).origin !== new URL(request.url).origin)
      await note(led, purpose ?? 'connect', undefined);
    return answer;
  };
}

const PURPOSE_OF: Readonly<Record<Operation['verb'], Purpose>> = {
  me: 'connect',
  capabilities: 'connect',
  places: 'places',
  calls: 'read',
  send: 'send',
  attach: 'send',
  find: 'look',
  thread: 'read',
  mark: 'thank',
  invite: 'invite',
  remove: 'withdraw',
};

/** What an operation's requests are for. */
export function purposeOf(operation: Operation): Purpose {
  if (operation.verb === 'send' && operation.edits !== undefined) return 'correct';
  // Of others, or without a marker: no post of ours is looked for, what is there is read.
  if (operation.verb === 'find' && (operation.authorId === null || operation.marker === '')) return 'read';
  return PURPOSE_OF[operation.verb];
}
