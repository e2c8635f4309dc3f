import type { Result } from '@/utils/kernel/result';
import type { Purpose } from '@/utils/privacy/ledger-row';
import type { Failure, Operation, PlainRequest, PlainResponse } from './connector';
import type { Http } from './http';

/** As `Http`, for the ledger: every request says what it is for, or is null where whoever sends it has noted it already. */
export type NotedHttp = (
  request: PlainRequest,
  purpose: Purpose | null,
) => Promise<Result<PlainResponse, Failure>>;

/** Notes that a request to this address is about to leave; rejects where it cannot. */
export type Note = (url: string, purpose: Purpose) => Promise<void>;

/** Notes each request before it leaves. */
export function createNotedHttp(http: Http, note: Note): NotedHttp {
  return async (request, purpose) => {
    // Where the disk refuses the note nothing leaves: it could not keep the answer either, and the ledger must not lie.
    if (purpose !== null) await note(request.url, purpose);
    const answer = await http(request);
    const led = answer.ok ? answer.value.url : undefined;
    if (led !== undefined && new URL(led).origin !== new URL(request.url).origin)
      await note(led, purpose ?? 'connect');
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
