import type { Attempt } from '@/components/ui/trouble';
import { ask } from '@/utils/messaging/ask';

/**
 * Asks for sites in one click. Both questions leave in the same moment: the popup may close when the browser asks its
 * own, and then the background finishes the work.
 */
export function allowSites(
  origins: readonly string[],
  requestOrigins: (origins: readonly string[]) => Promise<boolean>,
): Attempt {
  return async () => {
    const permission = requestOrigins(origins);
    const expectation = ask('site:expect', { origins: [...origins] });
    const [granted, expected] = await Promise.all([permission, expectation]);
    if (!expected.ok) return expected.error;
    return granted ? null : { code: 'permission-declined' };
  };
}
