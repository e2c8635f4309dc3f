import type { Answer, Prompt } from '@/utils/prompting/prompt';
import type { Services } from './services';

/** Remembers an answer, with the prompt while that waits, and for learning in the history. */
export async function noteAnswer(
  { db, clock }: Services,
  { id, activity }: Prompt,
  answer: Answer,
  change: Partial<Prompt> = {},
): Promise<void> {
  await db.transaction('rw', db.prompts, db.history, async () => {
    await db.prompts.update(id, { state: 'answered', answer, ...change });
    await db.history.update(activity.id, { answer, answeredAt: clock() });
  });
}
