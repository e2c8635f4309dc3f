import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hearExchange } from '@/entrypoints/background/lessons';
import type { Exchange } from '@/utils/activity/exchange';
import { aBackground, NOW, popup, SITE } from './background-world';
import { aForm, anExchange } from './exchanges';
import { showPage } from './fake-page';

export const TAB = 7;
/** What stands on the icon. */
export const badge = { text: '' };

/** A browser with one tab, which shows the site. */
export function openSite(): void {
  fakeBrowser.reset();
  showPage(TAB, { url: `${SITE}/zaken/1`, title: 'Zaak 1 | Zaaksysteem' });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.action, {
    setBadgeText: async ({ text }: { text: string }) => {
      badge.text = text;
    },
    setTitle: async () => {},
    setBadgeBackgroundColor: async () => {},
  });
  Object.assign(fakeBrowser.tabs, { update: async () => ({}) });
}

export const request = { origin: SITE, system: 'Zaaksysteem', verb: 'edit' };

export function save(id: number, action = 'bewaren'): Exchange {
  return anExchange({
    url: `${SITE}/zaken/${id}/bewerken`,
    tabId: TAB,
    body: aForm({ titel: `Zaak ${id}`, actie: action }),
    status: 302,
    redirect: `${SITE}/zaken/${id}`,
  });
}

export async function aLesson() {
  const world = aBackground();
  await world.db.sites.add({
    origin: SITE,
    recipeId: null,
    chosen: false,
    tries: false,
    addedAt: NOW,
    named: 'person',
  });
  const begun = await world.ask('lesson:start', request, popup);
  if (!begun.ok) throw new Error(begun.error.code);
  return world;
}

export async function aProposal() {
  const world = await aLesson();
  for (const [run, id] of [17, 23, 4711].entries()) {
    await hearExchange(world.services, save(id));
    await world.ask('lesson:next', { run }, popup);
  }
  await hearExchange(world.services, save(23, 'annuleren'));
  await world.ask('lesson:next', { run: 3 }, popup);
  return world;
}

export const stored = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));
