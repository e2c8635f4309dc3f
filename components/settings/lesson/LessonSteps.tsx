import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Notice } from '@/components/ui/Notice';
import type { Attempt } from '@/components/ui/trouble';
import type { RunningLesson } from '@/utils/messaging/lesson-views';
import { hostOf } from '../host';
import styles from './lesson.module.css';

const RUNS = ['first', 'second', 'third', 'cancel'] as const;

interface LessonStepsProps {
  lesson: RunningLesson;
  now: number;
  /** There it goes without saying that the button is there too. */
  inPopup?: boolean;
  /** The run that stands here is over. */
  onNext: Attempt;
  onStop: Attempt;
}

/** What to do now in the site's tab, and the button to press when it is done. A lesson cannot go on unseen. */
export function LessonSteps({ lesson, now, inPopup = false, onNext, onStop }: LessonStepsProps) {
  const { t, language } = useText();
  const { origin, verb, run, endsAt, heard } = lesson;
  const step = RUNS[run] ?? 'cancel';
  const next = RUNS[run + 1];
  return (
    <Notice silent>
      <p class={styles.strong}>{t('lesson.running', { site: hostOf(origin) })}</p>
      <p>{t('lesson.showing', { verb: t(`lesson.verbs.${verb}`) })}</p>
      <p class={styles.detail}>{t('lesson.progress', { step: run + 1 })}</p>
      <p class={styles.step}>{t(`lesson.step-${step}`)}</p>
      <div class={styles.actions}>
        <ActionButton
          variant="primary"
          attempt={onNext}
          done={next === undefined ? t('lesson.result') : t(`lesson.step-${next}`)}
        >
          {t(`lesson.next-${step}`)}
        </ActionButton>
        <ActionButton attempt={onStop} done={t('lesson.stopped')}>
          {t('lesson.stop')}
        </ActionButton>
      </div>
      <p class={styles.detail}>
        {t('lesson.stay')} {!inPopup && t('lesson.where')}
      </p>
      <p class={styles.detail}>
        {heard === 0 ? t('lesson.heard-none') : t('lesson.heard', { count: heard })}{' '}
        {t('lesson.ends', { when: describeDistance(endsAt, now, language) })}
      </p>
      <p class={styles.detail}>{t('lesson.promise')}</p>
    </Notice>
  );
}
