import { secureRandom } from '@/utils/kernel/random';
import { deliver } from '@/utils/outbox/deliver';
import { makeDue, nextDueAt } from '@/utils/outbox/due';
import { updateBadge } from './badge';
import { followDrain } from './drain';
import { pruneOldTexts } from './forget';
import { nowAndThen } from './now-and-then';
import type { Delivery } from './schedule-sync';
import type { Services } from './services';

/** A long delivery is told of this often, not with every post. */
const TELL_EVERY_MS = 500;

/** The outbox's delivery with this browser's network, locks and clock. */
export function createDelivery(services: Services): Delivery {
  const { db, clock, perform } = services;
  const changed = (): void => {
    services.announce();
    void updateBadge(services);
  };
  const ports = {
    db,
    clock,
    random: secureRandom,
    perform,
    lock: <Value>(name: string, work: () => Promise<Value>): Promise<Value> =>
      navigator.locks.request(name, work) as Promise<Value>,
    changed: nowAndThen(TELL_EVERY_MS, changed), // whoever looks asks for all of it again
  };
  return {
    run: async () => {
      await followDrain(services);
      await deliver(ports);
      await followDrain(services);
      changed();
      await pruneOldTexts(services);
    },
    nextDueAt: () => nextDueAt(db),
    hurry: () => makeDue(db, clock),
  };
}
