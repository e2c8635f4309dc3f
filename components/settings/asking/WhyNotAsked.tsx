import { useText } from '@/components/hooks/text';
import { describeDistance, describeUntil } from '@/components/hooks/times';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { AskingStory, DecisionView } from '@/utils/messaging/asking-views';
import { ALWAYS } from '../pause';
import styles from './WhyNotAsked.module.css';
import { clockOf, weekdays } from './words';

interface WhyNotAskedProps {
  story: AskingStory;
  /** Epoch ms. */
  now: number;
}

/** The last decisions on the site in front, each with its reason, and how matters stand now. */
export function WhyNotAsked({ story, now }: WhyNotAskedProps) {
  const { t, language } = useText();
  const { decisions } = story;
  return (
    <div class={styles.story}>
      <p>{t(decisions.length === 0 ? 'asking.story-none' : 'asking.story-lead')}</p>
      {decisions.length > 0 && (
        <ul class={styles.decisions}>
          {decisions.map((decision) => (
            <li key={decision.id}>
              <p>
                {t('popup.last-activity', {
                  did: decision.sentence,
                  when: describeDistance(decision.at, now, language),
                })}
              </p>
              <p class={styles.reason}>{reasonOf(t, decision)}</p>
            </li>
          ))}
        </ul>
      )}
      <p class={styles.heading}>{t('asking.story-now')}</p>
      <ul class={styles.facts}>
        {factsOf(t, story, now, language).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}

function reasonOf(t: Text, { reason, shown }: DecisionView): string {
  return shown ? t('asking.story-asked') : t(`reasons.${reason}`);
}

function factsOf(t: Text, story: AskingStory, now: number, language: Language): string[] {
  const { counters, pausedUntil, perDay, hours } = story;
  const { shown, cap, days, today } = counters;
  const facts = [pauseInWords(t, pausedUntil, now, language)];
  if (perDay === 0 || cap === 0) return [...facts, t('asking.often-none')];
  const todays = t(today > 0 ? 'asking.story-today' : 'asking.story-today-none');
  facts.push(`${t('asking.story-shown', { shown, cap, days })}, ${todays}.`);
  const hasHours = hours.days.length > 0 && hours.from < hours.to;
  const span = { days: weekdays(hours.days, language), from: clockOf(hours.from), to: clockOf(hours.to) };
  facts.push(hasHours ? t('asking.story-hours', span) : t('asking.in-force-none'));
  return facts;
}

function pauseInWords(t: Text, pausedUntil: number | null, now: number, language: Language): string {
  if (pausedUntil === null || pausedUntil <= now) return t('popup.pause-off');
  if (pausedUntil >= ALWAYS) return t('popup.paused-always');
  return t('popup.paused-until', { when: describeUntil(pausedUntil, now, language) });
}
