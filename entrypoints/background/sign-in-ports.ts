import { browser } from 'wxt/browser';
import { readAddress } from '@/utils/community/address';
import { PendingSignInsSchema } from '@/utils/community/auth/pending';
import type { ConnectPorts, GivenApplication, SignInWindow } from '@/utils/community/auth/ports';
import type { Note } from '@/utils/community/noted-http';
import { SECOND_MS } from '@/utils/kernel/clock';
import { permissionPattern } from '@/utils/platform/origins';
import { sessionValue } from '@/utils/platform/session';
import type { Purpose } from '@/utils/privacy/ledger-row';
import type { ApplicationSetting, Policy } from '@/utils/settings/settings';
import type { Services } from './services';

/** In memory only: a pending sign-in holds secrets, and ends with the browser. */
const pending = sessionValue('sign-ins', PendingSignInsSchema, {});

/** What signing in works with, by what policy and person chose now. */
export async function signInPorts(services: Services): Promise<ConnectPorts> {
  const { db, clock, http, note } = services;
  const [{ language }, { policy }, { applications }] = await Promise.all([
    services.words(),
    services.policy(),
    services.settings(),
  ]);
  return {
    db,
    clock,
    http,
    pending,
    language,
    window: signInWindow(note),
    applicationFor: applicationsOf(policy, applications),
    mayReach: (origins) => browser.permissions.contains({ origins: origins.map(permissionPattern) }),
  };
}

function signInWindow(note: Note): SignInWindow {
  return windowBy(note, 'sign-in', (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }));
}

/** Goes to the same page without showing it; who has to do something there is not signed in. */
export function hiddenWindow(note: Note): SignInWindow {
  return windowBy(note, 'sign-in-again', (url) => {
    const flow = browser.identity.launchWebAuthFlow({ url, interactive: false, ...PATIENCE });
    return Promise.race([flow, wait(HIDDEN_FOR_MS)]); // Firefox knows no end where a proxy never answers
  });
}

const HIDDEN_FOR_MS = 15 * SECOND_MS;

/** Chromium takes the first page for the end; some go on by a script of theirs. Firefox knows redirects only. */
const PATIENCE: object = import.meta.env.FIREFOX
  ? {}
  : { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: HIDDEN_FOR_MS };

function windowBy(
  note: Note,
  purpose: Purpose,
  launch: (url: string) => Promise<string | undefined>,
): SignInWindow {
  return {
    redirectUri: browser.identity.getRedirectURL(),
    launch: async (url) => {
      await note(url, purpose);
      try {
        return (await launch(url)) ?? null;
      } catch {
        return null; // it was closed, did not load, or would have had to be shown: nothing was agreed to
      }
    },
  };
}

function wait(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

/** What was given out for a platform: by policy before options, for one address before any. */
export function applicationsOf(
  { applications: ofPolicy = [] }: Policy,
  ofPerson: readonly ApplicationSetting[] = [],
): (platformId: string, base: string) => GivenApplication | null {
  const all = [
    ...ofPolicy.map((one) => ({ ...one, byPolicy: true })),
    ...ofPerson.map((one) => ({ ...one, byPolicy: false })),
  ];
  return (platformId, base) => {
    const ofPlatform = all.filter(({ platform }) => platform === platformId);
    const given =
      ofPlatform.find(({ address }) => address && isAt(address, base)) ??
      ofPlatform.find(({ address }) => !address);
    if (given === undefined) return null;
    return { clientId: given.clientId, tenant: given.tenant || null, byPolicy: given.byPolicy };
  };
}

function isAt(address: string, base: string): boolean {
  const read = readAddress(address);
  return read.ok && `${read.value.origin}${read.value.pathname}`.replace(/\/+$/u, '') === base;
}
