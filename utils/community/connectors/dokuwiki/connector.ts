import * as z from 'zod/mini';
import { type Clock, SECOND_MS } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { namedIn } from '../../basic';
import type { Account, Connector, Failure, Operation, PlainResponse, Reading } from '../../connector';
import { createPages, foundPage, type Of, pageCapabilities, withoutVerb } from '../../pages';
import { buildRequest, changedIn } from './build';
import { InfoSchema, LOCKED, readEditing, readMaking, refOf } from './send';
import { fromDokuwiki } from './text';
import { answerOf, type Fault, SWITCHED_OFF } from './xml';

type Verb = Operation['verb'];

const MOST_PLACES = 200;
/** It has no limit of its own; more than this nobody reads. */
const MOST_BYTES = 250_000;
const CAN = { maxCharacters: MOST_BYTES, format: 'plain', canRemove: true, hasPlaces: true } as const;

const ChangesSchema = z.lazy(() =>
  z.array(z.object({ name: z.string(), author: z.optional(z.string()), version: z.coerce.number() })),
);
const ListSchema = z.lazy(() => z.array(z.object({ id: z.string() })));
const LoginSchema = z.lazy(() =>
  z.object({ login: z.string().check(z.minLength(1)), name: z.optional(z.string()) }),
);

/**
 * DokuWiki's remote API by XML-RPC. A page's address holds its reference, so that it is made once and is nobody else's;
 * it is replaced under the wiki's own lock, so that nobody begins to edit between our reading and our writing. What
 * remains: the same account that edits in a browser at that moment holds the same lock. A version is its text: the wiki
 * names none when it writes, and counts in seconds. Changes are listed for as long as the wiki keeps them (7 days).
 */
export function createDokuwiki(clock?: Clock): Connector {
  return createPages('dokuwiki', buildRequest, { value: readAnswer }, clock);
}

/** Null where it is no answer to what was asked. */
function readAnswer(operation: Operation, response: PlainResponse, account: Account): Reading<Verb> | null {
  const answer = answerOf(response.text);
  const refused = answer?.fault === undefined ? null : refusalOf(answer.fault);
  if (refused !== null && !isExpected(operation, refused)) return fail(refused);
  return answer === null ? null : readValue(operation, answer.value, account);
}

/** By the numbers that newer versions give; older ones answer with an empty structure, whatever it was. */
function refusalOf({ code, message }: Fault): Failure {
  if (code === SWITCHED_OFF) return { kind: 'auth', why: 'consent' };
  if (code === 133) return LOCKED;
  if (code === 121) return { kind: 'gone' };
  if (code === 111 || code === 112 || code === -32_604) return { kind: 'auth', why: 'forbidden' };
  return { kind: 'invalid', message: message.slice(0, 300) };
}

/** Some methods say "there is none" in the form of a fault. */
function isExpected(operation: Operation, { kind }: Failure): boolean {
  const { verb } = operation;
  return (
    verb === 'find' ||
    (verb === 'remove' && kind !== 'auth' && kind !== 'retry') ||
    (verb === 'send' && operation.earlier?.step === 'exists' && kind === 'gone')
  );
}

/** Null where it is no answer to what was asked. */
function readValue(operation: Operation, value: unknown, account: Account): Reading<Verb> | null {
  switch (operation.verb) {
    case 'me':
      return readMe(value, account);
    case 'capabilities':
      return typeof value === 'string' ? succeed(pageCapabilities({ ...CAN, name: value })) : null;
    case 'places':
      return readPlaces(value);
    case 'send':
      return operation.edits === undefined
        ? readMaking(operation, value, account)
        : readEditing(operation, operation.edits, value, account);
    case 'find':
      return readFind(operation, value, account);
    case 'remove':
      return readRemoval(operation, value);
    default:
      return withoutVerb(operation.verb);
  }
}

/** Newer ones say who a session is; of an older one only a password tells. */
function readMe(value: unknown, { token }: Account): Reading<'me'> | null {
  const named = namedIn(token);
  if (named === null) {
    const who = LoginSchema.safeParse(value);
    if (!who.success) return fail({ kind: 'auth', why: 'expired' });
    const { login, name = login } = who.data;
    return succeed({ id: login, name, handle: login });
  }
  if (value === false || value === 0) return fail({ kind: 'auth', why: 'expired' });
  const { name } = named;
  return value === true || value === 1 ? succeed({ id: name, name, handle: name }) : null;
}

/** The namespaces that hold a page. */
function readPlaces(value: unknown): Reading<'places'> | null {
  const list = ListSchema.safeParse(value);
  if (!list.success) return null;
  const names = new Set(list.data.map(({ id }) => id.split(':').slice(0, -1).join(':')).filter(Boolean));
  return succeed(
    [...names]
      .sort()
      .slice(0, MOST_PLACES)
      .map((id) => ({ id, name: id, closed: false })),
  );
}

function readRemoval(remove: Of<'remove'>, value: unknown): Reading<'remove'> {
  if (remove.earlier === undefined)
    return value === true ? succeed(null) : { next: { ...remove, earlier: { step: 'exists' } } };
  return InfoSchema.safeParse(value).success ? fail(LOCKED) : succeed(null);
}

function readFind(find: Of<'find'>, value: unknown, account: Account): Reading<'find'> | null {
  const { marker, authorId, cursor } = find;
  if (cursor === undefined) {
    const changes = ChangesSchema.safeParse(value).data ?? [];
    const ends = marker === '' ? /[:_]dg-[0-9a-z]{4}-[0-9a-z]{4}$/u : null;
    const found = changes
      .map(({ name: id, author = '', version }) => ({ id, author, version }))
      .filter(({ id, author }) =>
        ends === null ? id.endsWith(marker.toLowerCase()) : ends.test(id) && author === (authorId ?? author),
      )
      .sort((one, other) => other.version - one.version);
    return found.length === 0
      ? succeed({ posts: [], cursor: null })
      : { next: { ...find, cursor: JSON.stringify(found) } };
  }
  const [changed, ...rest] = changedIn(cursor);
  if (typeof value !== 'string' || changed === undefined) return null;
  const { id, author, version } = changed;
  const post = foundPage(refOf(id, value, account), {
    text: fromDokuwiki(value),
    // Whoever changed it since: what bears our reference was made by us.
    authorId: marker === '' ? author : (authorId ?? author),
    authorName: author,
    at: version * SECOND_MS,
  });
  const isThere = value !== '' && value.includes(marker);
  return succeed({ posts: isThere ? [post] : [], cursor: rest.length === 0 ? null : JSON.stringify(rest) });
}
