import type { ComponentChild } from 'preact';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { ask } from '@/utils/messaging/ask';
import styles from './DeliveryState.module.css';
import type { DeliveryHelp } from './delivery';

interface DeliveryHelpButtonsProps {
  entryId: string;
  /** Most useful first. */
  help: readonly DeliveryHelp[];
  /** Goes to where one connects and signs in. */
  onCommunities: () => void;
  onDraft: (draftId: string) => void;
}

/** Undo, retry, edit, connect or sign in: what helps now. Nothing leaves before the last two, so they stand out. */
export function DeliveryHelpButtons({ entryId, help, onCommunities, onDraft }: DeliveryHelpButtonsProps) {
  const { t } = useText();
  if (help.length === 0) return null;
  const takeBack = async () => {
    const taken = await ask('entry:take-back', { entryId });
    if (taken.ok) onDraft(taken.value.draftId);
    return taken.ok ? null : taken.error;
  };
  const retry = async () => {
    const tried = await ask('entry:retry', { entryId });
    return tried.ok ? null : tried.error;
  };
  const communities = (words: string) => (
    <Button variant="primary" onPress={onCommunities}>
      {words}
    </Button>
  );
  const buttons: Readonly<Record<DeliveryHelp, () => ComponentChild>> = {
    undo: () => <ActionButton attempt={takeBack}>{t('sidebar.undo')}</ActionButton>,
    edit: () => <ActionButton attempt={takeBack}>{t('sidebar.edit')}</ActionButton>,
    elsewhere: () => <ActionButton attempt={takeBack}>{t('sidebar.elsewhere')}</ActionButton>,
    'share-again': () => <ActionButton attempt={takeBack}>{t('sidebar.share-again')}</ActionButton>,
    'share-alone': () => <ActionButton attempt={takeBack}>{t('sidebar.share-alone')}</ActionButton>,
    retry: () => <ActionButton attempt={retry}>{t('sidebar.retry')}</ActionButton>,
    connect: () => communities(t('sidebar.connect')),
    'sign-in': () => communities(t('sidebar.sign-in')),
  };
  return (
    <div class={styles.help}>
      {help.map((kind) => (
        <div key={kind}>{buttons[kind]()}</div>
      ))}
    </div>
  );
}
