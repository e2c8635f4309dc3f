import type { Clock } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { itemsAs, momentOf } from '../../answer';
import type { Account, Connector, Operation, OperationValues, PlainResponse, Reading } from '../../connector';
import { referenceIn } from '../../page';
import { createPages, foundPage, type Of, published, withoutVerb } from '../../pages';
import { buildRequest, type Found, foundIn, isOurs, titlesFor } from './build';
import { refusalOf } from './failures';
import {
  type Answer,
  answerOf,
  capabilitiesOf,
  contentOf,
  EditSchema,
  type Page,
  type Query,
  refOf,
} from './shapes';
import { fromPage } from './text';

type Verb = Operation['verb'];

/**
 * The action API of MediaWiki. A page is made only where none is (`createonly`) and replaced only where it is still the
 * version that was read (`baserevid`). What remains: the wiki merges edits of different lines that cross in that moment,
 * and tells nobody of a conflict with themselves, as with two edits by one account.
 */
export function createMediawiki(clock?: Clock): Connector {
  return createPages('mediawiki', buildRequest, { refusal: readError, value: readSuccess }, clock);
}

/** Null where it is no answer to what was asked. */
function readSuccess(operation: Operation, response: PlainResponse, account: Account): Reading<Verb> | null {
  const answer = answerOf(response);
  if (answer === null) return null;
  const { query = {} } = answer;
  switch (operation.verb) {
    case 'me':
      return query.userinfo === undefined ? null : succeed(memberOf(query.userinfo));
    case 'capabilities':
      return query.general === undefined ? null : succeed(capabilitiesOf(query));
    case 'find':
      return readFind(operation, answer, account);
    case 'send':
      return operation.earlier?.token === undefined
        ? beforeSend(operation, query, account)
        : afterSend(operation, answer, account);
    case 'remove': {
      if (operation.earlier?.token !== undefined) return answer.delete === undefined ? null : succeed(null);
      const token = query.tokens?.csrftoken;
      return token === undefined ? null : { next: { ...operation, earlier: { token } } };
    }
    default:
      return withoutVerb(operation.verb);
  }
}

function memberOf({ id, name }: NonNullable<Query['userinfo']>): OperationValues['me'] {
  return { id, name, handle: name };
}

/** Asks once more where a token has grown old, or somebody made a page of that title meanwhile. */
function readError(
  operation: Operation,
  response: PlainResponse,
  write: boolean,
  now: number,
): Reading<Verb> | null {
  const error = answerOf(response)?.error;
  if (error === undefined) return null;
  const { verb } = operation;
  const isOnce = (verb === 'send' || verb === 'remove') && operation.earlier?.token !== undefined;
  if (isOnce && operation.earlier?.again === undefined && /^(?:badtoken|articleexists)$/u.test(error.code))
    return { next: { ...operation, earlier: { again: 'yes' } } };
  // Strangers learn nothing of a closed wiki: what it can do is usual.
  if (verb === 'capabilities' && error.code === 'readapidenied') return succeed(capabilitiesOf({}));
  const failure = refusalOf(error, response, write, now);
  return verb === 'remove' && failure.kind === 'gone' ? succeed(null) : fail(failure);
}

function beforeSend(send: Of<'send'>, query: Query, account: Account): Reading<'send'> | null {
  const { tokens, pages } = query;
  if (tokens === undefined || pages === undefined) return null;
  const again = send.earlier ?? {};
  const go = (title: string, revision: string): Reading<'send'> => ({
    next: { ...send, earlier: { ...again, token: tokens.csrftoken, title, revision } },
  });
  if (send.edits !== undefined) {
    const [{ title = null, missing = null, revisions = null } = {}] = pages;
    const [newest] = revisions ?? [];
    if (title === null || missing === true) return fail({ kind: 'gone' });
    if (revisions === null || newest === undefined) return null;
    if (!isAsWritten(revisions, send.basedOn)) return fail({ kind: 'conflict', version: newest.revid });
    return go(title, newest.revid);
  }
  const reference = referenceIn(send);
  const ours = pages.find((page) => contentOf(page)?.includes(reference));
  if (ours?.pageid) return published(refOf(ours.pageid, ours.revisions?.[0]?.revid, account));
  const free = titlesFor(send).find((title) => isFree(title, pages, query.normalized));
  return free === undefined ? fail({ kind: 'conflict' }) : go(free, '');
}

/** What was only renamed, or protected, has a version more, and the same text in it. */
function isAsWritten(revisions: NonNullable<Page['revisions']>, basedOn: string | undefined): boolean {
  const [newest] = revisions;
  const written = revisions.find(({ revid }) => revid === basedOn);
  if (basedOn === undefined || newest === written) return true;
  return typeof written?.sha1 === 'string' && revisions.every(({ sha1 }) => sha1 === written.sha1);
}

function isFree(title: string, pages: readonly Page[], normalized: Query['normalized']): boolean {
  const name = normalized?.find(({ from }) => from === title)?.to ?? title;
  return pages.some((page) => page.title === name && page.missing === true);
}

function afterSend(send: Of<'send'>, { edit }: Answer, account: Account): Reading<'send'> | null {
  if (edit === undefined) return null;
  const { result, pageid, newrevid = send.earlier?.revision, captcha, info = '' } = edit;
  // A filter or a captcha stands between: the wiki wants to see a person.
  if (result !== 'Success')
    return fail({ kind: 'invalid', message: info, ...(captcha === undefined ? {} : { why: 'captcha' }) });
  return pageid === undefined ? null : published(refOf(pageid, newrevid, account));
}

function readFind(find: Of<'find'>, answer: Answer, account: Account): Reading<'find'> | null {
  const { query = {} } = answer;
  const found = foundIn(find.cursor);
  if (found !== null) return query.pages === undefined ? null : readPages(find, found, query.pages, account);
  const list = find.authorId === null ? query.recentchanges : query.usercontribs;
  if (list === undefined) return null;
  const edits = itemsAs(EditSchema, list);
  // Among one's own a post is looked for: one that cannot be read is not none.
  if (find.authorId !== null && find.marker !== '' && edits.length < list.length) return null;
  const next = answer.continue?.uccontinue ?? answer.continue?.rccontinue ?? null;
  const pages = new Map<string, Found['pages'][number]>();
  for (const { pageid, timestamp, comment, userid, user } of edits) {
    const author = [find.authorId ?? userid ?? '', user ?? account.member?.handle ?? ''] as const;
    if (isOurs(comment ?? '', find.marker) && !pages.has(pageid))
      pages.set(pageid, [pageid, momentOf(timestamp), ...author]);
  }
  if (pages.size === 0) return succeed({ posts: [], cursor: next });
  return { next: { ...find, cursor: JSON.stringify({ pages: [...pages.values()], next } satisfies Found) } };
}

function readPages(
  { marker }: Of<'find'>,
  { pages: found, next }: Found,
  pages: readonly Page[],
  account: Account,
): Reading<'find'> | null {
  const isUnreadable = (page: Page): boolean => page.missing !== true && contentOf(page) === null;
  if (marker !== '' && pages.some(isUnreadable)) return null;
  const posts = found.flatMap(([id, at, authorId, authorName]) => {
    const page = pages.find(({ pageid }) => pageid === id);
    const content = page === undefined ? null : contentOf(page);
    if (typeof page?.title !== 'string' || !content?.includes(marker)) return [];
    const text = fromPage(content, page.title);
    return [foundPage(refOf(id, page.revisions?.[0]?.revid, account), { text, authorId, authorName, at })];
  });
  return succeed({ posts, cursor: next });
}
