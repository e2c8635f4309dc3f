import { useId } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { describeUntil } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import styles from './PauseControl.module.css';
import { ALWAYS, endOfPause, PAUSES } from './pause';

interface PauseControlProps {
  /** Epoch ms; null where nothing is paused. */
  pausedUntil: number | null;
  now: number;
  onPause: (until: number | null) => Promise<Trouble | null>;
}

/** Whether Deelgenoot may ask something, and the way to make it stop for a while or for ever. */
export function PauseControl({ pausedUntil, now, onPause }: PauseControlProps) {
  const { t, language } = useText();
  const labelId = useId();
  if (pausedUntil !== null && pausedUntil > now) {
    return (
      <>
        <p>
          {pausedUntil >= ALWAYS
            ? t('popup.paused-always')
            : t('popup.paused-until', { when: describeUntil(pausedUntil, now, language) })}
        </p>
        <ActionButton key="resume" attempt={() => onPause(null)} done={t('popup.resumed')}>
          {t('popup.resume')}
        </ActionButton>
      </>
    );
  }
  return (
    <>
      <p>{t('popup.pause-off')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are four buttons */}
      <div class={styles.choices} role="group" aria-labelledby={labelId}>
        <span class={styles.label} id={labelId}>
          {t('popup.pause-for')}
        </span>
        {PAUSES.map((pause) => (
          <ActionButton
            key={pause}
            attempt={() => onPause(endOfPause(pause, now))}
            done={t('popup.pause-done')}
          >
            {t(`popup.pause-${pause}`)}
          </ActionButton>
        ))}
      </div>
    </>
  );
}
