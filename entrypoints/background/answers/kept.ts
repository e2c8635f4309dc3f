import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import { startDraft } from '../drafts';
import { noteAnswer } from '../note-answer';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

/** Begins a draft from an activity that was kept or missed. */
export async function shareKept(services: Services, promptId: string): Reply<'kept:share'> {
  const prompt = await services.db.prompts.get(promptId);
  if (prompt === undefined) return fail({ code: 'draft-gone' });
  const draft = await startDraft(services, prompt.activity);
  if (!draft.ok) return draft;
  await noteAnswer(services, prompt, 'share');
  services.announce();
  return succeed({ draftId: draft.value.id });
}

export async function dismissKept(services: Services, promptId: string): Reply<'kept:dismiss'> {
  await services.db.prompts.update(promptId, { state: 'dismissed' });
  services.announce();
  return succeed(null);
}
