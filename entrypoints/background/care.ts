import type { Care } from './answer-messages';
import { updateBadge } from './badge';
import { heal, isSuspect, noteRefusal } from './heal';
import { inspectAfterBug } from './inspection';
import type { Sync } from './schedule-sync';
import type { Services } from './services';
import { unattended } from './unattended';

/** What is done about an answer that the disk or a bug spoiled. */
export function createCare(services: Services, sync: Sync): Care {
  return {
    patiently: (work) => services.library.precede(services.db.patiently(work)),
    went: () => {
      if (isSuspect()) unattended(heal().then(() => updateBadge(services)));
    },
    refused: () => {
      unattended(updateBadge(services));
      unattended(noteRefusal(sync));
    },
    stumbled: () => unattended(inspectAfterBug(services)),
  };
}
