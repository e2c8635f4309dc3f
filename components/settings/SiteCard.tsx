import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Section } from '@/components/ui/Section';
import type { Attempt } from '@/components/ui/trouble';
import type { SiteView } from '@/utils/messaging/views';
import { hostOf } from './host';
import styles from './SiteCard.module.css';

interface SiteCardProps {
  /** Null where the tab in front shows no page that we may know the address of. */
  site: SiteView | null;
  now: number;
  /** Asks for the permission, in the click. */
  onAllow: Attempt;
}

const SENTENCES = {
  granted: 'popup.site-granted',
  'not-granted': 'popup.site-not-granted',
  'named-by-policy': 'popup.site-named',
  'permission-lost': 'popup.site-lost',
  ungrantable: 'popup.site-ungrantable',
} as const;

/** What Deelgenoot may do on the page in front, and why it did not ask. */
export function SiteCard({ site, now, onAllow }: SiteCardProps) {
  const { t } = useText();
  const canAsk = site !== null && site.status !== 'granted' && site.status !== 'ungrantable';
  return (
    <Section title={t('popup.site')} size="small">
      <div class={styles.card}>
        {site !== null && site.status !== 'ungrantable' && <p class={styles.host}>{hostOf(site.origin)}</p>}
        <p>{t(site === null ? 'popup.no-page' : SENTENCES[site.status])}</p>
        {canAsk && (
          <div class={styles.action}>
            <ActionButton variant="primary" attempt={onAllow} done={t('popup.allowed')} wide>
              {t(site.status === 'permission-lost' ? 'popup.allow-again' : 'popup.allow')}
            </ActionButton>
          </div>
        )}
        {site?.status === 'granted' && <Recognised site={site} now={now} />}
      </div>
    </Section>
  );
}

function Recognised({ site, now }: { site: SiteView; now: number }) {
  const { t, language } = useText();
  const { recipeName, lastActivity } = site;
  const system =
    recipeName === null ? t('popup.site-unknown-system') : t('popup.site-system', { system: recipeName });
  return (
    <>
      <p class={styles.detail}>{system}</p>
      {lastActivity !== null && (
        <p class={styles.detail}>
          {t('popup.last-activity', {
            did: lastActivity.sentence,
            when: describeDistance(lastActivity.at, now, language),
          })}{' '}
          {t(`reasons.${lastActivity.reason}`)}
        </p>
      )}
    </>
  );
}
