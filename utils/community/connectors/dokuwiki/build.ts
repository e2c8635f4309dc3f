import { SECOND_MS } from '@/utils/kernel/clock';
import { namedIn } from '../../basic';
import type { Account, Operation, PlainRequest } from '../../connector';
import { referenceIn } from '../../page';
import { slugOf, toDokuwiki } from './text';
import { callOf, type XmlValue } from './xml';

type Of<Verb extends Operation['verb']> = Extract<Operation, { verb: Verb }>;
type Calling = Pick<Account, 'base' | 'token' | 'asSignedIn'>;

/** The wiki takes moments of ten digits only. */
const FIRST_MOMENT = 1_000_000_000;

/** A page that changed, newest first, and is still to be read. */
export interface Changed {
  readonly id: string;
  readonly author: string;
  /** Epoch seconds. */
  readonly version: number;
}

/** The request for an operation, by XML-RPC: the method names that every version knows. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  switch (operation.verb) {
    case 'me': {
      const named = namedIn(account.token);
      return named === null
        ? call('core.whoAmI', [], account)
        : call('dokuwiki.login', [named.name, named.secret], account);
    }
    case 'places':
      return call('dokuwiki.getPagelist', ['', { depth: 2 }], account);
    case 'send':
      return send(operation, account);
    case 'find': {
      const [next] = changedIn(operation.cursor);
      const since = Math.max(FIRST_MOMENT, Math.floor(operation.since / SECOND_MS));
      return next === undefined
        ? call('wiki.getRecentChanges', [since], account)
        : call('wiki.getPage', [next.id], account);
    }
    case 'remove':
      return operation.earlier === undefined
        ? call('wiki.putPage', [operation.postId, '', { sum: '' }], account)
        : call('wiki.getPageInfo', [operation.postId], account);
    default:
      return call('dokuwiki.getTitle', [], account);
  }
}

/** The page that a text has, or gets. */
export function pageOf({ edits, placeId, text, ...send }: Of<'send'>): string {
  const slug = slugOf(text, referenceIn({ text, ...send }));
  return edits ?? (placeId === null ? slug : `${placeId}:${slug}`);
}

function send(operation: Of<'send'>, account: Account): PlainRequest {
  const page = pageOf(operation);
  const locks = (lock: readonly string[], unlock: readonly string[]) =>
    call('dokuwiki.setLocks', [{ lock, unlock }], account);
  switch (operation.earlier?.step ?? (operation.edits === undefined ? 'read' : 'lock')) {
    case 'lock':
      return locks([page], []);
    case 'may':
      return call('wiki.aclCheck', [page], account);
    case 'put': {
      const sum = `Ref. ${referenceIn(operation)}`;
      return call('wiki.putPage', [page, toDokuwiki(operation.text), { sum }], account);
    }
    case 'why':
      return locks([page], [page]);
    case 'exists':
      return call('wiki.getPageInfo', [page], account);
    case 'conflict':
    case 'gone':
      return locks([], [page]);
    default:
      return call('wiki.getPage', [page], account);
  }
}

/** What a cursor says is still to be read. */
export function changedIn(cursor: string | undefined): readonly Changed[] {
  return cursor === undefined ? [] : JSON.parse(cursor);
}

/** A call of one method. */
export function call(
  method: string,
  params: readonly XmlValue[],
  { base, token, asSignedIn }: Calling,
): PlainRequest {
  const headers = { accept: 'text/xml', 'content-type': 'text/xml; charset=utf-8' };
  return {
    method: 'POST',
    url: `${base}/lib/exe/xmlrpc.php`,
    headers: token === '' ? headers : { ...headers, authorization: token },
    body: callOf(method, params),
    ...(asSignedIn === true ? { asSignedIn } : {}),
    ...(method === 'wiki.putPage' ? {} : { asks: true }),
  };
}
