import * as z from 'zod/mini';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { forgetPictures } from '@/utils/outbox/pictures';
import { sessionValue } from '@/utils/platform/session';
import { inspect } from '@/utils/storage/inspect';
import { updateBadge } from './badge';
import { healFromLastRun } from './heal';
import type { Services } from './services';

/** Epoch ms of the last look in this run of the browser; 0 before the first. */
const inspectedAt = sessionValue('inspected-at', z.number(), 0);

/** A bug that comes again and again is no reason to read everything again and again. */
const LOOK_AGAIN_MS = MINUTE_MS;

/**
 * Looks at every row, once in each run of the browser: only between two runs can a disk, or another version of ours,
 * have left something there that this one does not know.
 */
export async function inspectOnce(services: Services): Promise<void> {
  if ((await inspectedAt.read()) !== 0) return;
  await healFromLastRun(); // first of all: everything that is written from now on depends on it
  await look(services);
  await forgetPictures(services.db, services.clock); // all rows were read just now: the one time that it costs little
}

/** Something went wrong that should not: a row that is not as it should be may be why. */
export async function inspectAfterBug(services: Services): Promise<void> {
  if (services.clock() - (await inspectedAt.read()) >= LOOK_AGAIN_MS) await look(services);
}

async function look(services: Services): Promise<void> {
  const { db, clock, announce } = services;
  const odd = await inspect(db, clock());
  await inspectedAt.change(() => clock());
  if (odd === 0) return;
  announce();
  await updateBadge(services);
}
