import { useText } from '@/components/hooks/text';
import { describeDay, describeDistance } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { Trouble } from '@/components/ui/trouble';
import type { KeptView } from '@/utils/messaging/views';
import styles from './rows.module.css';

interface KeptListProps {
  kept: readonly KeptView[];
  now: number;
  onShare: (promptId: string) => Promise<Trouble | null>;
  onDismiss: (promptId: string) => Promise<Trouble | null>;
}

/** Activities that were saved for later or not asked about; nothing where there are none. */
export function KeptList({ kept, ...rest }: KeptListProps) {
  const { t } = useText();
  if (kept.length === 0) return null;
  return (
    <Section title={t('popup.kept')} size="small" items={kept.length}>
      <ShortList atOnce={3}>
        {kept.map((item) => (
          <KeptRow key={item.promptId} item={item} {...rest} />
        ))}
      </ShortList>
    </Section>
  );
}

interface KeptRowProps extends Omit<KeptListProps, 'kept'> {
  item: KeptView;
}

function KeptRow({ item, now, onShare, onDismiss }: KeptRowProps) {
  const { t, language } = useText();
  const { promptId, activity, sentence: did, reason, expiresAt } = item;
  const when = describeDistance(activity.at, now, language);
  return (
    <li class={styles.row}>
      <span class={styles.title}>{t('popup.kept-did', { did })}</span>
      <p class={styles.detail}>
        {t('popup.kept-where', { site: new URL(activity.site).host, when })} {t(`reasons.${reason}`)}{' '}
        {t('popup.kept-until', { when: describeDay(expiresAt, language) })}
      </p>
      <div class={styles.actions}>
        <ActionButton attempt={() => onShare(promptId)} label={t('popup.share-label', { did })}>
          {t('popup.share')}
        </ActionButton>
        <ActionButton
          variant="quiet"
          attempt={() => onDismiss(promptId)}
          done={t('popup.dismissed')}
          label={t('popup.dismiss-label', { did })}
        >
          {t('popup.dismiss')}
        </ActionButton>
      </div>
    </li>
  );
}
