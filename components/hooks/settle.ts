import type { Result } from '@/utils/kernel/result';
import type { Problem } from '@/utils/messaging/contract';

/** Null when it went well: what the interface shows then comes with the next answer. */
export async function settle(answer: Promise<Result<unknown, Problem>>): Promise<Problem | null> {
  const settled = await answer;
  return settled.ok ? null : settled.error;
}
