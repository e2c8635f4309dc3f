import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import type { Trouble } from '@/components/ui/trouble';
import type { SensitivePages } from '@/utils/settings/settings';
import { hostOf } from '../host';
import styles from './MarkSensitive.module.css';

interface MarkSensitiveProps {
  /** Reads the folder of the page in front; null where there is none. */
  readFolder: () => Promise<SensitivePages | null>;
  onMark: (pages: SensitivePages) => Promise<Trouble | null>;
}

/** Marks the folder of the page in front as sensitive, once the person has read which one. */
export function MarkSensitive({ readFolder, onMark }: MarkSensitiveProps) {
  const { t } = useText();
  const [pages, setPages] = useState<SensitivePages | null>(null);
  const close = (): void => setPages(null);
  const mark = async (): Promise<Trouble | null> => {
    const trouble = pages === null ? null : await onMark(pages);
    if (trouble === null) close();
    return trouble;
  };
  return (
    <>
      <div class={styles.open}>
        <Button variant="quiet" onPress={() => void readFolder().then(setPages)}>
          {t('asking.mark')}
        </Button>
      </div>
      {pages !== null && (
        <Dialog
          title={t('asking.mark-title')}
          onClose={close}
          actions={
            <>
              <Button onPress={close}>{t('ui.cancel')}</Button>
              <ActionButton variant="primary" attempt={mark} done={t('asking.sensitive-added')}>
                {t('asking.sensitive-add')}
              </ActionButton>
            </>
          }
        >
          <p>{t('asking.mark-pages')}</p>
          <p class={styles.pages}>
            {t('asking.sensitive-below', { pages: `${hostOf(pages.site)}${pages.path}` })}
          </p>
          {pages.path === '/' && <p>{t('asking.mark-whole')}</p>}
          <p>{t('asking.mark-undo')}</p>
        </Dialog>
      )}
    </>
  );
}
