import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button, type ButtonVariant } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import type { Attempt } from '@/components/ui/trouble';
import { useRowFocus } from './row-focus';

interface DiscardButtonProps {
  id: string;
  question: string;
  label: string;
  attempt: Attempt;
  /** `quiet` where it stands in every row of a list. */
  variant?: ButtonVariant;
  /** What disappears, and what does not. */
  children: ComponentChildren;
}

/** Deletes what its row is about, after asking once; the focus then waits at the way back. */
export function DiscardButton(props: DiscardButtonProps) {
  const { id, question, label, attempt, variant = 'danger', children } = props;
  const { t } = useText();
  const focus = useRowFocus();
  const [asking, setAsking] = useState(false);
  const discard: Attempt = async () => {
    const trouble = await attempt();
    if (trouble === null) focus.follow(`undo:${id}`);
    return trouble;
  };
  return (
    <>
      <Button variant={variant} onPress={() => setAsking(true)} label={label}>
        {t('popup.discard')}
      </Button>
      {asking && (
        <Confirm
          title={question}
          action={t('popup.discard-action')}
          attempt={discard}
          done={t('popup.discarded')}
          onClose={() => setAsking(false)}
        >
          {children}
        </Confirm>
      )}
    </>
  );
}
