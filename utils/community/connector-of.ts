import type { Clock } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
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
import { serverTime } from './server-time';

type Verb = Operation['verb'];

/** Makes a result of a successful answer. `now`: epoch ms, by our clock. */
export type Reader<V extends Verb> = (
  response: PlainResponse,
  operation: Extract<Operation, { verb: V }>,
  account: Account,
  now: number,
) => Reading<V>;

/** What one platform knows of its own. */
export interface Dialect {
  readonly id: string;
  build(operation: Operation, account: Account): PlainRequest;
  /** What an answer that is no success means; null for a success. `now` is the server's, where it says. */
  failureFrom(response: PlainResponse, write: boolean, now: number): Failure | null;
  /** What a refusal means for what was asked, where it is more than a failure; null where it is not. */
  readonly meaningOf?: (
    operation: Operation,
    failure: Failure,
    response: PlainResponse,
  ) => Reading<Verb> | null;
  /** Of verbs that are missing there is nothing on this platform. */
  readonly readers: { readonly [V in Verb]?: Reader<V> };
}

const WRITES: readonly Verb[] = ['send', 'attach', 'mark', 'invite', 'remove'];

/** A connector, of what is a platform's own. */
export function connectorOf(dialect: Dialect, clock: Clock): Connector {
  const read = <V extends Verb>(
    operation: Extract<Operation, { verb: V }>,
    response: PlainResponse,
    account: Account,
  ): Reading<V> => {
    const asked: Operation = operation;
    const { verb } = asked;
    const now = clock();
    const failure = dialect.failureFrom(response, WRITES.includes(verb), serverTime(response) ?? now);
    if (failure === null) {
      const reader = dialect.readers[verb as V] as Reader<V> | undefined;
      return reader?.(response, operation, account, now) ?? fail({ kind: 'invalid', message: 'not offered' });
    }
    const meaning = dialect.meaningOf?.(asked, failure, response) ?? null;
    if (meaning !== null) return meaning as Reading<V>;
    if (isAsWanted(asked, failure)) return succeed(null as OperationValues[V]);
    // A server that does not know the address is another kind of server.
    return fail(failure.kind === 'gone' && verb === 'capabilities' ? { kind: 'not-a-community' } : failure);
  };
  return { id: dialect.id, build: dialect.build, read };
}

/** What is gone has been removed, and has no thanks to take back; what was thanked for already has its thanks. */
function isAsWanted(operation: Operation, { kind }: Failure): boolean {
  if (operation.verb === 'mark') return kind === (operation.on ? 'duplicate' : 'gone');
  return operation.verb === 'remove' && kind === 'gone';
}
