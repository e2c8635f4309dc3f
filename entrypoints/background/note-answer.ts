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

/** Remembers that a chip was seen: from then on it counts against the caps. */
export async function noteShown({ db, clock }: Services, { activity }: Prompt): Promise<void> {
  await db.history
    .where({ id: activity.id })
    .and(({ shownAt }) => shownAt === null)
    .modify({ shownAt: clock() });
}
