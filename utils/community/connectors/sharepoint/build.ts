import type { Account, Operation, PlainRequest } from '../../connector';
import { graphRequest, ME, ORGANISATION, pathFrom } from '../../microsoft/graph';
import { CONTENT, nameOf, pagesOf, pathOf } from './page';
import { sitesRequest } from './places';
import { buildSend } from './send';

/** The request for an operation, by Microsoft Graph. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  const get = (path: string) => graphRequest(account.token, 'GET', path);
  switch (operation.verb) {
    case 'places':
      return sitesRequest(operation, account);
    case 'send':
      return isHomeless(operation) ? get(ME) : buildSend(operation, account);
    case 'find':
      return get(typeof operation.placeId === 'string' ? listOf(operation, operation.placeId) : ME);
    case 'remove':
      return graphRequest(account.token, 'DELETE', pathOf(operation.postId));
    case 'me':
      return get(ME);
    default: // also what there is not: the answer says so
      return get(ORGANISATION);
  }
}

/** Pages stand in sites: without one none is made. */
export function isHomeless({ placeId, edits }: Extract<Operation, { verb: 'send' }>): boolean {
  return placeId === null && edits === undefined;
}

/** The name is the key: a page is asked for by it, and no index of a search is. */
function listOf({ marker, cursor }: Extract<Operation, { verb: 'find' }>, site: string): string {
  const list = `${pagesOf(site)}/microsoft.graph.sitePage?${CONTENT}&`;
  if (marker !== '') return `${list}$filter=${encodeURIComponent(`name eq '${nameOf(marker)}'`)}`;
  return cursor === undefined ? `${list}$orderby=createdDateTime%20desc&$top=20` : pathFrom(cursor, list);
}
