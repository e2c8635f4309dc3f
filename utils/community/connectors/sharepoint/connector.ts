import { type Clock, systemClock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type {
  Account,
  Capabilities,
  Connector,
  Failure,
  Operation,
  OperationValues,
  PlainResponse,
  Reading,
} from '../../connector';
import { graphFailure, isPlainSuccess, readMember, readOrganisation, readPage } from '../../microsoft/graph';
import { named, notThere, OWN_ORGANISATION } from '../../microsoft/own-organisation';
import { unreadable } from '../../status';
import { buildRequest, isHomeless } from './build';
import { nameOf, PageSchema, postOf, wasPublished } from './page';
import { readPlaces } from './places';
import { readSend } from './send';

type Verb = Operation['verb'];
type Asked<V extends Verb> = Extract<Operation, { verb: V }>;
type Reader<V extends Verb> = (response: PlainResponse, operation: Asked<V>, account: Account) => Reading<V>;

/** Of those that say for themselves what a refusal means nothing is read here. */
const readers: { readonly [V in Exclude<Verb, 'send' | 'places' | 'capabilities'>]: Reader<V> } = {
  me: readMember,
  calls: () => succeed([]),
  attach: () => notThere,
  find: readFind,
  thread: () => succeed({ posts: [] }), // Graph has no comments of pages
  mark: () => notThere,
  invite: () => notThere,
  remove: (response) => (isPlainSuccess(response) ? succeed(null) : unreadable('unknown')),
};

/** Pages of SharePoint sites, by Microsoft Graph. */
export function createSharePoint(clock: Clock = systemClock): Connector {
  const read = (operation: Operation, response: PlainResponse, account: Account): Reading<Verb> => {
    const { verb } = operation;
    if (verb === 'send' && !isHomeless(operation)) return readSend(response, operation, clock());
    const failure = graphFailure(response, verb === 'remove', clock());
    if (verb === 'capabilities') return readCapabilities(response, failure);
    if (verb === 'places') return readPlaces(response, operation, account, failure);
    if (verb === 'remove' && failure?.kind === 'gone') return succeed(null);
    if (failure !== null) return fail(failure);
    if (verb === 'send') return fail(GONE);
    const reader = readers[verb] as Reader<Verb>;
    return reader(response, operation, account);
  };
  return { id: 'sharepoint', build: buildRequest, read: read as Connector['read'] };
}

const GONE: Failure = { kind: 'gone' };

function readFind(
  response: PlainResponse,
  { marker, since, authorId, placeId }: Asked<'find'>,
  account: Account,
): Result<OperationValues['find'], Failure> {
  if (typeof placeId !== 'string') return fail(GONE);
  const page = readPage(response, PageSchema);
  if (page === null) return unreadable('no');
  const isKept = ({ name }: (typeof page.items)[number]) =>
    marker === '' || name?.toLowerCase() === nameOf(marker);
  // What no reader ever saw is not there yet: sent again, it is finished.
  const posts = page.items
    .filter((one) => wasPublished(one) && isKept(one))
    .map((one) => postOf(one, placeId, account));
  const isOver = marker !== '' || posts.some(({ at }) => at < since);
  return succeed({
    posts: posts.filter((post) => authorId === null || post.authorId === authorId),
    cursor: isOver ? null : page.next,
  });
}

function readCapabilities(response: PlainResponse, failure: Failure | null): Reading<'capabilities'> {
  const organisation = readOrganisation(response);
  if (organisation !== null) return succeed(capabilitiesOf(organisation));
  return fail(failure === null || failure.kind === 'gone' ? { kind: 'not-a-community' } : failure);
}

/** How long a page may be is not documented: no conclusion comes near to this. */
const MAX_CHARACTERS = 100_000;

function capabilitiesOf(organisation: string): Capabilities {
  return {
    ...OWN_ORGANISATION,
    name: named('SharePoint', organisation),
    kind: 'page',
    countsIn: 'utf-16',
    maxCharacters: MAX_CHARACTERS,
    canEdit: true,
    canThank: false,
    format: 'html',
  };
}
