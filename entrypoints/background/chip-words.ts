import type { Text } from '@/utils/language';
import { LOCALES } from '@/utils/language/languages';
import type { ChipKeys, ChipWords } from '@/utils/messaging/prompt-views';
import { countersAt, silentUntil } from '@/utils/prompting/counters';
import type { Prompt } from '@/utils/prompting/prompt';
import { activitySentence, batchSentence } from './activity-words';
import type { Learning } from './learning';
import type { Words } from './services';

/** What a chip says beside what was done. */
export interface ChipFacts {
  /** Its draft is open: it comes back to go on writing. */
  readonly resumes: boolean;
  /** The other prompts that it names. */
  readonly others: readonly Prompt[];
  readonly learning: Learning;
  readonly now: number;
}

/** The chip's words: it has no catalogue of its own. */
export function chipWords(words: Words, prompt: Prompt, facts: ChipFacts): ChipWords {
  const { t } = words;
  const site = new URL(prompt.activity.site).host;
  return {
    keys: chipKeys(t, facts.resumes),
    region: t('product.name'),
    sentence: sentenceOf(words, prompt, facts),
    share: facts.resumes ? t('chip.go-on') : t('chip.share'),
    notNow: t('chip.not-now'),
    more: t('chip.more'),
    keep: t('chip.keep'),
    neverVerb: t('chip.never-verb'),
    neverSite: t('chip.never-site', { site }),
    why: t('chip.why'),
    whyText: `${t('chip.why-text', { did: activitySentence(t, prompt.activity), site })} ${countersText(words, prompt, facts)}`,
    fold: t('chip.fold'),
    unfold: t('chip.unfold'),
    closeSidebar: t('chip.close-sidebar'),
    failed: t('chip.failed'),
  };
}

function chipKeys(t: Text, resumes: boolean): ChipKeys {
  return {
    share: resumes ? t('chip.keys.go-on') : t('chip.keys.share'),
    notNow: t('chip.keys.not-now'),
    more: t('chip.keys.more'),
    keep: t('chip.keys.keep'),
    neverVerb: t('chip.keys.never-verb'),
    neverSite: t('chip.keys.never-site'),
    why: t('chip.keys.why'),
  };
}

function sentenceOf({ t }: Words, { activity }: Prompt, { resumes, others }: ChipFacts): string {
  if (resumes) return t('chip.resume');
  if (others.length === 0) return t('chip.ask', { did: activitySentence(t, activity) });
  return batchSentence(t, [activity, ...others.map((other) => other.activity)]);
}

/** Which one this is of how many, and how long it stays quiet after it: counted as if it were seen now. */
function countersText({ t, language }: Words, { activity }: Prompt, { learning, now }: ChipFacts): string {
  const { choices, learned } = learning;
  const earlier = learning.showings.filter(({ id }) => id !== activity.id);
  const { shown, cap, days } = countersAt(earlier, choices, learned, now);
  const counted = t('chip.why-counted', { nth: shown + 1, cap, days });
  const until = silentUntil(earlier, choices, learned, now);
  if (until === null) return counted;
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return `${counted} ${t('chip.why-next', { day: format.format(until) })}`;
}
