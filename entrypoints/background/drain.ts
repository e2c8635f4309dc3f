import * as z from 'zod/mini';
import type { WaitingView } from '@/utils/messaging/views';
import { countInState, ON_THEIR_WAY } from '@/utils/outbox/counts';
import { sessionValue } from '@/utils/platform/session';
import type { Services } from './services';

/** From so many on a delivery takes long enough to say how far it is. */
const LONG = 5;

/** Epoch ms at which a long delivery began; null while there is none. Outlives the worker, not the browser. */
const began = sessionValue('drain', z.nullable(z.number()), null);

/** Notices that a long delivery begins, or that nothing is on its way any more. */
export async function followDrain({ db, clock }: Services): Promise<void> {
  const count = await countInState(db, ON_THEIR_WAY, { most: LONG });
  if (count > 0 && count < LONG) return;
  await began.change((since) => (count === 0 ? null : (since ?? clock())));
}

/** How far a long delivery is: what has its receipt on disk since it began, out of that and what is on its way. */
export async function readDrain({ db }: Services): Promise<WaitingView['drain']> {
  const since = await began.read();
  if (since === null) return null;
  const sent = await db.receipts.where('at').aboveOrEqual(since).count();
  const left = await countInState(db, ON_THEIR_WAY);
  return left === 0 ? null : { sent, of: sent + left };
}
