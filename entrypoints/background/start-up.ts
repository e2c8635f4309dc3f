import { updateBadge } from './badge';
import { noteBrowserStart } from './browser-start';
import { finishDeletions } from './discarded';
import { forgetOldActivities } from './forget';
import { inspectOnce } from './inspection';
import { keepForgotten } from './keep-forgotten';
import { keepFromEviction } from './keep-from-eviction';
import type { Sync } from './schedule-sync';
import type { Services } from './services';
import { unattended } from './unattended';

/** What every start of the worker takes up again, each by itself: one that fails keeps no other from it. */
export function startUp(services: Services, sync: Sync): void {
  // Alarms do not survive a restart everywhere, and what a killed worker left under way has to be looked at.
  unattended(inspectOnce(services).finally(sync.now));
  unattended(noteBrowserStart(services.clock));
  unattended(services.recipes.renew());
  unattended(keepForgotten(services));
  unattended(forgetOldActivities(services));
  unattended(finishDeletions(services));
  unattended(updateBadge(services));
  unattended(keepFromEviction());
}
