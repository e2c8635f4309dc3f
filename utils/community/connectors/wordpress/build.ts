import type { Account, Operation, PlainRequest } from '../../connector';
import { referenceIn } from '../../page';
import type { Of } from '../../pages';
import { toPost } from './blocks';

type Fields = Readonly<Record<string, string>>;

/** Where the API stands under readable addresses; other sites have it in their query. */
export const READABLE = '/wp-json';
export const PER_PAGE = 20;
const FIELDS = 'id,slug,status,link,author,date_gmt,title,content';
const EDITABLE = { context: 'edit', _fields: FIELDS };
const POSTS = '/wp/v2/posts';

/** The request for an operation, by the REST API. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  const get = (path: string, query: Fields): PlainRequest => ({
    method: 'GET',
    url: at(path, query, account),
    headers: headersFor(account),
  });
  switch (operation.verb) {
    case 'me':
      return get('/wp/v2/users/me', { context: 'edit', _fields: 'id,name,slug' });
    case 'places':
      return get('/wp/v2/categories', {
        per_page: '100',
        orderby: 'count',
        order: 'desc',
        _fields: 'id,name',
      });
    case 'send':
      return send(operation, account);
    case 'find':
      return get(POSTS, pageQuery(operation));
    case 'thread':
      return get('/wp/v2/comments', { post: operation.postId, order: 'asc', per_page: '100' });
    case 'remove':
      return remove(operation.postId, {}, account);
    default:
      return get('/', { _fields: 'name,namespaces' });
  }
}

/** The last part of a post's address: nobody else's. */
export function slugOf(send: Of<'send'>): string {
  return `practice-${referenceIn(send).toLowerCase()}`;
}

function send(operation: Of<'send'>, account: Account): PlainRequest {
  const { edits, placeId, text, format = 'plain', earlier = {} } = operation;
  const [slug, headers] = [slugOf(operation), headersFor(account)];
  if (earlier.twice !== undefined) return remove(earlier.twice, { force: 'true' }, account);
  if (earlier.status === undefined) {
    const url =
      edits === undefined
        ? at(POSTS, { slug, status: 'any', ...EDITABLE }, account)
        : at(`${POSTS}/${encodeURIComponent(edits)}`, EDITABLE, account);
    return { method: 'GET', url, headers };
  }
  const place = placeId === null ? {} : { categories: [Number(placeId)] };
  const made = edits === undefined ? { slug, status: earlier.status, ...place } : {};
  return {
    method: 'POST',
    url: at(
      edits === undefined ? POSTS : `${POSTS}/${encodeURIComponent(edits)}`,
      { _fields: FIELDS },
      account,
    ),
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ ...toPost(text, format), ...made }),
  };
}

/** Into the bin, or past it: what was made twice was never read. */
function remove(id: string, query: Fields, account: Account): PlainRequest {
  const url = at(`${POSTS}/${encodeURIComponent(id)}`, query, account);
  return { method: 'DELETE', url, headers: headersFor(account) };
}

function pageQuery({ authorId, cursor = '1' }: Of<'find'>): Fields {
  const whose: Fields =
    authorId === null
      ? { _embed: 'author', _fields: `${FIELDS},_links,_embedded` }
      : { author: authorId, status: 'any' };
  return { ...EDITABLE, ...whose, per_page: String(PER_PAGE), page: cursor, orderby: 'date', order: 'desc' };
}

/** Where a path of the API stands. */
export function at(path: string, query: Fields, { base }: Pick<Account, 'base'>): string {
  const asked = new URLSearchParams(query);
  return base.endsWith(READABLE) ? `${base}${path}?${asked}` : `${base}/?rest_route=${path}&${asked}`;
}

/** The site's pages for its own people. */
export function adminOf(base: string): string {
  return `${base.endsWith(READABLE) ? base.slice(0, -READABLE.length) : base}/wp-admin`;
}

export function headersFor({ token }: Pick<Account, 'token'>): Fields {
  const accept = { accept: 'application/json' };
  return token === '' ? accept : { ...accept, authorization: token };
}
