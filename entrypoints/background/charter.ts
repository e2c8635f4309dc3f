import * as z from 'zod/mini';
import type { CharterView, CompassView } from '@/utils/messaging/views';
import type { Draft } from '@/utils/outbox/entry';
import { localValue } from '@/utils/platform/session';
import { compass } from '@/utils/practice/compass';
import type { Policy, Settings } from '@/utils/settings/settings';
import type { Services } from './services';

/** More drafts than anybody has at once; the oldest answer goes first. */
const MOST_STAYING = 200;

/** Ids of the drafts that belong here after all, as the person said. */
const staying = localValue('staying-drafts', z.array(z.string()), []);

/** The compass says no more about this draft. */
export async function keepHere(draftId: string): Promise<void> {
  await staying.change((ids) => [...ids.filter((id) => id !== draftId), draftId].slice(-MOST_STAYING));
}

export function charterView({ charter = [] }: Settings, { charter: organisation = [] }: Policy): CharterView {
  return { own: charter, organisation };
}

/** Where a new practice or question belongs by the charter; null where it should stay, or nothing says so. */
export async function directionOf(services: Services, draft: Draft): Promise<CompassView | null> {
  const { title, did, why, tip, kind, language } = draft.practice;
  const isReply = draft.answers !== null || draft.corrects !== null || kind === 'answer' || kind === 'reuse';
  if (isReply) return null;
  const [settings, { policy }] = await Promise.all([services.settings(), services.policy()]);
  const { own, organisation } = charterView(settings, policy);
  if (own.length + organisation.length === 0 || (await staying.read()).includes(draft.id)) return null;
  const found = compass([title, did, why, tip].join('\n'), language, [...organisation, ...own]);
  if (found === null) return null;
  const { channel, cues } = found;
  return { ...channel, link: channel.link ?? null, because: channel.because ?? null, cues };
}
