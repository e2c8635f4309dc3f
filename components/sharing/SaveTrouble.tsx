import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { describeTrouble } from '@/components/ui/trouble';
import type { Practice } from '@/utils/practice/practice';
import type { PageTools } from './page-tools';
import styles from './SaveTrouble.module.css';
import type { WritingState } from './writing';

interface SaveTroubleProps {
  state: WritingState;
  tools: PageTools;
  onResolve: (choice: 'mine' | 'theirs') => void;
}

/** What stands between the text and the disk, and how to keep the text whatever happens. */
export function SaveTrouble({ state, tools, onResolve }: SaveTroubleProps) {
  const { t } = useText();
  const { practice, problem, conflict, saving } = state;
  if (conflict !== null) {
    return (
      <Notice tone="warning">
        <p>{t('sidebar.conflict')}</p>
        <p class={styles.label}>{t('sidebar.conflict-theirs')}</p>
        <p class={styles.theirs}>{plainText(conflict)}</p>
        <div class={styles.actions}>
          <Button onPress={() => onResolve('mine')}>{t('sidebar.conflict-mine')}</Button>
          <Button onPress={() => onResolve('theirs')}>{t('sidebar.conflict-take')}</Button>
          <ActionButton attempt={() => tools.copy(plainText(practice))} done={t('ui.copied')}>
            {t('sidebar.conflict-copy')}
          </ActionButton>
        </div>
      </Notice>
    );
  }
  if (problem === null) return null;
  return (
    <Notice tone="error">
      <p>{describeTrouble(t, problem)}</p>
      {saving === 'not-saved' && <p>{t('sidebar.rescue')}</p>}
      <RescueButtons practice={practice} tools={tools} />
    </Notice>
  );
}

/** Two ways to keep a text that no disk takes. */
export function RescueButtons({ practice, tools }: { practice: Practice; tools: PageTools }) {
  const { t } = useText();
  return (
    <div class={styles.actions}>
      <ActionButton attempt={() => tools.copy(plainText(practice))} done={t('ui.copied')}>
        {t('ui.copy')}
      </ActionButton>
      <Button onPress={() => tools.download(t('sidebar.download-name'), plainText(practice))}>
        {t('sidebar.download')}
      </Button>
    </div>
  );
}

/** Everything that was typed, for the clipboard or a file: not what would be sent, but all that must not be lost. */
export function plainText({ title, did, why, tip, topics, link }: Practice): string {
  return [title, did, why, tip, topics.join(', '), link ?? ''].filter((part) => part !== '').join('\n\n');
}
