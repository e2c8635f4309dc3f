import { type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import { legible } from '@/utils/storage/legible';
import { updateBadge } from '../badge';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

const MOST_SHOWN = 50;

/** What was put aside, newest first. Asked for to be shown: from now on the badge counts it no more. */
export async function showAside(services: Services): Reply<'aside:show'> {
  const { db, announce } = services;
  const count = await db.quarantine.count();
  const rows = await db.quarantine.orderBy('at').reverse().limit(MOST_SHOWN).toArray();
  const unseen = await db.quarantine.where({ seen: 0 }).modify({ seen: 1 });
  if (unseen > 0) {
    await updateBadge(services);
    announce();
  }
  return succeed({
    count,
    rows: rows.map(({ id, table, row, at }) => ({ id, table, at, ...legible(row) })),
  });
}

/** All of it, as it was found. */
export async function exportAside({ db }: Services): Reply<'aside:export'> {
  return succeed({ json: JSON.stringify(await db.quarantine.orderBy('at').toArray(), null, 2) });
}

/** For good. `upTo` (epoch ms) is the newest that the person saw: what came later stays. */
export async function removeAside(services: Services, upTo: number): Reply<'aside:remove'> {
  await services.db.quarantine.where('at').belowOrEqual(upTo).delete();
  await updateBadge(services);
  services.announce();
  return succeed(null);
}
