import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import type { Preview } from '@/utils/messaging/views';
import styles from './PreviewPane.module.css';

interface PreviewPaneProps {
  preview: Preview;
  /** Nothing was written yet: what would be sent is a reference that means nothing by itself. */
  unwritten: boolean;
  /** Characters that the community takes; null where none is chosen. */
  max: number | null;
}

/** Exactly what will be sent, as text. */
export function PreviewPane({ preview, unwritten, max }: PreviewPaneProps) {
  const { t, language } = useText();
  if (unwritten) {
    return (
      <Section title={t('sidebar.preview')} size="small">
        <p class={styles.hint}>{t('sidebar.preview-empty')}</p>
      </Section>
    );
  }
  const number = new Intl.NumberFormat(language);
  const length = number.format(preview.length);
  const over = max !== null && preview.length > max;
  const count =
    max === null
      ? t('sidebar.length-plain', { length })
      : t(over ? 'sidebar.length-over' : 'sidebar.length', { length, max: number.format(max) });
  return (
    <Section title={t('sidebar.preview')} size="small">
      <p class={styles.hint}>{t('sidebar.preview-hint')}</p>
      <p class={styles.text} dir="auto">
        {preview.text}
      </p>
      <p class={over ? styles.over : styles.hint}>{count}</p>
    </Section>
  );
}
