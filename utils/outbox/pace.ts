import { LONGEST_ASKED_MS } from './backoff';
import type { OutboxDatabase } from './store';

/**
 * Ends a community's own pause: somebody clicked, or the network is back. What the server asked for (Retry-After)
 * still counts, unless it lies further ahead than we ever wait: then a clock has jumped.
 */
export async function liftPace(db: OutboxDatabase, communityId: string, now: number): Promise<void> {
  const pace = await db.paces.get(communityId);
  if (pace === undefined) return;
  const asked = pace.asked > now + LONGEST_ASKED_MS ? 0 : pace.asked;
  await db.paces.put({ ...pace, asked, until: asked });
}
