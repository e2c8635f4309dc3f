import { ask } from '@/utils/messaging/ask';
import type { MessageName, Replies, RequestOf } from '@/utils/messaging/contract';
import { enqueue } from '@/utils/outbox/enqueue';
import { Database } from '@/utils/storage/database';
import { communityOf, DUTCH, practiceOf, type Target } from './samples';

type Order = RequestOf<'draft:send'>;

async function must<Name extends MessageName>(name: Name, request: RequestOf<Name>): Promise<Replies[Name]> {
  const answer = await ask(name, request);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value;
}

/** Milliseconds until the worker has delivered everything. */
export async function deliverAll(): Promise<number> {
  const startedAt = performance.now();
  await must('delivery:run', {});
  return performance.now() - startedAt;
}

/** A draft that is written and can be sent. */
export async function written(target: Target, n: number): Promise<Order> {
  const { id: communityId } = communityOf(target);
  const { draftId } = await must('draft:new', {});
  const practice = practiceOf(n);
  const { revision, preview } = await must('draft:save', { draftId, revision: 0, practice, communityId });
  return { draftId, revision, communityId, placeId: null, audience: 'members', text: preview.text };
}

/** Milliseconds from the Send to its answer, which comes once the post is on disk. */
export async function send(order: Order): Promise<number> {
  const startedAt = performance.now();
  await must('draft:send', order);
  return performance.now() - startedAt;
}

/** Milliseconds until the worker refuses what nobody may ask: it has woken, and has done nothing else. */
export async function wake(): Promise<number> {
  const startedAt = performance.now();
  const answer = await ask('entry:read', {} as never);
  const taken = performance.now() - startedAt;
  if (answer.ok || answer.error.code !== 'bad-request') throw new Error('that was no refusal');
  return taken;
}

/** Milliseconds of the same Send's transaction, in this page. */
export async function enqueueHere(order: Order): Promise<number> {
  const db = new Database();
  await db.open();
  const startedAt = performance.now();
  const sent = await enqueue(db, { ...order, restsUntil: null }, { clock: Date.now, words: DUTCH });
  const taken = performance.now() - startedAt;
  db.close();
  if (!sent.ok) throw new Error(`not sent: ${sent.error.code}`);
  return taken;
}
