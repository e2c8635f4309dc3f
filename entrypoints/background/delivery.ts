import { SECOND_MS } from '@/utils/kernel/clock';
import { secureRandom } from '@/utils/kernel/random';
import { type DeliverPorts, deliver } from '@/utils/outbox/deliver';
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
import { nextSilentSignInAt, signInWhereWaiting } from './sign-in-silently';
import { unattended } from './unattended';

/** A long delivery is told of this often, not with every post; drawing the toolbar anew costs as much as a few posts. */
const TELL_EVERY_MS = SECOND_MS;
const COUNT_EVERY_MS = 5 * SECOND_MS;

/** The outbox's delivery with this browser's network, locks and clock. */
export function createDelivery(services: Services): Delivery {
  const { db, clock, perform } = services;
  const tell = nowAndThen(TELL_EVERY_MS, services.announce); // whoever looks asks for all of it again
  const count = nowAndThen(COUNT_EVERY_MS, () => unattended(updateBadge(services)));
  const ports = {
    db,
    clock,
    random: secureRandom,
    perform,
    lock: inTurn,
    changed: () => {
      tell();
      count();
    },
  };
  return {
    run: async () => {
      const isWell = await deliverAll(services, ports);
      lookAround(services);
      await pruneOldTexts(services);
      if (!isWell || !(await heal())) return false;
      return (await signInWhereWaiting(services)) ? deliverAll(services, ports) : true;
    },
    nextDueAt: () => db.patiently(earlier(nextDueAt(db), nextSilentSignInAt(services))),
    hurry: () => db.patiently(makeDue(db, clock)),
    failed: (error) => {
      unattended(updateBadge(services));
      if (diskCodeOf(error) !== null) return unattended(noteRefusal());
      console.error(error);
      unattended(inspectAfterBug(services));
    },
  };
}

function inTurn<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(name, work) as Promise<Value>;
}

async function deliverAll(services: Services, ports: DeliverPorts): Promise<boolean> {
  await followDrain(services);
  const went = await deliver(ports);
  await followDrain(services);
  services.announce();
  unattended(updateBadge(services));
  return went.ok;
}

async function earlier(...moments: readonly Promise<number | null>[]): Promise<number | null> {
  const known = (await Promise.all(moments)).filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
}
