import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type Clock, systemClock } from '@/utils/kernel/clock';
import { type Catalogue, cataloguePath, chooseLanguage, createText, type Text } from '@/utils/language';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { CHANGED } from '@/utils/messaging/contract';
import { diskCodeOf } from '@/utils/outbox/disk';
import { localValue } from '@/utils/platform/session';
import { readPolicy } from '@/utils/settings/policy';
import { DEFAULT_SETTINGS, LanguageSchema, type Policy, type Settings } from '@/utils/settings/settings';
import { Database } from '@/utils/storage/database';
import { createLibrary, type Library } from './library';
import { createNetwork, type Network } from './network';
import { createLiveRecipes, type LiveRecipes } from './recipes';
import { tellFrames } from './tickets';

export interface Words {
  readonly language: Language;
  readonly t: Text;
}

/** What every part of the background works with. */
export interface Services extends Network {
  readonly db: Database;
  readonly clock: Clock;
  settings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  /** `problem` names the field where the policy could not be read. */
  policy(): Promise<{ readonly policy: Policy; readonly problem: string | null }>;
  readonly recipes: LiveRecipes;
  readonly library: Library;
  words(): Promise<Words>;
  /** Words in one language, such as the one that a practice is written in. */
  textIn(language: string): Promise<Text>;
  /** Tells every open page of ours that what it shows may have changed. */
  announce(): void;
}

export function createServices(): Services {
  const db = new Database();
  const texts = new Map<Language, Promise<Text>>();

  const settings = async (): Promise<Settings> =>
    (await db.patiently(db.settings.get(1))) ?? DEFAULT_SETTINGS;

  const changeSettings = async (change: Partial<Settings>): Promise<void> => {
    await db.transaction('rw', db.settings, async () => {
      await db.settings.put({ ...(await settings()), ...change });
    });
    announce();
  };

  const policy: Services['policy'] = async () => {
    const read = readPolicy(await managedValues());
    return read.ok
      ? { policy: read.value, problem: null }
      : { policy: read.error.narrows, problem: read.error.field };
  };

  const recipes = createLiveRecipes(db, async () => (await policy()).policy);

  const textIn = (tag: string): Promise<Text> => {
    const language = chooseLanguage([tag], LANGUAGES);
    const text = texts.get(language) ?? loadText(language);
    texts.set(language, text);
    return text;
  };

  const words = async (): Promise<Words> => {
    const chosen = (await chosenLanguage(settings)) ?? (await policy()).policy.language;
    const language = chosen ?? chooseLanguage(navigator.languages, LANGUAGES);
    return { language, t: await textIn(language) };
  };

  const library = createLibrary(db, announce);
  const own = { settings, changeSettings, policy, recipes, library, words, textIn, announce };
  return { db, clock: systemClock, ...createNetwork(db, systemClock), ...own };
}

/** Beside the database, so that a person reads in their own language that it cannot be opened. */
const rememberedLanguage = localValue('language', z.nullable(LanguageSchema), null);

async function chosenLanguage(settings: Services['settings']): Promise<Language | null> {
  try {
    const { language } = await settings();
    if (language !== (await rememberedLanguage.read())) await rememberedLanguage.change(() => language);
    return language;
  } catch (error) {
    if (diskCodeOf(error) === null) throw error;
    return rememberedLanguage.read();
  }
}

function announce(): void {
  const news = { event: CHANGED };
  // Rejected where no page of ours is open: nobody needs to know.
  void browser.runtime.sendMessage(news).catch(() => undefined);
  // Firefox gives it to pages in tabs and in the popup, but not to those in frames.
  if (import.meta.env.FIREFOX) void tellFrames(news);
}

async function managedValues(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return undefined; // Firefox rejects where nobody manages the browser
  }
}

async function loadText(language: Language): Promise<Text> {
  const answer = await fetch(browser.runtime.getURL(cataloguePath(language) as '/'));
  return createText(language, (await answer.json()) as Catalogue);
}
