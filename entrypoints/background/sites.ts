import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { permissionPattern } from '@/utils/platform/origins';
import { sessionValue } from '@/utils/platform/session';
import { originOf, policyOrigins } from '@/utils/settings/policy';
import type { Site } from '@/utils/settings/settings';
import { recallPrompts } from './recall';
import type { Services } from './services';

/** How long after the click the browser's own question may stay open. */
const EXPECTED_FOR_MS = 10 * MINUTE_MS;

const ExpectedSchema = z.record(z.string(), z.number());
/** Origins that a click asked for as sites, and until when: a permission alone never makes a site. */
const expected = sessionValue('expected-sites', ExpectedSchema, {});

/** Remembers that the person wants these origins as sites; they become so once the permission is held. */
export async function expectSites(services: Services, origins: readonly string[]): Promise<void> {
  const until = services.clock() + EXPECTED_FOR_MS;
  const wanted = origins.map(originOf).filter((origin) => origin !== null);
  await expected.change((all) => ({
    ...all,
    ...Object.fromEntries(wanted.map((origin) => [origin, until])),
  }));
}

/** Makes a site of every expected origin whose permission is held by now. Safe to run at any moment, twice. */
export async function settleExpected(services: Services): Promise<readonly string[]> {
  const now = services.clock();
  const granted: string[] = [];
  for (const [origin, until] of Object.entries(await expected.read())) {
    if (until > now && (await isPermitted(origin))) granted.push(origin);
  }
  if (granted.length === 0) return granted;
  const { policy } = await services.policy();
  const named = policyOrigins(policy);
  for (const origin of granted) {
    const site: Site = {
      origin,
      recipeId: null,
      chosen: false,
      tries: false,
      addedAt: now,
      named: named.includes(origin) ? 'policy' : 'person',
    };
    await services.db.sites.add(site).catch(() => undefined); // it is a site already: its recipe stays bound
  }
  await expected.change((all) =>
    Object.fromEntries(
      Object.entries(all).filter(([origin, until]) => until > now && !granted.includes(origin)),
    ),
  );
  services.announce();
  return granted;
}

export async function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [permissionPattern(origin)] });
}

/** Takes a site off the list, and its permission back unless a community or another site needs the same host. */
export async function removeSite(services: Services, origin: string): Promise<void> {
  await services.db.sites.delete(origin);
  await recallPrompts(services, 'page-gone', origin);
  const pattern = permissionPattern(origin);
  const others = [
    ...(await services.db.sites.toArray()).map((site) => site.origin),
    ...(await services.db.communities.toArray()).map((community) => community.origin),
  ];
  if (!others.some((other) => permissionPattern(other) === pattern)) {
    await browser.permissions.remove({ origins: [pattern] });
  }
  services.announce();
}
