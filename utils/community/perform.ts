import { fail, type Result } from '@/utils/kernel/result';
import type {
  Account,
  Connector,
  Failure,
  Operation,
  OperationValues,
  PlainRequest,
  PlainResponse,
  Reading,
} from './connector';
import { readable } from './failure';
import { type NotedHttp, purposeOf } from './noted-http';

const MOST_STEPS = 4;

/** How far one operation came. */
export interface Progress {
  /** A step of it wrote something, and the platform did not refuse that. */
  hasWritten: boolean;
}

/**
 * Has a connector do one operation: build, send, read, and what a reader wants done first. A request that would leave
 * the account's origin is a bug and throws: the token is bound to it. `noted`: the first stands in the ledger already.
 * `progress` is kept for whoever goes on after a failure.
 */
export async function performWith<Verb extends Operation['verb']>(
  connector: Connector,
  account: Account,
  operation: Extract<Operation, { verb: Verb }>,
  http: NotedHttp,
  noted = false,
  progress: Progress = { hasWritten: false },
): Promise<Result<OperationValues[Verb], Failure>> {
  let step = operation;
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const request = connector.build(step, account);
    if (!mayGoTo(account, new URL(request.url).origin)) throw new Error('A request left its community');
    const answer = await http(asAccount(request, account), noted && count === 0 ? null : purposeOf(step));
    if (!answer.ok) return fail(afterWriting(answer.error, progress));
    const reading: Reading<Verb> = connector.read(step, answer.value, account);
    if ('ok' in reading)
      return reading.ok ? reading : fail(forPeople(afterWriting(reading.error, progress), account));
    progress.hasWritten ||= isWrite(request) && !isRefused(answer.value);
    step = reading.next as Extract<Operation, { verb: Verb }>; // a reader asks for steps of its own verb only
  }
  return fail({ kind: 'retry', applied: 'unknown', answered: true });
}

function isWrite({ method, asks }: PlainRequest): boolean {
  return method !== 'GET' && asks !== true;
}

/** Definitely: nothing was written. */
function isRefused({ status }: PlainResponse): boolean {
  return status >= 400 && status < 500;
}

/** Cookies go to the community's own origin only. */
function asAccount(request: PlainRequest, { origin, asSignedIn }: Account): PlainRequest {
  const withCookies = asSignedIn === true && new URL(request.url).origin === origin;
  return withCookies ? { ...request, asSignedIn } : request;
}

function mayGoTo({ origin, elsewhere = {} }: Account, to: string): boolean {
  return to === origin || Object.hasOwn(elsewhere, to);
}

/** What failed is a later step: whether the platform did what an earlier one wrote, only it can tell. */
function afterWriting(failure: Failure, { hasWritten }: Progress): Failure {
  return hasWritten && failure.kind === 'retry' ? { ...failure, applied: 'unknown' } : failure;
}

/**
 * A refusal as the person reads it, and whoever they ask for help: some servers repeat in it what they were sent, and
 * some say nothing but a code.
 */
function forPeople(failure: Failure, { token, elsewhere = {} }: Account): Failure {
  if (failure.kind !== 'invalid') return failure;
  const secrets = [token, ...Object.values(elsewhere)].map((one) => one.replace(/^\w+ /u, ''));
  const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  const said = known.reduce((text, secret) => text.replaceAll(secret, '…'), failure.message);
  return { ...failure, message: readable(said) };
}

/** A shorter one is a word as well, or none. */
const SHORTEST_SECRET = 8;
