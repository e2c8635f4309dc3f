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
  onOptions: () => void;
  onTakenBack: (draftId: string) => void;
}

/** Undo, retry, edit or settings: what helps now. */
export function DeliveryHelpButtons({ entryId, help, onOptions, onTakenBack }: DeliveryHelpButtonsProps) {
  const { t } = useText();
  if (help.length === 0) return null;
  const takeBack = async () => {
    const taken = await ask('entry:take-back', { entryId });
    if (taken.ok) onTakenBack(taken.value.draftId);
    return taken.ok ? null : taken.error;
  };
  const retry = async () => {
    const tried = await ask('entry:retry', { entryId });
    return tried.ok ? null : tried.error;
  };
  const buttons: Readonly<Record<DeliveryHelp, () => ComponentChild>> = {
    undo: () => <ActionButton attempt={takeBack}>{t('sidebar.undo')}</ActionButton>,
    edit: () => <ActionButton attempt={takeBack}>{t('sidebar.edit')}</ActionButton>,
    retry: () => <ActionButton attempt={retry}>{t('sidebar.retry')}</ActionButton>,
    options: () => <Button onPress={onOptions}>{t('sidebar.options')}</Button>,
  };
  return (
    <div class={styles.help}>
      {help.map((kind) => (
        <div key={kind}>{buttons[kind]()}</div>
      ))}
    </div>
  );
}
