import { fail, type Result, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type { Account, Failure, Operation, OperationValues, PlainResponse, Reading } from '../../connector';
import { unreadable } from '../../status';
import { countRefusal, wordsOf } from './refusal';
import { EditedSchema, HeldSchema, heldRef, LatestSchema, PostSchema, refOf } from './shapes';
import { SessionSchema } from './site';

type Send = Extract<Operation, { verb: 'send' }>;
type Sent = Result<OperationValues['send'], Failure>;

const REFERENCE = /^Ref\. (DG-[0-9A-Z]{4}-[0-9A-Z]{4})$/mu;

/** A post, or one step on the way to one; or to why there is none. */
export function readSend(
  response: PlainResponse,
  send: Send,
  account: Account,
  failure: Failure | null,
): Reading<'send'> {
  const step = send.earlier?.step;
  if (step === 'signed-in?') return whetherSignedIn(response, failure);
  if (step === 'there?') return whetherThere(response, send, account, failure);
  if (step === 'answerable?') return fail(whyNotAnswered(failure, send.earlier?.said ?? ''));
  if (failure !== null) return refused(failure, response, send);
  const held = bodyAs(HeldSchema, response);
  if (held !== null) return succeed({ ref: heldRef(held.pending_post?.id ?? '', account), held: true });
  const post = bodyAs(PostSchema, response) ?? bodyAs(EditedSchema, response)?.post ?? null;
  // To edit takes the post's own number.
  const isAsked = send.edits !== undefined && send.earlier === undefined;
  if (post === null) return unreadable(isAsked ? 'no' : 'unknown');
  return isAsked
    ? { next: { ...send, earlier: { id: post.id } } }
    : succeed({ ref: refOf(post, account), held: false });
}

function refused(failure: Failure, response: PlainResponse, send: Send): Reading<'send'> {
  if (failure.kind === 'auth') return { next: { ...send, earlier: { step: 'signed-in?' } } };
  if (response.status !== 422) return fail(failure);
  const said = wordsOf(response) ?? '';
  const counted = countRefusal(said);
  if (counted !== null) return fail(counted);
  // A title that is taken, or the same text again: it may be that an earlier try of ours is what stands there.
  return send.edits === undefined
    ? { next: { ...send, earlier: { step: 'there?', said } } }
    : fail({ kind: 'invalid', message: said });
}

/** A key that was taken back, or a category in which one may only read: the refusal reads the same. */
function whetherSignedIn(response: PlainResponse, failure: Failure | null): Sent {
  if (failure?.kind === 'retry') return fail(failure);
  const isSignedIn = failure === null && bodyAs(SessionSchema, response) !== null;
  return fail({ kind: 'auth', why: isSignedIn ? 'forbidden' : 'expired' });
}

function whetherThere(
  response: PlainResponse,
  send: Send,
  account: Account,
  failure: Failure | null,
): Reading<'send'> {
  const posts = bodyAs(LatestSchema, response)?.latest_posts;
  if (failure !== null || posts === undefined) return unreadable('unknown');
  const reference = REFERENCE.exec(send.text)?.[1] ?? send.text;
  const ours = posts.find(
    ({ user_id, raw, cooked }) => user_id === account.member?.id && `${raw ?? cooked}`.includes(reference),
  );
  if (ours !== undefined) return succeed({ ref: refOf(ours, account), held: false });
  const { said = '' } = send.earlier ?? {};
  return send.replyTo === undefined
    ? fail({ kind: 'invalid', message: said })
    : { next: { ...send, earlier: { step: 'answerable?', said } } };
}

/** A reply is refused in the same words where its topic is gone and where it is closed. */
function whyNotAnswered(failure: Failure | null, said: string): Failure {
  if (failure === null) return { kind: 'invalid', message: said };
  return failure.kind === 'retry' ? failure : { kind: 'gone' };
}
