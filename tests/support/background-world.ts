import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { answer } from '@/entrypoints/background/answer-messages';
import { createAnswerers } from '@/entrypoints/background/answerers';
import type { IdentifiedCaller } from '@/entrypoints/background/identify-caller';
import { createLibrary } from '@/entrypoints/background/library';
import { createNetwork } from '@/entrypoints/background/network';
import { createLiveRecipes } from '@/entrypoints/background/recipes';
import type { Sync } from '@/entrypoints/background/schedule-sync';
import type { Services } from '@/entrypoints/background/services';
import type { Activity } from '@/utils/activity/activity';
import type { Result } from '@/utils/kernel/result';
import { createText } from '@/utils/language';
import nl from '@/utils/language/texts/nl.json';
import type { MessageName, Problem, Replies } from '@/utils/messaging/contract';
import type { Prompt } from '@/utils/prompting/prompt';
import { DEFAULT_SETTINGS, type Policy } from '@/utils/settings/settings';
import { Database } from '@/utils/storage/database';
import { FakeCommunity } from './fake-community';

export const NOW = Date.UTC(2026, 10, 24, 10);
export const SITE = 'https://wiki.example';

export const inPage: IdentifiedCaller = {
  kind: 'in-page',
  tabId: 7,
  frameId: 0,
  frame: '7:0:',
  origin: SITE,
};
export const framed: IdentifiedCaller = {
  kind: 'frame',
  tabId: 7,
  frameId: 3,
  frame: '7:3:doc',
  origin: null,
};
export const popup: IdentifiedCaller = {
  kind: 'page',
  tabId: null,
  frameId: 0,
  frame: 'null:0:',
  origin: null,
};

export const activity: Activity = {
  id: 'activity',
  verb: 'edit',
  title: 'Aktenplan',
  link: `${SITE}/doku.php?id=aktenplan`,
  site: SITE,
  system: 'dokuwiki',
  count: 1,
  at: NOW,
};

export const duePrompt: Prompt = {
  id: 'prompt',
  activity,
  batch: [],
  state: 'due',
  reason: 'eligible',
  tabId: 7,
  createdAt: NOW,
  answer: null,
};

/** The background with a real database in memory, a real catalogue and a clock that stands still. */
export function aBackground(indexedDB = new IDBFactory()) {
  const db = new Database({ indexedDB, IDBKeyRange }, `test-${Math.random()}`);
  const t = createText('nl', nl);
  const settings = async () => (await db.settings.get(1)) ?? DEFAULT_SETTINGS;
  const server = new FakeCommunity(() => NOW);
  let announced = 0;
  let synced = 0;
  const policy: { current: Policy } = { current: {} };
  const services: Services = {
    db,
    clock: () => NOW,
    ...createNetwork(db, () => NOW, server.http),
    settings,
    changeSettings: async (change) => void (await db.settings.put({ ...(await settings()), ...change })),
    policy: async () => ({ policy: policy.current, problem: null }),
    recipes: createLiveRecipes(db, async () => policy.current),
    library: createLibrary(db, () => {
      announced += 1;
    }),
    words: async () => ({ language: 'nl', t }),
    textIn: async () => t,
    announce: () => {
      announced += 1;
    },
  };
  const sync: Sync = {
    now: async () => {
      synced += 1;
    },
    hurry: async () => {
      synced += 1;
    },
  };
  const answerers = createAnswerers(services, sync);
  const ask = <Name extends MessageName>(name: Name, request: unknown, caller: IdentifiedCaller | null) =>
    answer(answerers, name, request, caller) as Promise<Result<Replies[Name], Problem>>;
  return { db, services, server, policy, ask, counts: () => ({ announced, synced }) };
}
