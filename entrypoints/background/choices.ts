import { narrowed } from '@/utils/prompting/hours';
import { CEILING } from '@/utils/prompting/policy';
import type { Choices } from '@/utils/prompting/state';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import { sensitivePages } from '@/utils/settings/policy';
import { type Callers, callNow } from './calls';
import type { Services } from './services';

/** What the person chose about being asked, narrowed by what the organisation chose. */
export async function readChoices(services: Pick<Services, 'settings'> & Callers): Promise<Choices> {
  const [{ pausedUntil, never, sensitive, asking, perWeek, forgotten }, { policy: managed }] =
    await Promise.all([services.settings(), services.policy()]);
  const { prompts = {} } = managed;
  return {
    pausedUntil,
    never,
    sensitive: [...sensitive, ...sensitivePages(managed)],
    hours: narrowed(asking ?? DEFAULT_ASKING_HOURS, prompts),
    perDay: Math.min(CEILING.perDay, prompts.perDay ?? CEILING.perDay),
    perWeek: Math.min(perWeek, prompts.perWeek ?? CEILING.perWeek),
    forgotten,
    call: await callNow(services),
  };
}
