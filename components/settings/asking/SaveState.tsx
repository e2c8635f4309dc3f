import { useText } from '@/components/hooks/text';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { AttemptState } from '@/components/ui/use-attempt';
import styles from './asking.module.css';

/** Whether what was just changed is kept. Its place is there before, so that nothing moves; it was said aloud. */
export function SaveState({ state }: { state: AttemptState }) {
  const { t } = useText();
  if (state.kind === 'failed') return <ProblemNotice problem={state.trouble} />;
  return <p class={styles.saved}>{state.kind === 'done' && <span>{t('asking.saved')}</span>}</p>;
}
