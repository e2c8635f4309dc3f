import { browser } from 'wxt/browser';
import type { Exchange } from '@/utils/activity/exchange';
import { keepPending, type Pending, PendingSchema } from '@/utils/activity/pending';
import { followExchange } from './follow-activity';
import type { HopWatcher } from './follow-hops';
import { hearExchange } from './lessons';
import type { Services } from './services';
import { unattended } from './unattended';

/** Follows every hop to its activity, also those that outlive the worker which saw them begin. */
export function watchHops(services: Services): HopWatcher {
  return {
    onExchange: (exchange, requestId, seen) => {
      if (seen === 'slow') void forgetSlowRequest(requestId);
      const kept = seen === 'end' ? takeSlowRequest(requestId) : Promise.resolve(null);
      unattended(kept.then((pending) => hearOrFollow(services, exchange, pending)));
    },
    onSlow: (request, requestId) => {
      const kept = keepSlowRequest(services, request, requestId);
      keeping.set(requestId, kept);
      unattended(kept.finally(() => keeping.delete(requestId)));
    },
    onGone: (requestId) => void forgetSlowRequest(requestId),
  };
}

/** What is shown in a lesson is not asked about. */
async function hearOrFollow(services: Services, exchange: Exchange, pending: Pending | null): Promise<void> {
  if (!(await hearExchange(services, exchange))) await followExchange(services, exchange, pending);
}

/** By request, what is being kept at this moment. */
const keeping = new Map<string, Promise<void>>();

const keyOf = (requestId: string): string => `slow-request:${requestId}`;

/** Keeps, for the session, what a slow request may still prove: the worker may be stopped before its answer comes. */
async function keepSlowRequest(services: Services, request: Exchange, requestId: string): Promise<void> {
  const site = await services.db.sites.get(new URL(request.url).origin);
  if (site === undefined) return;
  const { compiled } = await services.recipes.current();
  const pending = keepPending(request, compiled);
  if (pending !== null) await browser.storage.session.set({ [keyOf(requestId)]: pending });
}

/** What was kept of a request whose beginning another worker saw; null where nothing was. It is forgotten here. */
async function takeSlowRequest(requestId: string): Promise<Pending | null> {
  const key = keyOf(requestId);
  const parsed = PendingSchema.safeParse((await browser.storage.session.get(key))[key]);
  if (!parsed.success) return null;
  await forgetSlowRequest(requestId);
  return parsed.data;
}

/** Forgets what was kept of a request, also where it is only now being kept. */
async function forgetSlowRequest(requestId: string): Promise<void> {
  await Promise.allSettled([keeping.get(requestId)]);
  await browser.storage.session.remove(keyOf(requestId));
}
