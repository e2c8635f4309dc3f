import { describeDay } from '@/components/hooks/times';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { LearnedRule } from '@/utils/prompting/learned';
import { hostOf } from '../host';

/** What was learned, as one sentence that somebody can agree with or not. */
export function learnedSentence(t: Text, rule: LearnedRule, language: Language): string {
  if (rule.kind === 'brake') return t('asking.rule-brake', { showings: rule.showings });
  const until = describeDay(rule.until, language);
  if (rule.kind === 'not-now') return t('asking.rule-not-now', { count: rule.inARow, until });
  const { site, verb, showings } = rule;
  const about = { until, verb: t(`options.verbs.${verb}`), site: hostOf(site), showings };
  return rule.kind === 'resting' ? t('asking.rule-resting', about) : t('asking.rule-unwelcome', about);
}
