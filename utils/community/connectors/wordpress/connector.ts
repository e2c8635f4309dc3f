import * as z from 'zod/mini';
import type { Clock } from '@/utils/kernel/clock';
import { fail, succeed } from '@/utils/kernel/result';
import { readEntities, textFromHtml } from '@/utils/practice/html';
import { bodyAs, itemsAs, momentOf } from '../../answer';
import type { Account, Connector, Operation, PlainResponse, Reading } from '../../connector';
import { referenceIn } from '../../page';
import { createPages, foundPage, type Of, pageCapabilities, published, withoutVerb } from '../../pages';
import { failureOf } from '../../status';
import { buildRequest, PER_PAGE, slugOf } from './build';
import {
  CategoriesSchema,
  CommentsSchema,
  foundOf,
  ListSchema,
  MeSchema,
  type Post,
  PostSchema,
  PostsSchema,
  refOf,
  SiteSchema,
} from './shapes';

type Verb = Operation['verb'];

/** It has no limit of its own; more than this nobody reads. */
const MOST_BYTES = 500_000;
const CAN = { maxCharacters: MOST_BYTES, format: 'html', canRemove: true, hasPlaces: true } as const;

const RefusalSchema = z.lazy(() =>
  z.object({
    code: z.string(),
    message: z.optional(z.string()),
    data: z.optional(
      z.nullable(
        z.object({
          details: z.optional(
            z.object({
              status: z.optional(z.object({ data: z.optional(z.object({ status: z.optional(z.int()) })) })),
            }),
          ),
        }),
      ),
    ),
  }),
);

/**
 * WordPress's REST API. A post is known by its address, which holds the reference: the site gives a second one of the
 * same address a number, and the second one is taken away again. What remains: the site knows no condition on a write,
 * so that what somebody else saves between our reading and our writing is replaced (it stays among the revisions); and
 * two posts that are made in the same instant get the same address.
 */
export function createWordpress(clock?: Clock): Connector {
  return createPages('wordpress', buildRequest, { refusal: readRefusal, value: readValue }, clock);
}

function readRefusal(
  operation: Operation,
  response: PlainResponse,
  write: boolean,
  now: number,
): Reading<Verb> | null {
  const refusal = response.status < 400 ? null : bodyAs(RefusalSchema, response);
  if (mayOnlyHandIn(operation, response, refusal?.code))
    return { next: { ...operation, earlier: { status: 'pending' } } };
  if (refusal === null) return null;
  const { code, message = '', data } = refusal;
  if (operation.verb === 'find' && code === 'rest_post_invalid_page_number')
    return succeed({ posts: [], cursor: null });
  if (code === 'rest_cookie_invalid_nonce') return fail({ kind: 'auth', why: 'expired' });
  if (code.startsWith('application_passwords_disabled')) return fail({ kind: 'auth', why: 'consent' });
  // Who may not see posts that are not published is told of a parameter.
  const status = data?.details?.status?.data?.status ?? response.status;
  const failure = failureOf(
    { ...response, status },
    write,
    now,
    readEntities(message.replace(/<[^<>]*>/gu, '')),
  );
  const isGone =
    failure?.kind === 'gone' && (operation.verb === 'capabilities' || operation.verb === 'remove');
  return failure === null || isGone ? null : fail(failure);
}

/** Who may not publish hands it in; also where the words of that refusal were cut off on their way. */
function mayOnlyHandIn(
  operation: Operation,
  { status }: PlainResponse,
  code: string | undefined,
): operation is Of<'send'> {
  if (operation.verb !== 'send' || operation.earlier?.status !== 'publish') return false;
  return code === 'rest_cannot_publish' || (code === undefined && status === 403);
}

/** Null where it is no answer to what was asked. */
function readValue(operation: Operation, response: PlainResponse, account: Account): Reading<Verb> | null {
  switch (operation.verb) {
    case 'me': {
      const me = bodyAs(MeSchema, response);
      return me && succeed({ id: me.id, name: readEntities(me.name), handle: me.slug });
    }
    case 'capabilities': {
      const site = bodyAs(SiteSchema, response);
      return site && succeed(pageCapabilities({ ...CAN, name: readEntities(site.name) }));
    }
    case 'places': {
      const categories = bodyAs(CategoriesSchema, response);
      return (
        categories &&
        succeed(categories.map(({ id, name }) => ({ id, name: readEntities(name), closed: false })))
      );
    }
    case 'send':
      return readSend(operation, response, account);
    case 'find':
      return readFind(operation, response, account);
    case 'thread':
      return readThread(operation.postId, response, account);
    case 'remove':
      return succeed(null);
    default:
      return withoutVerb(operation.verb);
  }
}

function readSend(send: Of<'send'>, response: PlainResponse, account: Account): Reading<'send'> | null {
  const { edits, earlier = {}, basedOn } = send;
  const go = (status: string): Reading<'send'> => ({ next: { ...send, earlier: { status } } });
  // The first one of that address stays: now it is found.
  if (earlier.twice !== undefined) return { next: { ...send, earlier: {} } };
  if (earlier.status === undefined && edits === undefined) {
    const [post] = bodyAs(PostsSchema, response) ?? [null];
    if (post === undefined) return go('publish');
    if (post === null) return null;
    const isOurs = post.content.raw?.includes(referenceIn(send)) === true;
    return isOurs ? published(refOf(post, account), isHeld(post)) : fail({ kind: 'conflict' });
  }
  const post = bodyAs(PostSchema, response);
  if (post === null) return null;
  const ref = refOf(post, account);
  if (earlier.status !== undefined)
    return isTwice(send, post)
      ? { next: { ...send, earlier: { twice: post.id } } }
      : published(ref, isHeld(post));
  if (post.status === 'trash') return fail({ kind: 'gone' });
  if (basedOn === undefined || basedOn === ref.version) return go('as it is');
  return fail({ kind: 'conflict', ...(ref.version === undefined ? {} : { version: ref.version }) });
}

/** Somebody made one of this address since we looked. */
function isTwice(send: Of<'send'>, { slug }: Post): boolean {
  return send.edits === undefined && (slug ?? '').startsWith(`${slugOf(send)}-`);
}

/** An editor looks at it first. */
function isHeld({ status }: Post): boolean {
  return status === 'pending';
}

function readFind(find: Of<'find'>, response: PlainResponse, account: Account): Reading<'find'> | null {
  const { marker, since, cursor = '1' } = find;
  const list = bodyAs(ListSchema, response);
  if (list === null) return null;
  const posts = itemsAs(PostSchema, list).map((post) => foundOf(post, account));
  const goesOn = list.length === PER_PAGE && (posts.at(-1)?.at ?? 0) >= since;
  const found = posts.filter(({ text }) => text.includes(marker));
  return succeed({ posts: found, cursor: goesOn ? String(Number(cursor) + 1) : null });
}

/** What readers said below it. */
function readThread(postId: string, response: PlainResponse, { base }: Account): Reading<'thread'> | null {
  const comments = bodyAs(CommentsSchema, response);
  if (comments === null) return null;
  const posts = comments.map(({ id, author, author_name, date_gmt, content, link }) => ({
    ...foundPage(
      { id: `comment-${id}`, url: link ?? base },
      {
        text: textFromHtml(content.raw ?? content.rendered ?? ''),
        authorId: author ?? '',
        authorName: readEntities(author_name ?? ''),
        at: momentOf(date_gmt && `${date_gmt}Z`),
      },
    ),
    answersId: postId,
  }));
  return succeed({ posts });
}
