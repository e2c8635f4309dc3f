import * as z from 'zod/mini';
import { localValue } from '@/utils/platform/session';
import type { Services } from './services';
import { unattended } from './unattended';

/**
 * Beside the database, for it tells of it: whether there was one, and when it was found gone (epoch ms). A browser that
 * cannot read its own files throws them away and begins anew without a word.
 */
const database = localValue(
  'database',
  z.strictObject({ there: z.boolean(), lostAt: z.nullable(z.number()) }),
  { there: false, lostAt: null },
);

/** Looks at every opening whether the browser has lost what was there. */
export function watchLoss(services: Services): void {
  services.db.on('ready', () => unattended(noteOpening(services)), true);
}

async function noteOpening({ db, clock, announce }: Services): Promise<void> {
  const wasEmpty = db.wasEmpty;
  db.wasEmpty = false;
  const before = await database.read();
  if (before.there && !wasEmpty) return;
  const lostAt = before.there ? clock() : before.lostAt;
  await database.change(() => ({ there: true, lostAt }));
  if (lostAt !== before.lostAt) announce();
}

/** Epoch ms at which the browser was found to have lost everything; null where it has not, or the person knows. */
export async function lostAt(): Promise<number | null> {
  return (await database.read()).lostAt;
}

/** The person has read it. */
export async function forgetLoss(): Promise<void> {
  await database.change((now) => ({ ...now, lostAt: null }));
}
