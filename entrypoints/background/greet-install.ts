import { browser } from 'wxt/browser';
import type { Services } from './services';
import { unattended } from './unattended';

/** Shows the welcome page once, after the person installed it themselves; a managed laptop opens no tab unasked. */
export function greetInstall(services: Services): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') unattended(greet(services));
  });
}

async function greet(services: Services): Promise<void> {
  const { policy } = await services.policy();
  const managed = policy.sites !== undefined || policy.community !== undefined;
  if (!managed) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/') });
}
