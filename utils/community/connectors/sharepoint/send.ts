import { fail, type Result, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type {
  Account,
  Failure,
  Operation,
  OperationValues,
  PlainRequest,
  PlainResponse,
  Reading,
} from '../../connector';
import {
  batchAnswers,
  batchRequest,
  graphCode,
  graphFailure,
  graphRequest,
  readPage,
} from '../../microsoft/graph';
import { titled, untitled } from '../../microsoft/titled';
import { unreadable } from '../../status';
import {
  CONTENT,
  contentOf,
  isShown,
  nameOf,
  type Page,
  PageSchema,
  pagesOf,
  pathOf,
  referenceOf,
  refOf,
  textOf,
  wasPublished,
} from './page';

type Send = Extract<Operation, { verb: 'send' }>;
/**
 * What is done next. A new page is made and published. Where one of that name is there already (a try before this one
 * made it), it is looked at, and finished if it was never published. An update reads the page and writes only over the
 * version that it knows, or over nothing that differs from what it would write. What somebody saves between that look
 * and the write is overwritten, and stands in the page's history only: Graph documents no condition for the write.
 */
type Step = 'create' | 'look' | 'read' | 'write' | 'publish' | 'discard';

/** A page, ever the latest version, with what it holds. */
const WHOLE = `/microsoft.graph.sitePage?${CONTENT}`;

export function buildSend(send: Send, { token }: Account): PlainRequest {
  const { step, site, page, reference, content } = partsOf(send);
  const at = pathOf(`${site}/${page}`);
  const publish = { method: 'POST', path: `${at}/microsoft.graph.sitePage/publish` } as const;
  const again = { method: 'GET', path: `${at}${WHOLE}` } as const;
  switch (step) {
    case 'create': {
      const made = { ...content, name: nameOf(reference), pageLayout: 'article' };
      return graphRequest(token, 'POST', pagesOf(site), made);
    }
    case 'look': {
      const named = encodeURIComponent(`name eq '${nameOf(reference)}'`);
      return graphRequest(token, 'GET', `${pagesOf(site)}${WHOLE}&$filter=${named}`);
    }
    case 'read':
      return graphRequest(token, 'GET', `${at}${WHOLE}`);
    case 'write': {
      const write = { method: 'PATCH', path: `${at}/microsoft.graph.sitePage`, content } as const;
      return batchRequest(token, [write, publish, again], true);
    }
    case 'publish':
      return batchRequest(token, [publish, again], true);
    case 'discard':
      return graphRequest(token, 'DELETE', at);
  }
}

export function readSend(response: PlainResponse, send: Send, now: number): Reading<'send'> {
  const { step } = partsOf(send);
  if (step === 'write' || step === 'publish') return readPublished(response, send, now);
  const isTaken = response.status === 409 || graphCode(response) === 'nameAlreadyExists';
  if (step === 'create' && isTaken) return go(send, 'look');
  const failure = graphFailure(response, step === 'create' || step === 'discard', now);
  if (step === 'discard')
    return failure === null || failure.kind === 'gone' ? go(send, 'look') : fail(failure);
  if (failure !== null) return fail(failure);
  if (step === 'create') return readMade(response, send);
  const page = step === 'look' ? ofOurName(response, send) : bodyAs(PageSchema, response);
  if (page === undefined || page === null) return unreadable('unknown');
  return step === 'look' ? afterLook(page, send) : afterRead(page, send);
}

/** By its name, whatever the list holds: nobody else's page is ours to finish. */
function ofOurName(response: PlainResponse, send: Send): Page | undefined {
  return readPage(response, PageSchema)?.items.find((page) => isNamed(page, send));
}

function isNamed({ name }: Page, send: Send): boolean {
  return (name ?? '').toLowerCase() === nameOf(partsOf(send).reference);
}

/** SharePoint may give a page another name where its own is taken: then it is one too many. */
function readMade(response: PlainResponse, send: Send): Reading<'send'> {
  const page = bodyAs(PageSchema, response);
  if (page === null) return unreadable('unknown');
  return go(send, isNamed(page, send) ? 'publish' : 'discard', page);
}

/** What stands there under our name was made by us: what readers saw of it is left alone. */
function afterLook(page: Page, send: Send): Reading<'send'> {
  if (wasPublished(page)) return arrived(page, send);
  return go(send, isSame(page, send) ? 'publish' : 'write', page);
}

function afterRead(page: Page, send: Send): Reading<'send'> {
  if (isSame(page, send))
    return page.publishingState?.level === 'published' ? arrived(page, send) : go(send, 'publish', page);
  const { version } = refOf(page, '');
  if (send.basedOn !== undefined && version !== send.basedOn)
    return fail({ kind: 'conflict', ...(version === undefined ? {} : { version }) });
  return go(send, 'write', page);
}

/** Of several in one the first that failed says why; what came before it has been done. The last one only looks. */
function readPublished(response: PlainResponse, send: Send, now: number): Reading<'send'> {
  const failure = graphFailure(response, true, now);
  if (failure !== null) return fail(doubtful(failure));
  const { step } = partsOf(send);
  const answers = batchAnswers(response, step === 'write' ? 3 : 2);
  for (const [index, answer] of (answers ?? []).slice(0, -1).entries()) {
    const refused = graphFailure(answer, true, now);
    if (refused !== null) return fail(index === 0 && step === 'write' ? refused : doubtful(refused));
  }
  const last = answers?.at(-1);
  const page = last === undefined ? null : bodyAs(PageSchema, last);
  return page === null ? unreadable('unknown') : arrived(page, send);
}

function doubtful(failure: Failure): Failure {
  return failure.kind === 'retry' ? { ...failure, applied: 'unknown' } : failure;
}

/** Published, or waiting for whoever approves pages there. */
function arrived(page: Page, send: Send): Result<OperationValues['send'], Failure> {
  return succeed({ ref: refOf(page, partsOf(send).site), held: !isShown(page) });
}

/** Spaces apart: editors write them their own way, and the outbox takes such a text for the one that it sent. */
function isSame(page: Page, send: Send): boolean {
  const { title, html } = titled(send.text, send.format);
  return flat(textOf(page)) === flat(untitled(title, html));
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function go(send: Send, step: Step, page?: Page): Reading<'send'> {
  return { next: { ...send, earlier: { step, page: page?.id ?? '' } } };
}

function partsOf(send: Send) {
  const { text, format, key, edits, placeId, earlier } = send;
  const [site = '', page = ''] = (edits ?? `${placeId ?? ''}/`).split('/');
  const reference = referenceOf(text, key);
  const step = (earlier?.step ?? (edits === undefined ? 'create' : 'read')) as Step;
  return {
    step,
    site,
    page: earlier?.page ?? page,
    reference,
    content: contentOf(titled(text, format), reference),
  };
}
