import { useText } from '@/components/hooks/text';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { AttemptState } from '@/components/ui/use-attempt';
import styles from './asking.module.css';

/** Whether what was just changed is kept; it was said aloud already. Stands in a group. */
export function SaveState({ state }: { state: AttemptState }) {
  const { t } = useText();
  if (state.kind === 'failed') return <ProblemNotice problem={state.trouble} />;
  return state.kind === 'done' ? <p class={styles.saved}>{t('asking.saved')}</p> : null;
}
