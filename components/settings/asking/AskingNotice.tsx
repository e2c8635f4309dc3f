import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Notice } from '@/components/ui/Notice';
import type { Attempt, Trouble } from '@/components/ui/trouble';
import type { AskingNotices } from '@/utils/messaging/asking-views';
import type { Forgotten } from '@/utils/settings/settings';
import styles from './AskingNotice.module.css';
import { learnedSentence } from './learned-sentence';

interface AskingNoticeProps {
  notices: AskingNotices;
  onForget: (forget: Forgotten) => Promise<Trouble | null>;
  onStop: Attempt;
  onGoOn: Attempt;
}

/** The offer to stop, else that Deelgenoot asks less now: one at a time, without a sound; mostly nothing. */
export function AskingNotice({ notices: { brake, offer }, onForget, onStop, onGoOn }: AskingNoticeProps) {
  const { t, language } = useText();
  return (
    <>
      {offer !== null && (
        <Notice silent>
          <p>{t('asking.offer', { count: offer })}</p>
          <div class={styles.actions}>
            <ActionButton attempt={onStop} done={t('popup.pause-done')}>
              {t('asking.offer-stop')}
            </ActionButton>
            <ActionButton attempt={onGoOn} done={t('asking.offer-went-on')}>
              {t('asking.offer-go-on')}
            </ActionButton>
          </div>
        </Notice>
      )}
      {offer === null && brake !== null && (
        <Notice silent>
          <p>{learnedSentence(t, brake.rule, language)}</p>
          <div class={styles.actions}>
            <ActionButton attempt={() => onForget(brake.forget)} done={t('asking.learned-forgotten')}>
              {t('options.forget')}
            </ActionButton>
          </div>
        </Notice>
      )}
    </>
  );
}
