import type { Reason } from '@/utils/prompting/prompt';
import type { Services } from './services';

/** Moves a prompt that is still due to the popup. */
export async function keep(services: Services, promptId: string, reason: Reason): Promise<void> {
  const { db, announce } = services;
  await db.transaction('rw', db.prompts, db.history, async () => {
    const prompt = await db.prompts.get(promptId);
    if (prompt?.state !== 'due') return;
    await db.prompts.update(promptId, { state: 'kept', reason });
    await db.history.update(prompt.activity.id, { reason });
  });
  announce();
}
