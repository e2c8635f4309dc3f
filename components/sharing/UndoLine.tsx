import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import styles from './UndoLine.module.css';
import type { Undo } from './use-undo';

/** What a button just changed, and how to take that back. */
export function UndoLine({ undo }: { undo: Undo | null }) {
  const { t } = useText();
  if (undo === null) return null;
  return (
    <div class={styles.line}>
      <span>{undo.said}</span>
      <Button variant="quiet" onPress={undo.undo}>
        {t('sidebar.undo-change')}
      </Button>
    </div>
  );
}
