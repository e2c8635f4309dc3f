import { isOpen } from '@/utils/prompting/state';
import { recall } from './recall';
import type { Services } from './services';

/**
 * Keeps what is still due although its tab must be gone: a worker that was stopped cannot have seen it go. In a tab that
 * nobody looks at its chip may stand all the same: that goes, before another question comes.
 */
export async function keepForgotten(services: Services): Promise<void> {
  const { db, clock } = services;
  const now = clock();
  const due = await db.prompts.where({ state: 'due' }).toArray();
  for (const prompt of due) if (!isOpen(prompt, now)) await recall(services, prompt, 'page-gone');
}
