import { describeNextTry, describeUntil } from '@/components/hooks/times';
import type { Tone } from '@/components/ui/Notice';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { EntryView } from '@/utils/messaging/views';

/** How an entry stands, in the person's words. */
export interface EntryStory {
  readonly tone: Tone;
  readonly label: string;
  readonly sentence: string;
}

/** `resting` is a `waiting` entry that can still be taken back without anything having left. */
export function standingOf(entry: EntryView, now: number): EntryView['state'] | 'resting' {
  const rests = entry.state === 'waiting' && entry.restsUntil !== null && entry.restsUntil > now;
  return rests ? 'resting' : entry.state;
}

const TONES = {
  waiting: 'info',
  resting: 'info',
  sending: 'info',
  uncertain: 'warning',
  held: 'success',
  parked: 'warning',
  delivered: 'success',
} as const satisfies Record<ReturnType<typeof standingOf>, Tone>;

/** One label and one sentence for every state that an entry can be in. */
export function tellStory(entry: EntryView, now: number, t: Text, language: Language): EntryStory {
  const standing = standingOf(entry, now);
  const label = t(`popup.state-${standing}`);
  return { tone: TONES[standing], label, sentence: sentenceOf(entry, standing, now, t, language) };
}

/** Why an entry waits for the person, and what to do. */
export function tellWhyParked({ reason, detail, accounts }: EntryView, community: string, t: Text): string {
  const { writtenAs: account = '', connectedAs: other = '' } = accounts ?? {};
  const words = { community, detail: detail ?? '', account, other };
  return detail !== null && isSaid(reason)
    ? t(`parked.${reason}-said`, words)
    : t(`parked.${reason ?? 'refused'}`, words);
}

/** Where what the community said about it belongs to the sentence. */
const SAID = ['too-long', 'picture-refused'] as const;

function isSaid(reason: EntryView['reason']): reason is (typeof SAID)[number] {
  return SAID.some((one) => one === reason);
}

function sentenceOf(
  entry: EntryView,
  standing: ReturnType<typeof standingOf>,
  now: number,
  t: Text,
  language: Language,
): string {
  const community = entry.communityName ?? t('popup.the-community');
  const moment = standing === 'resting' ? (entry.restsUntil ?? now) : entry.dueAt;
  const when = describeNextTry(moment, now, t, language);
  if (standing === 'parked') {
    return tellWhyParked(entry, community, t);
  }
  if (isKeptByPause(entry, standing)) return t('popup.story-paused', { community });
  const until = entry.askedUntil ?? 0;
  if ((standing === 'waiting' || standing === 'uncertain') && until > now) {
    return t('popup.story-asked', { community, when: describeUntil(until, now, language) });
  }
  if (standing === 'waiting') {
    if (entry.answers?.waits) return t('popup.story-behind', { title: entry.answers.title });
    return entry.attempts > 0 ? t('popup.story-retry', { when }) : t('popup.story-waiting');
  }
  return t(`popup.story-${standing}`, { community, when });
}

/** Whether it would leave by itself if its community were not paused. */
function isKeptByPause({ paused, answers }: EntryView, standing: ReturnType<typeof standingOf>): boolean {
  return paused && (standing === 'waiting' || standing === 'uncertain') && answers?.waits !== true;
}
