import type { Activity } from '@/utils/activity/activity';
import { newId } from '@/utils/kernel/ids';
import { type Decision, decide, wishAgainst } from '@/utils/prompting/decide';
import { remember } from '@/utils/prompting/history';
import { startOfDay } from '@/utils/prompting/hours';
import { HELD_MS } from '@/utils/prompting/policy';
import type { Prompt, Reason } from '@/utils/prompting/prompt';
import type { Choices, PromptingState } from '@/utils/prompting/state';
import type { Database } from '@/utils/storage/database';
import { browserStart } from './browser-start';
import { readChoices } from './choices';
import { keepForgotten } from './keep-forgotten';
import { placePrompt } from './place-prompt';
import { DECIDED_FROM, readState } from './remembered';
import type { Services } from './services';

/** The person does not want these to be asked about: they do not wait in the popup either. */
const UNWANTED: ReadonlySet<Reason> = new Set(['sensitive', 'never-site', 'never-verb']);
/** What we learned to leave alone, or the person put away already, is not named beside something else. */
const UNNAMED: ReadonlySet<Reason> = new Set(['resting', 'unwelcome', 'saved-for-later']);

/** Where an activity happened: its tab, and the addresses of its pages, which are looked at and not kept. */
export interface Where {
  readonly tabId: number;
  readonly pages: readonly string[];
}

/** Decides, remembers what was decided and why, and places the chip where the answer was "ask". */
export async function askAbout(services: Services, activity: Activity, where: Where): Promise<void> {
  await keepForgotten(services);
  const { db, clock, announce } = services;
  const choices = await readChoices(services);
  const now = clock();
  const startedAt = await browserStart.read();
  const due = await db.transaction('rw', [...DECIDED_FROM], async () => {
    const state = await readState(db, choices, now, startedAt);
    const decision = decide(state, { kind: 'activity', activity, pages: where.pages }, clock);
    await db.history.put(remember(activity, decision.reason));
    const prompt = UNWANTED.has(decision.reason)
      ? null
      : await addPrompt(db, activity, decision, where, now, choices);
    return decision.ask ? prompt : retryHeld(db, state, where, now);
  });
  announce();
  if (due !== null) await placePrompt(services, due);
}

async function addPrompt(
  db: Database,
  activity: Activity,
  { ask, reason }: Decision,
  { tabId }: Where,
  now: number,
  choices: Choices,
): Promise<Prompt> {
  const prompt: Prompt = {
    id: newId(),
    activity,
    batch: ask ? await othersOfToday(db, activity.site, now, choices) : [],
    state: ask ? 'due' : 'silent',
    reason,
    tabId,
    createdAt: now,
    answer: null,
  };
  await db.prompts.add(prompt);
  return prompt;
}

/** What else was done on this site today and not asked about: named in the same sentence, never asked about apart. */
async function othersOfToday(db: Database, site: string, now: number, choices: Choices): Promise<string[]> {
  const others = await db.prompts
    .where('createdAt')
    .aboveOrEqual(startOfDay(now))
    .filter(({ activity, state, reason }) => {
      const waits = state === 'silent' || state === 'kept';
      return waits && activity.site === site && !UNNAMED.has(reason) && !isUnwanted(activity, choices, now);
    })
    .reverse()
    .limit(2)
    .toArray();
  return others.map(({ id }) => id);
}

/** Whether the person wants no question of it by now, whatever they wanted when it was done. */
function isUnwanted(activity: Activity, choices: Choices, now: number): boolean {
  const wish = wishAgainst(choices, { activity, pages: pagesOf(activity) }, now);
  return wish !== null && UNWANTED.has(wish);
}

function pagesOf({ link }: Activity): string[] {
  return link === null ? [] : [link];
}

/** A prompt that found no quiet moment gets another chance at the next activity on its site, for an hour. */
async function retryHeld(
  db: Database,
  state: PromptingState,
  { tabId, pages }: Where,
  now: number,
): Promise<Prompt | null> {
  const held = await db.prompts
    .where('createdAt')
    .above(now - HELD_MS)
    .filter((prompt) => prompt.state === 'kept' && prompt.reason === 'not-quiet')
    .last();
  if (held === undefined || !pages.some((page) => page.startsWith(`${held.activity.site}/`))) return null;
  const { activity } = held;
  const decision = decide(
    state,
    { kind: 'activity', activity, pages: [...pages, ...pagesOf(activity)] },
    () => now,
  );
  if (!decision.ask) return null;
  const due: Prompt = { ...held, state: 'due', reason: decision.reason, tabId, createdAt: now };
  await db.prompts.put(due);
  await db.history.update(activity.id, { reason: decision.reason });
  return due;
}
