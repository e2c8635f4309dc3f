import type { Overview } from '@/utils/messaging/views';
import { discardedRows, finishDiscarding, UNDO_MS } from '@/utils/outbox/discard';
import { titleOf } from '@/utils/practice/tidy';
import { updateBadge } from './badge';
import type { Services } from './services';
import { unattended } from './unattended';

/**
 * Removes for good what the person deleted and did not take back, and comes back for what can still be. A worker that
 * is stopped before leaves it to the next: the person asked for it, so a deletion is finished and never forgotten.
 */
export async function finishDeletions(services: Services): Promise<void> {
  const { db, clock, announce } = services;
  const finished = await finishDiscarding(db, clock);
  if (!finished.ok) return comeBack(services, UNDO_MS); // a disk that refuses now
  if (finished.value.removed > 0) announce();
  if (finished.value.nextAt !== null) comeBack(services, finished.value.nextAt - clock());
}

function comeBack(services: Services, afterMs: number): void {
  setTimeout(() => unattended(finishDeletions(services)), Math.max(afterMs, 1_000));
}

/** Something was deleted or taken back: everybody who shows it looks again, and its time is watched. */
export function deletionsChanged(services: Services): void {
  services.announce();
  unattended(updateBadge(services));
  unattended(finishDeletions(services));
}

/** What can still be taken back. */
export async function discardedViews({ db }: Services): Promise<Overview['discarded']> {
  const rows = await discardedRows(db);
  return rows.map(({ id, kind, row }) => ({ id, kind, title: titleOf(row.practice) }));
}
