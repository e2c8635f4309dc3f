import { SharedRow } from '@/components/community/SharedRow';
import styles from '@/components/community/SharedRow.module.css';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import { useSettled } from '@/components/hooks/use-settled';
import { ActionButton } from '@/components/ui/ActionButton';
import { Section } from '@/components/ui/Section';
import type { Attempt } from '@/components/ui/trouble';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';

/** Somebody who types gets no list that moves under their hands. */
const PAUSE_MS = 1_200;

interface SimilarPracticesProps {
  draftId: string;
  /** What of it is on disk: asked again when that has changed and stood still for a moment. */
  saved: string;
  /** Nothing was written yet: what is shown fits the page that the draft began on. */
  unwritten: boolean;
  /** Puts on disk what was typed: a frame lets go of this draft for the next. */
  keep: Attempt;
  /** The person adds to one of them, in a draft of its own. */
  onDraft: (draftId: string, open: boolean) => void;
}

/** What others shared that is near this draft, and what nobody shared yet. Says nothing aloud, and takes no focus. */
export function SimilarPractices({ draftId, saved, unwritten, keep, onDraft }: SimilarPracticesProps) {
  const { t } = useText();
  const now = useNow(MINUTE_MS);
  const isStill = useSettled(saved, PAUSE_MS) === saved;
  const { value } = useAsk('library:similar', isStill ? { draftId } : null);
  if (value === null || (value.similar.length === 0 && value.unique === null)) return null;
  const { similar, unique } = value;
  const add =
    (sharedId: string): Attempt =>
    async () => {
      const problem = await keep();
      if (problem !== null) return problem;
      const begun = await ask('shared:answer', { sharedId });
      if (!begun.ok) return begun.error;
      onDraft(begun.value.draftId, true);
      return null;
    };
  return (
    <>
      {unique !== null && <p class={styles.hint}>{t('library.unique', { topic: unique })}</p>}
      {similar.length > 0 && (
        <Section title={t(unwritten ? 'library.begun' : 'library.similar')} size="small">
          {!unwritten && <p class={styles.hint}>{t('library.similar-hint')}</p>}
          <ul class={styles.rows}>
            {similar.map((shared) => (
              <SharedRow key={shared.id} shared={shared} now={now}>
                <div class={styles.quiet}>
                  <ActionButton
                    variant="quiet"
                    attempt={add(shared.id)}
                    label={t('popup.row-label', { action: t('library.add'), title: shared.title })}
                  >
                    {t('library.add')}
                  </ActionButton>
                </div>
              </SharedRow>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
