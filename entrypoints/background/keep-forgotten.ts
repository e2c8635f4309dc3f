import { DUE_AT_MOST_MS } from '@/utils/prompting/policy';
import type { Services } from './services';

/** Keeps what is still due although its tab must be gone: a worker that was stopped cannot have seen it go. */
export async function keepForgotten(services: Services): Promise<void> {
  const longAgo = services.clock() - DUE_AT_MOST_MS;
  await services.db.prompts
    .where('state')
    .equals('due')
    .and(({ createdAt }) => createdAt < longAgo)
    .modify({ state: 'kept', reason: 'page-gone' });
}
