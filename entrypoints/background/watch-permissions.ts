import { browser } from 'wxt/browser';
import { bindRecipe } from './bind-recipe';
import type { NetworkObserver } from './observe-network';
import type { Services } from './services';
import { settleExpected } from './sites';
import { unattended } from './unattended';

/**
 * Finishes what a click on "allow" began: the popup may be closed by the time the browser has asked. A listener from
 * before the grant stays blind in Chromium, so all are made anew.
 */
export function watchPermissions(services: Services, observer: NetworkObserver): void {
  browser.permissions.onAdded.addListener(() => {
    observer.renew();
    unattended(makeSites(services));
  });
  browser.permissions.onRemoved.addListener(() => services.announce());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area !== 'managed') return;
    unattended(services.recipes.renew().then(() => services.announce()));
  });
}

/** Every expected site whose permission is there now, each with its recipe where a tab shows which it is. */
export async function makeSites(services: Services): Promise<void> {
  for (const origin of await settleExpected(services)) await bindRecipe(services, origin);
}
