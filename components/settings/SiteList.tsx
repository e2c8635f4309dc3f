import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Label } from '@/components/ui/Label';
import type { Trouble } from '@/components/ui/trouble';
import type { Text } from '@/utils/language';
import type { SiteRow, SystemView } from '@/utils/messaging/site-views';
import { hostOf } from './host';
import styles from './rows.module.css';
import { SystemChoice, type SystemChosen } from './SystemChoice';
import { SystemState } from './SystemState';

interface SiteListProps {
  sites: readonly SiteRow[];
  systems: readonly SystemView[];
  /** Called in the click: asks for the permission. */
  onAllow: (origin: string) => Promise<Trouble | null>;
  onRemove: (origin: string) => Promise<Trouble | null>;
  onChoose: (origin: string, chosen: SystemChosen) => Promise<Trouble | null>;
  onTry: (origin: string, tries: boolean) => Promise<Trouble | null>;
  onTeach: (origin: string) => void;
}

/** The sites where Deelgenoot may ask, or may ask again once the permission is back. */
export function SiteList({ sites, ...rest }: SiteListProps) {
  const { t } = useText();
  if (sites.length === 0) return <p>{t('options.no-sites')}</p>;
  return (
    <ul class={styles.rows}>
      {sites.map((site) => (
        <SiteListRow key={site.origin} site={site} {...rest} />
      ))}
    </ul>
  );
}

interface SiteListRowProps extends Omit<SiteListProps, 'sites'> {
  site: SiteRow;
}

function SiteListRow({ site, systems, onChoose, onTry, ...actions }: SiteListRowProps) {
  const { t } = useText();
  const { origin, system, tries, granted, named } = site;
  const host = hostOf(origin);
  const known = describeSystem(t, site);
  const details = named === 'policy' ? [known, t('options.site-policy')] : [known];
  return (
    <li class={`${styles.row} ${styles.tall}`}>
      <div class={styles.words}>
        <p class={styles.title}>{host}</p>
        <p class={styles.detail}>{details.join(', ')}</p>
        {system !== null && (
          <SystemState system={system} tries={tries} onTry={(wanted) => onTry(origin, wanted)} />
        )}
        <SystemChoice site={site} systems={systems} onChoose={(chosen) => onChoose(origin, chosen)} />
      </div>
      <Label tone={granted ? 'success' : 'warning'}>
        {t(granted ? 'options.site-granted' : 'options.site-lost')}
      </Label>
      <SiteActions site={site} {...actions} />
    </li>
  );
}

type SiteActionsProps = Pick<SiteListRowProps, 'site' | 'onAllow' | 'onRemove' | 'onTeach'>;

function SiteActions({ site: { origin, granted }, onAllow, onRemove, onTeach }: SiteActionsProps) {
  const { t } = useText();
  const host = hostOf(origin);
  return (
    <div class={styles.actions}>
      {granted ? (
        <Button onPress={() => onTeach(origin)} label={t('lesson.teach-label', { site: host })}>
          {t('lesson.teach')}
        </Button>
      ) : (
        <ActionButton attempt={() => onAllow(origin)}>{t('options.allow-again')}</ActionButton>
      )}
      <ActionButton
        variant="quiet"
        attempt={() => onRemove(origin)}
        done={t('options.site-removed')}
        label={t('options.remove-site-label', { site: host })}
      >
        {t('options.remove-site')}
      </ActionButton>
    </div>
  );
}

function describeSystem(t: Text, { system, chosen }: SiteRow): string {
  if (system === null) return t(chosen ? 'options.site-none' : 'options.site-unknown');
  return t(chosen ? 'options.site-chosen' : 'options.site-system', { system: system.name });
}
