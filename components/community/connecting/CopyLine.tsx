import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import styles from './connecting.module.css';

interface CopyLineProps {
  label: string;
  text: string;
  copy: (text: string) => Promise<Trouble | null>;
}

/** A line to be copied letter for letter. */
export function CopyLine({ label, text, copy }: CopyLineProps) {
  const { t } = useText();
  return (
    <div class={styles.copy}>
      <span>
        {label}: <code class={styles.code}>{text}</code>
      </span>
      <ActionButton
        attempt={() => copy(text)}
        done={t('ui.copied')}
        label={t('connect.copy-label', { what: label })}
      >
        {t('connect.copy')}
      </ActionButton>
    </div>
  );
}
