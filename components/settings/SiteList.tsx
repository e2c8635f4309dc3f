import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Label } from '@/components/ui/Label';
import type { Trouble } from '@/components/ui/trouble';
import type { SiteRow } from '@/utils/messaging/views';
import { hostOf } from './host';
import styles from './rows.module.css';

interface SiteListProps {
  sites: readonly SiteRow[];
  /** Called in the click: asks for the permission. */
  onAllow: (origin: string) => Promise<Trouble | null>;
  onRemove: (origin: string) => Promise<Trouble | null>;
}

/** The sites where Deelgenoot may ask, or may ask again once the permission is back. */
export function SiteList({ sites, onAllow, onRemove }: SiteListProps) {
  const { t } = useText();
  if (sites.length === 0) return <p>{t('options.no-sites')}</p>;
  return (
    <ul class={styles.rows}>
      {sites.map((site) => (
        <SiteListRow key={site.origin} site={site} onAllow={onAllow} onRemove={onRemove} />
      ))}
    </ul>
  );
}

interface SiteListRowProps extends Omit<SiteListProps, 'sites'> {
  site: SiteRow;
}

function SiteListRow({ site: { origin, recipeName, granted, named }, onAllow, onRemove }: SiteListRowProps) {
  const { t } = useText();
  const host = hostOf(origin);
  const system =
    recipeName === null ? t('options.site-unknown') : t('options.site-system', { system: recipeName });
  const details = named === 'policy' ? [system, t('options.site-policy')] : [system];
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <p class={styles.title}>{host}</p>
        <p class={styles.detail}>{details.join(', ')}</p>
      </div>
      <Label tone={granted ? 'success' : 'warning'}>
        {t(granted ? 'options.site-granted' : 'options.site-lost')}
      </Label>
      <div class={styles.actions}>
        {!granted && <ActionButton attempt={() => onAllow(origin)}>{t('options.allow-again')}</ActionButton>}
        <ActionButton
          variant="quiet"
          attempt={() => onRemove(origin)}
          done={t('options.site-removed')}
          label={t('options.remove-site-label', { site: host })}
        >
          {t('options.remove-site')}
        </ActionButton>
      </div>
    </li>
  );
}
