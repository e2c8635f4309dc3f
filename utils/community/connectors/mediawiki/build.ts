import type { Account, Operation, PlainRequest } from '../../connector';
import { referenceIn } from '../../page';
import { legalTitle, toPage } from './text';

type Of<Verb extends Operation['verb']> = Extract<Operation, { verb: Verb }>;
type Fields = Readonly<Record<string, string>>;

/** Behind the reference in the summary of each edit, by which they are told from others. */
const SIGNED = '(Deelgenoot)';
/** Copies of the database that are behind by more seconds ask for patience. */
const MOST_LAG = '5';
const PER_PAGE = '50';
/** Who changed a page more often has changed it. */
const MOST_VERSIONS = '20';
const CONTENT = { prop: 'revisions', rvprop: 'ids|content', rvslots: 'main' };

/** Pages that were found and are to be read now, and where the list of edits goes on. */
export interface Found {
  readonly pages: readonly (readonly [id: string, at: number, authorId: string, authorName: string])[];
  readonly next: string | null;
}

/** The request for an operation, by the action API. */
export function buildRequest(operation: Operation, account: Account): PlainRequest {
  switch (operation.verb) {
    case 'me':
      return query({ meta: 'userinfo' }, account);
    case 'send':
      return operation.earlier?.token === undefined ? look(operation, account) : edit(operation, account);
    case 'find':
      return find(operation, account);
    case 'remove':
      return operation.earlier?.token === undefined
        ? query({ meta: 'tokens' }, account)
        : post({ action: 'delete', pageid: operation.postId, token: operation.earlier.token }, account);
    default:
      return query({ meta: 'siteinfo|userinfo', siprop: 'general', uiprop: 'rights' }, account);
  }
}

/** The titles that a page may get, in that order: its own, and one that is nobody else's. */
export function titlesFor(send: Of<'send'>): readonly [plain: string, own: string] {
  const reference = referenceIn(send);
  const title = legalTitle(send.text, send.format ?? 'plain', reference);
  return [title, `${title} (${reference})`];
}

/** A token to write with, and in the same answer what stands where we want to write. */
function look(send: Of<'send'>, account: Account): PlainRequest {
  const pages: Fields =
    send.edits === undefined
      ? { titles: titlesFor(send).join('|'), ...CONTENT }
      : { pageids: send.edits, prop: 'revisions', rvprop: 'ids|sha1', ...since(send.basedOn) };
  return query({ ...pages, meta: 'tokens' }, account);
}

/** Every version that came after one of them, and that one. */
function since(version: string | undefined): Fields {
  return version === undefined ? {} : { rvendid: version, rvlimit: MOST_VERSIONS };
}

function edit(send: Of<'send'>, account: Account): PlainRequest {
  const { token = '', title = '', revision = '' } = send.earlier ?? {};
  const where: Fields =
    send.edits === undefined
      ? { title, createonly: '1' }
      : { pageid: send.edits, nocreate: '1', baserevid: revision };
  const text = toPage(send.text, send.format ?? 'plain', title);
  const summary = `Ref. ${referenceIn(send)} ${SIGNED}`;
  return post({ action: 'edit', ...where, text, summary, maxlag: MOST_LAG, token }, account);
}

/** Edits, newest first, by the reference in their summary; then the pages that they made. */
function find({ authorId, since, cursor }: Of<'find'>, account: Account): PlainRequest {
  const found = foundIn(cursor);
  if (found !== null) return query({ ...CONTENT, pageids: found.pages.map(([id]) => id).join('|') }, account);
  const [list, by, more, whose] =
    authorId === null
      ? (['recentchanges', 'rc', '|user|userid', { rctype: 'edit|new' }] as const)
      : (['usercontribs', 'uc', '', { ucuserids: authorId }] as const);
  const asked = {
    [`${by}prop`]: `ids|title|timestamp|comment${more}`,
    [`${by}limit`]: PER_PAGE,
    [`${by}end`]: new Date(Math.max(0, since)).toISOString(),
    ...(cursor === undefined ? {} : { [`${by}continue`]: cursor }),
  };
  return query({ list, ...whose, ...asked }, account);
}

/** Whether a summary is one that we wrote, for this marker; '' is for any. */
export function isOurs(summary: string, marker: string): boolean {
  return summary.includes(marker) && summary.endsWith(SIGNED);
}

/** What a cursor says of pages that were found already; null for any other. */
export function foundIn(cursor: string | undefined): Found | null {
  return cursor?.startsWith('{') === true ? JSON.parse(cursor) : null;
}

function query(fields: Fields, account: Account): PlainRequest {
  const asked = new URLSearchParams({ action: 'query', ...fields, ...shared(account) });
  return { method: 'GET', url: `${account.base}/api.php?${asked}`, ...as(account) };
}

function post(fields: Fields, account: Account): PlainRequest {
  const { headers, ...rest } = as(account);
  return {
    method: 'POST',
    url: `${account.base}/api.php`,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, ...shared(account) }).toString(),
    ...rest,
  };
}

/** Told that we are somebody, the wiki never takes us for a stranger whose sign-in has ended. */
function shared({ token, asSignedIn }: Account): Fields {
  const isSomebody = token !== '' || asSignedIn === true;
  return { format: 'json', formatversion: '2', ...(isSomebody ? { assert: 'user' } : {}) };
}

function as({ token, asSignedIn }: Account): Pick<PlainRequest, 'headers' | 'asSignedIn'> {
  const headers = { accept: 'application/json' };
  if (asSignedIn === true) return { headers, asSignedIn };
  return { headers: token === '' ? headers : { ...headers, authorization: `Bearer ${token}` } };
}
