import * as z from 'zod/mini';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import type { PromptOrder } from '@/utils/messaging/prompt-views';
import { sessionValue } from '@/utils/platform/session';
import { PATIENCE_MS, QUIET_MS } from '@/utils/prompting/policy';
import type { Answer, Prompt } from '@/utils/prompting/prompt';
import { isOpen } from '@/utils/prompting/state';
import { chipWords } from '../chip-words';
import { startDraft } from '../drafts';
import type { IdentifiedCaller } from '../identify-caller';
import { keep } from '../keep';
import { readLearning } from '../learning';
import { noteAnswer, noteShown } from '../note-answer';
import { placePrompt } from '../place-prompt';
import type { Services, Words } from '../services';
import { makeTicket } from '../tickets';
import { unattended } from '../unattended';

/** Which prompt's draft was open on a tab whose page went away: its chip comes back to go on writing. */
const resumable = sessionValue('resumable', z.record(z.string(), z.string()), {});

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function claimPrompt(services: Services, caller: IdentifiedCaller): Reply<'prompt:claim'> {
  const resumed = await takeResumable(services, caller);
  if (resumed !== null) return succeed(await order(services, resumed, true));
  const due = await duePrompt(services, caller);
  return succeed(due === null ? null : await order(services, due, false));
}

async function order(services: Services, prompt: Prompt, resumes: boolean): Promise<PromptOrder> {
  const words: Words = await services.words();
  const facts = {
    resumes,
    others: await namedBeside(services, prompt),
    learning: await readLearning(services),
    now: services.clock(),
  };
  return {
    promptId: prompt.id,
    language: words.language,
    words: chipWords(words, prompt, facts),
    quietMs: QUIET_MS,
    patienceMs: PATIENCE_MS,
    resumes,
  };
}

/** What the prompt also names, and still waits in the popup. */
async function namedBeside({ db }: Services, { batch }: Prompt): Promise<Prompt[]> {
  const others = (await db.prompts.bulkGet(batch)).filter((other) => other !== undefined);
  return others.filter(({ state }) => state === 'silent' || state === 'kept');
}

/** The tab's own prompt, and only on the site that it came from. */
async function duePrompt(services: Services, caller: IdentifiedCaller): Promise<Prompt | null> {
  const due = await services.db.prompts.where({ tabId: caller.tabId ?? -1, state: 'due' }).toArray();
  const now = services.clock();
  return due.find((prompt) => isOpen(prompt, now) && prompt.activity.site === caller.origin) ?? null;
}

async function takeResumable(services: Services, caller: IdentifiedCaller): Promise<Prompt | null> {
  const tab = String(caller.tabId);
  let promptId: string | undefined;
  await resumable.change(({ [tab]: found, ...others }) => {
    promptId = found;
    return others;
  });
  if (promptId === undefined) return null;
  const prompt = await services.db.prompts.get(promptId);
  if (prompt === undefined || prompt.activity.site !== caller.origin) return null;
  return (await draftOf(services, prompt)) === undefined ? null : prompt; // sent or deleted elsewhere since
}

function draftOf({ db }: Services, { activity }: Prompt) {
  return db.drafts.where({ activityId: activity.id }).first();
}

/** The prompt, if it is this caller's own. */
async function ownPrompt(
  services: Services,
  promptId: string,
  caller: IdentifiedCaller,
): Promise<Prompt | null> {
  const prompt = await services.db.prompts.get(promptId);
  const own = prompt?.tabId === caller.tabId && prompt?.activity.site === caller.origin;
  return prompt !== undefined && own ? prompt : null;
}

export async function promptShown(
  services: Services,
  promptId: string,
  caller: IdentifiedCaller,
): Reply<'prompt:shown'> {
  const prompt = await ownPrompt(services, promptId, caller);
  if (prompt === null) return fail({ code: 'not-allowed' });
  await noteShown(services, prompt);
  return succeed(null);
}

export async function promptHeld(
  services: Services,
  promptId: string,
  caller: IdentifiedCaller,
): Reply<'prompt:held'> {
  if ((await ownPrompt(services, promptId, caller)) === null) return fail({ code: 'not-allowed' });
  await keep(services, promptId, 'not-quiet');
  return succeed(null);
}

/** The page goes away: the chip follows to the next page of the same site, and an open draft with it. */
export async function promptLeft(
  services: Services,
  promptId: string,
  caller: IdentifiedCaller,
): Reply<'prompt:left'> {
  const prompt = await ownPrompt(services, promptId, caller);
  if (prompt === null) return fail({ code: 'not-allowed' });
  const draft = await draftOf(services, prompt);
  if (prompt.answer === 'share' && draft !== undefined) {
    await resumable.change((all) => ({ ...all, [String(prompt.tabId)]: prompt.id }));
    unattended(placePrompt(services, prompt));
  } else if (prompt.state === 'due') {
    unattended(placePrompt(services, prompt));
  }
  return succeed(null);
}

export async function answerPrompt(
  services: Services,
  { promptId, answer }: { promptId: string; answer: Answer },
  caller: IdentifiedCaller,
): Reply<'prompt:answer'> {
  const prompt = await ownPrompt(services, promptId, caller);
  if (prompt === null) return fail({ code: 'not-allowed' });
  await noteShown(services, prompt); // nobody answers what they have not seen, however soon
  if (answer === 'share') return shareFrom(services, prompt, caller);
  const keeps = answer === 'keep';
  await noteAnswer(services, prompt, answer, keeps ? { state: 'kept', reason: 'saved-for-later' } : {});
  if (answer === 'never-site' || answer === 'never-verb') await addNever(services, prompt, answer);
  services.announce();
  return succeed(null);
}

async function addNever(services: Services, { activity }: Prompt, answer: Answer): Promise<void> {
  const { never } = await services.settings();
  const rule = { site: activity.site, verb: answer === 'never-verb' ? activity.verb : null };
  await services.changeSettings({ never: [...never, rule] });
}

async function shareFrom(
  services: Services,
  prompt: Prompt,
  caller: IdentifiedCaller,
): Reply<'prompt:answer'> {
  const draft = await startDraft(services, prompt.activity);
  if (!draft.ok) return draft;
  await noteAnswer(services, prompt, 'share');
  services.announce();
  const ticket = await makeTicket(caller.tabId ?? -1, draft.value.id, services.clock());
  return succeed({ framePath: `/sidebar.html#ticket=${ticket}` });
}
