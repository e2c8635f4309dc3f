import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { Dialog } from './Dialog';
import type { Attempt } from './trouble';

interface ConfirmProps {
  title: string;
  children: ComponentChildren;
  /** What the dangerous button does, as a verb. */
  action: string;
  attempt: Attempt;
  /** Said aloud when it was done. */
  done?: string | undefined;
  onClose: () => void;
}

/** Asks before something that cannot be undone. Closes when it was done; stays with the reason when it failed. */
export function Confirm({ title, children, action, attempt, done, onClose }: ConfirmProps) {
  const { t } = useText();
  const confirm: Attempt = async () => {
    const trouble = await attempt();
    if (trouble === null) onClose();
    return trouble;
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <ActionButton variant="danger" attempt={confirm} done={done}>
            {action}
          </ActionButton>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
