import type { Activity } from '@/utils/activity/activity';
import type { Text } from '@/utils/language';
import type { ChipKeys, ChipWords } from '@/utils/messaging/prompt-views';
import type { Prompt } from '@/utils/prompting/prompt';
import type { Words } from './services';

const LONGEST_TITLE = 60;

/** What was done, in a few words: “Aktenplan” bewerkt; 12 documents when it was many. */
export function activitySentence(t: Text, { verb, title, count }: Activity): string {
  if (count > 1) return t(`verbs.${verb}-many`, { count });
  return t(`verbs.${verb}`, { title: shorten(title) || t('chip.untitled') });
}

/** The chip's words: it has no catalogue of its own. */
export function chipWords({ t }: Words, { activity }: Prompt, resumes: boolean): ChipWords {
  const did = activitySentence(t, activity);
  return {
    keys: chipKeys(t, resumes),
    region: t('product.name'),
    sentence: resumes ? t('chip.resume', { title: shorten(activity.title) }) : t('chip.ask', { did }),
    share: resumes ? t('chip.go-on') : t('chip.share'),
    notNow: t('chip.not-now'),
    more: t('chip.more'),
    keep: t('chip.keep'),
    neverVerb: t('chip.never-verb'),
    neverSite: t('chip.never-site', { site: new URL(activity.site).host }),
    why: t('chip.why'),
    whyText: t('chip.why-text', { did, site: new URL(activity.site).host }),
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

function shorten(title: string): string {
  const characters = [...title];
  return characters.length <= LONGEST_TITLE ? title : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}
