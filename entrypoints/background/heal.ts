import * as z from 'zod/mini';
import { diskCodeOf } from '@/utils/outbox/disk';
import { sessionValue } from '@/utils/platform/session';
import { beginNewLog } from '@/utils/storage/begin-new-log';
import type { Sync } from './schedule-sync';

/** The disk refused something, or may have before this run of the browser: its log may end in half a record. */
const refused = sessionValue('disk-refused', z.boolean(), false);

/** Whether that has to be looked up: not after every answer, and a worker that just began does not know. */
let mayHaveRefused = true;

/** At the start of each run of the browser: how the last one ended, nobody knows. */
export async function healFromLastRun(): Promise<void> {
  await suspect();
  await heal();
}

/** Writes down that the disk refused, and has `sync` come back until it takes things again. */
export async function noteRefusal(sync?: Sync): Promise<void> {
  if (await refused.read()) return;
  await suspect();
  await sync?.now();
}

async function suspect(): Promise<void> {
  mayHaveRefused = true;
  await refused.change(() => true);
}

/** Whether there may be something to heal. */
export function isSuspect(): boolean {
  return mayHaveRefused;
}

/** Heals where there is something to heal; false where the disk still refuses. Costs nothing where all is well. */
export async function heal(): Promise<boolean> {
  if (!mayHaveRefused) return true;
  try {
    if (await refused.read()) await beginNewLog();
    await refused.change(() => false);
    mayHaveRefused = false;
    return true;
  } catch (error) {
    if (diskCodeOf(error) === null) throw error;
    return false;
  }
}
