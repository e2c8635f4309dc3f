import { SECOND_MS } from '@/utils/kernel/clock';
import { secureRandom } from '@/utils/kernel/random';
import { deliver } from '@/utils/outbox/deliver';
import { diskCodeOf } from '@/utils/outbox/disk';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { updateBadge } from './badge';
import { followDrain } from './drain';
import { pruneOldTexts } from './forget';
import { heal, noteRefusal } from './heal';
import { inspectAfterBug } from './inspection';
import { lookAround } from './look-around';
import { nowAndThen } from './now-and-then';
import type { Delivery } from './schedule-sync';
import type { Services } from './services';
import { unattended } from './unattended';

/** A long delivery is told of this often, not with every post; drawing the toolbar anew costs as much as a few posts. */
const TELL_EVERY_MS = SECOND_MS;
const COUNT_EVERY_MS = 5 * SECOND_MS;

/** The outbox's delivery with this browser's network, locks and clock. */
export function createDelivery(services: Services): Delivery {
  const { db, clock, perform } = services;
  const changed = (): void => {
    services.announce();
    unattended(updateBadge(services));
  };
  const tell = nowAndThen(TELL_EVERY_MS, services.announce); // whoever looks asks for all of it again
  const count = nowAndThen(COUNT_EVERY_MS, () => unattended(updateBadge(services)));
  const ports = {
    db,
    clock,
    random: secureRandom,
    perform,
    lock: <Value>(name: string, work: () => Promise<Value>): Promise<Value> =>
      navigator.locks.request(name, work) as Promise<Value>,
    changed: () => {
      tell();
      count();
    },
  };
  return {
    run: async () => {
      await followDrain(services);
      const went = await deliver(ports);
      await followDrain(services);
      changed();
      lookAround(services);
      await pruneOldTexts(services);
      return went.ok && (await heal());
    },
    nextDueAt: () => db.patiently(nextDueAt(db)),
    hurry: () => db.patiently(makeDue(db, clock)),
    failed: (error) => {
      unattended(updateBadge(services));
      if (diskCodeOf(error) !== null) return unattended(noteRefusal());
      console.error(error);
      unattended(inspectAfterBug(services));
    },
  };
}
