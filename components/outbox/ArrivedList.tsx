import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { Link } from '@/components/ui/Link';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { Receipt } from '@/utils/outbox/entry';
import styles from './rows.module.css';

interface ArrivedListProps {
  /** Newest first. */
  receipts: readonly Receipt[];
  now: number;
}

/** What the community has, with a link to each; nothing where nothing arrived yet. */
export function ArrivedList({ receipts, now }: ArrivedListProps) {
  const { t, language } = useText();
  if (receipts.length === 0) return null;
  return (
    <Section title={t('popup.arrived')} size="small">
      <ShortList atOnce={3}>
        {receipts.map(({ entryId, url, title, at, reference }) => (
          <li key={entryId} class={styles.row}>
            <span class={styles.title}>
              <Link href={url}>{title.trim() || reference}</Link>
            </span>
            <p class={styles.detail}>
              {t('popup.arrived-when', { when: describeDistance(at, now, language), reference })}
            </p>
          </li>
        ))}
      </ShortList>
    </Section>
  );
}
