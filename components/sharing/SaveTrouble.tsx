import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { PlainText } from '@/components/ui/PlainText';
import { type Attempt, describeTrouble } from '@/components/ui/trouble';
import type { Practice } from '@/utils/practice/practice';
import type { PageTools } from './page-tools';
import styles from './SaveTrouble.module.css';
import type { Apart, WritingState } from './writing';

interface SaveTroubleProps {
  state: WritingState;
  tools: PageTools;
  /** Goes on here: both texts are kept. */
  onStay: () => void;
  /** Goes on with what the other window wrote; this text stays a draft. */
  onOther: Attempt;
}

/** What stands between the text and the disk, and how to keep the text whatever happens. */
export function SaveTrouble({ state, tools, onStay, onOther }: SaveTroubleProps) {
  const { t } = useText();
  const { practice, problem, apart, saving } = state;
  if (apart !== null && problem === null) {
    return <SetApart apart={apart} practice={practice} copy={tools.copy} onStay={onStay} onOther={onOther} />;
  }
  if (problem === null) return null;
  const download = (): void => tools.download(t('sidebar.download-name'), plainText(practice));
  return (
    <Notice tone="error">
      <p>{describeTrouble(t, problem)}</p>
      {saving === 'not-saved' && <p>{t('sidebar.rescue')}</p>}
      <div class={styles.actions}>
        <ActionButton attempt={() => tools.copy(plainText(practice))} done={t('ui.copied')}>
          {t('ui.copy')}
        </ActionButton>
        <Button onPress={download}>{t('sidebar.download')}</Button>
      </div>
    </Notice>
  );
}

interface SetApartProps extends Pick<SaveTroubleProps, 'onStay' | 'onOther'> {
  apart: Apart;
  practice: Practice;
  copy: PageTools['copy'];
}

/** Another window was at the same draft: both texts are on disk, and nothing has to be chosen to keep them. */
function SetApart({ apart: { text }, practice, copy, onStay, onOther }: SetApartProps) {
  const { t } = useText();
  if (text === null) {
    return (
      <Notice tone="warning">
        <p>{t('sidebar.draft-left')}</p>
        <Button variant="primary" onPress={onStay}>
          {t('sidebar.draft-left-stay')}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice tone="warning">
      <p>{t('sidebar.conflict')}</p>
      <p class={styles.label}>{t('sidebar.conflict-theirs')}</p>
      <PlainText label={t('sidebar.conflict-theirs')}>{plainText(text)}</PlainText>
      <div class={styles.actions}>
        <Button variant="primary" onPress={onStay}>
          {t('sidebar.conflict-both')}
        </Button>
        <ActionButton attempt={onOther}>{t('sidebar.conflict-take')}</ActionButton>
        <ActionButton attempt={() => copy(plainText(practice))} done={t('ui.copied')}>
          {t('sidebar.conflict-copy')}
        </ActionButton>
      </div>
    </Notice>
  );
}

/** Everything that was typed, for the clipboard or a file: not what would be sent, but all that must not be lost. */
export function plainText({ title, did, why, tip, topics, link }: Practice): string {
  return [title, did, why, tip, topics.join(', '), link ?? ''].filter((part) => part !== '').join('\n\n');
}
