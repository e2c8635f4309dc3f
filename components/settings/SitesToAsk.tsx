import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Notice } from '@/components/ui/Notice';
import type { Attempt } from '@/components/ui/trouble';
import { hostOf } from './host';
import styles from './SitesToAsk.module.css';

interface SitesToAskProps {
  origins: readonly string[];
  /** Asks for all of them, in the click. */
  onAllow: Attempt;
}

/** Sites that the organisation names, or that lost their permission: asked for with one click. */
export function SitesToAsk({ origins, onAllow }: SitesToAskProps) {
  const { t } = useText();
  if (origins.length === 0) return null;
  const count = origins.length;
  return (
    <Notice silent>
      <p>{t('popup.sites-to-ask', { count })}</p>
      <ul class={styles.hosts}>
        {origins.map((origin) => (
          <li key={origin}>{hostOf(origin)}</li>
        ))}
      </ul>
      <ActionButton attempt={onAllow} done={t('popup.allowed')}>
        {t('popup.allow-all', { count })}
      </ActionButton>
    </Notice>
  );
}
