import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type {
  Account,
  Capabilities,
  Connector,
  Failure,
  FoundPost,
  Operation,
  OperationValues,
  PlainResponse,
  PostRef,
  Reading,
} from './connector';
import { failureOf } from './status';

type Verb = Operation['verb'];
export type Of<V extends Verb> = Extract<Operation, { verb: V }>;

/** How one kind of pages reads its answers. */
interface PageReader {
  /** What it says in its own way, looked at first; null for what all say alike. */
  readonly refusal?: (
    operation: Operation,
    response: PlainResponse,
    write: boolean,
    now: number,
  ) => Reading<Verb> | null;
  /** What an answer with success means; null where it is none to what was asked. */
  readonly value: (operation: Operation, response: PlainResponse, account: Account) => Reading<Verb> | null;
}

/** The connector for a platform of pages. */
export function createPages(
  id: string,
  build: Connector['build'],
  { refusal, value }: PageReader,
  clock: Clock = systemClock,
): Connector {
  const readAny = (operation: Operation, response: PlainResponse, account: Account): Reading<Verb> => {
    const { verb } = operation;
    const write = verb === 'send' || verb === 'remove';
    const own = refusal?.(operation, response, write, clock());
    if (own) return own;
    const failure = failureOf(response, write, clock());
    if (verb === 'capabilities' && failure?.kind === 'gone') return fail({ kind: 'not-a-community' });
    if (verb === 'remove' && failure?.kind === 'gone') return succeed(null);
    if (failure !== null) return fail(failure);
    const unreadable: Failure =
      verb === 'capabilities'
        ? { kind: 'not-a-community' }
        : { kind: 'retry', applied: write ? 'unknown' : 'no', answered: false };
    return value(operation, response, account) ?? fail(unreadable);
  };
  const read = <V extends Verb>(operation: Of<V>, response: PlainResponse, account: Account): Reading<V> =>
    readAny(operation, response, account) as Reading<V>; // each reader answers for its own verb
  return { id, build, read };
}

/** What pages can do, and what those of one kind add. */
export function pageCapabilities(
  of: Pick<Capabilities, 'name' | 'maxCharacters' | 'format' | 'canRemove' | 'hasPlaces'>,
): Capabilities {
  return {
    ...of,
    name: of.name.trim().slice(0, 100),
    kind: 'page',
    countsIn: 'bytes',
    keepsKeys: false,
    canEdit: true,
    needsPlace: false,
    readsBy: 'list',
    canThank: false,
    canInvite: false,
    audiences: ['members'],
    pictures: 0,
  };
}

/** A page that was found: nobody answers it there, and nobody thanks. */
export function foundPage(
  ref: PostRef,
  of: Pick<FoundPost, 'text' | 'authorId' | 'authorName' | 'at'>,
): FoundPost {
  return { ...ref, ...of, answersId: null, thanks: 0, replies: 0, thanked: false };
}

/** The page that we wrote, or found written. */
export function published(ref: PostRef, held = false): Result<OperationValues['send'], Failure> {
  return succeed({ ref, held });
}

/** What pages answer for verbs that they have not: nobody answers there, nothing is called for, nobody thanks. */
export function withoutVerb(verb: Verb): Reading<Verb> {
  const none: Partial<OperationValues> = { places: [], calls: [], thread: { posts: [] } };
  const value = none[verb];
  return value === undefined ? fail({ kind: 'invalid', message: verb }) : succeed(value);
}
