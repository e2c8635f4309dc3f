import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';

interface ThankButtonProps {
  /** As the community confirmed it. */
  thanked: boolean;
  onThank: (on: boolean) => Promise<Trouble | null>;
  /** The whole name of the button. */
  label: (words: string) => string;
}

/** Thanks somebody, or takes that back; one button, so that it keeps the focus. */
export function ThankButton({ thanked, onThank, label }: ThankButtonProps) {
  const { t } = useText();
  const words = t(thanked ? 'shared.unthank' : 'shared.thank');
  return (
    <ActionButton
      variant={thanked ? 'quiet' : 'secondary'}
      attempt={() => onThank(!thanked)}
      done={t(thanked ? 'shared.unthank-done' : 'shared.thank-done')}
      label={label(words)}
    >
      {words}
    </ActionButton>
  );
}
