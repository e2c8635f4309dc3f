import { isShowing } from '@/utils/prompting/history';
import type { Reason } from '@/utils/prompting/prompt';
import type { Services } from './services';

/** Moves a prompt that is still due to the popup. One that was seen was asked, whatever ended it. */
export async function keep(services: Services, promptId: string, reason: Reason): Promise<void> {
  const { db, announce } = services;
  await db.transaction('rw', db.prompts, db.history, async () => {
    const prompt = await db.prompts.get(promptId);
    if (prompt?.state !== 'due') return;
    const past = await db.history.get(prompt.activity.id);
    const why = past !== undefined && isShowing(past) ? {} : { reason };
    await db.prompts.update(promptId, { state: 'kept', ...why });
    await db.history.update(prompt.activity.id, why);
  });
  announce();
}
