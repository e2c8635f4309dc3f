import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import type { Preview } from '@/utils/messaging/views';
import type { Destination } from './destination';
import { FormattedText } from './FormattedText';
import styles from './PreviewPane.module.css';

interface PreviewPaneProps {
  preview: Preview;
  /** How many pictures go along. */
  pictures: number;
  /** Nothing was written yet: what would be sent is a reference that means nothing by itself. */
  unwritten: boolean;
  destination: Destination;
  /** In words: where it will stand and who can read it. */
  readers: string | null;
}

/** What will be sent, as its readers will see it. */
export function PreviewPane({ preview, pictures, unwritten, destination, readers }: PreviewPaneProps) {
  const { t } = useText();
  const { community } = destination;
  if (unwritten) {
    return (
      <Section title={t('sidebar.preview')} size="small">
        <p class={styles.hint}>{t('sidebar.preview-empty')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('sidebar.preview')} size="small">
      <div class={styles.post}>
        {community !== null && (
          <p class={styles.head}>
            <span class={styles.author}>{community.accountName}</span> <span>{readers}</span>
          </p>
        )}
        <FormattedText blocks={preview.blocks} />
        {pictures > 0 && <p class={styles.hint}>{t('sidebar.preview-pictures', { count: pictures })}</p>}
      </div>
      <Length length={preview.length} max={community?.maxCharacters ?? null} />
    </Section>
  );
}

/** How much of it the community takes, in its own characters. */
function Length({ length, max }: { length: number; max: number | null }) {
  const { t, language } = useText();
  const { format } = new Intl.NumberFormat(language);
  if (max === null) return <p class={styles.hint}>{t('sidebar.length-plain', { length: format(length) })}</p>;
  if (length > max) {
    return (
      <p class={styles.over}>{t('sidebar.length-over', { over: format(length - max), max: format(max) })}</p>
    );
  }
  return <p class={styles.hint}>{t('sidebar.length', { left: format(max - length), max: format(max) })}</p>;
}
