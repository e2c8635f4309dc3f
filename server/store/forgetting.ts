import { HOUR_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { forgetUnshown } from './pictures';
import { isoTime, type Store } from './store';

/** Longer than any node takes to hear of it. */
const EVENTS_MS = 10 * MINUTE_MS;
/** Equal posts count for a minute. */
const EQUAL_POSTS_MS = HOUR_MS;

/** Forgets what nobody needs any more: what happened, which words were posted, pictures that no post shows, codes and sessions that are too old. */
export async function forgetOld(store: Store): Promise<void> {
  const { db, communityId } = store;
  const now = store.clock();
  for (const [table, keptMs] of [
    ['events', EVENTS_MS],
    ['equal_posts', EQUAL_POSTS_MS],
  ] as const) {
    await db
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('created_at', '<', isoTime(now - keptMs))
      .execute();
  }
  await forgetUnshown(store);
  for (const table of ['authorization_codes', 'sessions', 'password_resets'] as const) {
    await db
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('expires_at', '<=', isoTime(now))
      .execute();
  }
}

const OFTEN_MS = 5 * MINUTE_MS;

/** Forgets now and every five minutes, until what it answers is called; that is done when nothing is asked any more. */
export function keepForgetting(store: Store): () => Promise<void> {
  let forgetting = Promise.resolve();
  const forget = (): void => {
    forgetting = forgetting.then(() => forgetOld(store)).catch(console.error);
  };
  forget();
  const timer = setInterval(forget, OFTEN_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return forgetting;
  };
}
