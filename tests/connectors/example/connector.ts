import { bodyAs } from '@/utils/community/answer';
import type {
  Account,
  Connector,
  Failure,
  Operation,
  OperationValues,
  PlainResponse,
} from '@/utils/community/connector';
import { failureOf } from '@/utils/community/status';
import type { Clock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { buildRequest } from './build';
import {
  AboutSchema,
  capabilitiesOf,
  memberOf,
  NoteSchema,
  NotesSchema,
  PersonSchema,
  postOf,
} from './shapes';

type Verb = Operation['verb'];
type Reader<V extends Verb> = (
  response: PlainResponse,
  operation: Extract<Operation, { verb: V }>,
  account: Account,
) => Result<OperationValues[V], Failure>;

const WRITES: readonly Verb[] = ['send', 'mark', 'remove'];

/** A success whose body is not what was asked for: of a write nobody can say whether it was done. */
const unreadable = (applied: 'no' | 'unknown') => fail<Failure>({ kind: 'retry', applied, answered: false });
const notOffered = () => fail<Failure>({ kind: 'not-a-community' });

const readers: { readonly [V in Verb]: Reader<V> } = {
  me: (response) => {
    const person = bodyAs(PersonSchema, response);
    return person === null ? notOffered() : succeed(memberOf(person));
  },
  capabilities: (response) => {
    const about = bodyAs(AboutSchema, response);
    return about === null ? notOffered() : succeed(capabilitiesOf(about));
  },
  send: (response, _operation, { base }) => {
    const note = bodyAs(NoteSchema, response);
    if (note === null) return unreadable('unknown');
    const { id, url } = postOf(note, base);
    return succeed({ ref: { id, url }, held: false });
  },
  find: (response, { marker, since }, { base }) => {
    const page = bodyAs(NotesSchema, response);
    if (page === null) return unreadable('no');
    const posts = page.notes.map((note) => postOf(note, base));
    const isDone = posts.length === 0 || (posts.at(-1)?.at ?? 0) < since;
    return succeed({
      posts: posts.filter(({ text }) => text.includes(marker)),
      cursor: isDone ? null : page.older,
    });
  },
  thread: (response, _operation, { base }) => {
    const page = bodyAs(NotesSchema, response);
    return page === null
      ? unreadable('no')
      : succeed({ posts: page.notes.map((note) => postOf(note, base)) });
  },
  mark: (response) => (bodyAs(NoteSchema, response) === null ? unreadable('unknown') : succeed(null)),
  remove: () => succeed(null),
  places: notOffered,
  calls: notOffered,
  attach: notOffered,
  invite: notOffered,
};

/** Reads every answer into a value, and never throws: pages of others, half an answer, words of a later version. */
export function createPinboard(clock: Clock): Connector {
  return {
    id: 'pinboard',
    build: buildRequest,
    read: <V extends Verb>(
      operation: Extract<Operation, { verb: V }>,
      response: PlainResponse,
      account: Account,
    ): Result<OperationValues[V], Failure> => {
      const verb: V = operation.verb as V;
      const failure = failureOf(response, WRITES.includes(verb), clock());
      // Gone already, as wanted.
      if (verb === 'remove' && failure?.kind === 'gone') return succeed(null as OperationValues[V]);
      if (verb === 'capabilities' && failure?.kind === 'gone') return notOffered();
      const reader: Reader<V> = readers[verb];
      return failure === null ? reader(response, operation, account) : fail(failure);
    },
  };
}
