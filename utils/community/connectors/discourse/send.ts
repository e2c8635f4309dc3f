import { fail, type Result, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type { Account, Failure, Operation, OperationValues, PlainResponse, Reading } from '../../connector';
import { unreadable } from '../../status';
import { countRefusal, refusalOf, saysSignedOut, wordsOf } from './refusal';
import { EditedSchema, HeldSchema, heldRef, LatestSchema, type Post, PostSchema, refOf } from './shapes';
import { SessionSchema } from './site';

type Send = Extract<Operation, { verb: 'send' }>;
type Sent = Result<OperationValues['send'], Failure>;

const REFERENCE = /^Ref\. (DG-[0-9A-Z]{4}-[0-9A-Z]{4})$/mu;

/** A post, or one step on the way to one; or to why there is none. */
export function readSend(
  response: PlainResponse,
  send: Send,
  account: Account,
  now: number,
): Reading<'send'> {
  switch (send.earlier?.step) {
    case 'signed-in?':
      return whetherSignedIn(response, now);
    case 'there?':
      return whetherThere(response, send, account, now);
    case 'answerable?':
      return whetherAnswerable(response, send, now);
    default:
      return send.edits !== undefined && send.earlier === undefined
        ? readEdited(response, send, now)
        : readWritten(response, send, account, now);
  }
}

/** To edit takes the post's own number. */
function readEdited(response: PlainResponse, send: Send, now: number): Reading<'send'> {
  const failure = refusalOf(response, false, now);
  if (failure?.kind === 'auth') return { next: { ...send, earlier: { step: 'signed-in?' } } };
  if (failure !== null) return fail(failure);
  const post = bodyAs(PostSchema, response);
  if (post === null) return unreadable('no');
  return { next: { ...send, earlier: { id: post.id } } };
}

function readWritten(response: PlainResponse, send: Send, account: Account, now: number): Reading<'send'> {
  const failure = refusalOf(response, true, now);
  if (failure !== null) return refused(failure, response, send);
  if (bodyAs(HeldSchema, response) !== null) return succeed(heldAs(response, account));
  const post = bodyAs(PostSchema, response) ?? bodyAs(EditedSchema, response)?.post ?? null;
  return post === null ? unreadable('unknown') : succeed({ ref: refOf(post, account), held: false });
}

function heldAs(response: PlainResponse, account: Account): OperationValues['send'] {
  return { ref: heldRef(bodyAs(HeldSchema, response)?.pending_post?.id ?? '', account), held: true };
}

function refused(failure: Failure, response: PlainResponse, send: Send): Reading<'send'> {
  if (failure.kind === 'auth') return { next: { ...send, earlier: { step: 'signed-in?' } } };
  if (response.status !== 422) return fail(failure);
  const said = wordsOf(response) ?? '';
  const counted = countRefusal(said);
  if (counted !== null) return fail(counted);
  // A title that is taken, or the same text again: it may be that an earlier try of ours is what stands there.
  if (send.edits === undefined) return { next: { ...send, earlier: { step: 'there?', said } } };
  return fail({ kind: 'invalid', message: said });
}

/** A key that was taken back, or a category in which one may only read: the refusal reads the same. */
function whetherSignedIn(response: PlainResponse, now: number): Sent {
  const failure = refusalOf(response, false, now);
  if (failure?.kind === 'gone' || saysSignedOut(response)) return fail({ kind: 'auth', why: 'expired' });
  if (failure?.kind === 'retry') return fail(failure);
  if (failure === null && bodyAs(SessionSchema, response) === null) return unreadable('no');
  return fail({ kind: 'auth', why: 'forbidden' });
}

function whetherThere(response: PlainResponse, send: Send, account: Account, now: number): Reading<'send'> {
  const posts = bodyAs(LatestSchema, response)?.latest_posts;
  if (refusalOf(response, false, now) !== null || posts === undefined)
    return fail({ kind: 'retry', applied: 'unknown', answered: true });
  const ours = posts.find((post) => isOurs(post, send, account));
  if (ours !== undefined) return succeed({ ref: refOf(ours, account), held: false });
  const { said = '' } = send.earlier ?? {};
  return send.replyTo === undefined
    ? fail({ kind: 'invalid', message: said })
    : { next: { ...send, earlier: { step: 'answerable?', said } } };
}

function isOurs(post: Post, { text }: Send, { member }: Account): boolean {
  const reference = REFERENCE.exec(text)?.[1];
  return (
    reference !== undefined && post.user_id === member?.id && `${post.raw ?? post.cooked}`.includes(reference)
  );
}

/** A reply is refused in the same words where its topic is gone and where it is closed. */
function whetherAnswerable(response: PlainResponse, send: Send, now: number): Sent {
  const failure = refusalOf(response, false, now);
  if (failure?.kind === 'retry') return fail(failure);
  if (failure !== null) return fail({ kind: 'gone' });
  return fail({ kind: 'invalid', message: send.earlier?.said ?? '' });
}
