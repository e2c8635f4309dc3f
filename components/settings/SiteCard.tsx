import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import { describeDistance } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Section } from '@/components/ui/Section';
import type { Attempt, Trouble } from '@/components/ui/trouble';
import type { Text } from '@/utils/language';
import type { SiteView } from '@/utils/messaging/site-views';
import { hostOf } from './host';
import styles from './SiteCard.module.css';
import { SystemState } from './SystemState';

interface SiteCardProps {
  /** Null where the tab in front shows no page that we may know the address of. */
  site: SiteView | null;
  now: number;
  /** Asks for the permission, in the click. */
  onAllow: Attempt;
  onTry: (tries: boolean) => Promise<Trouble | null>;
  /** What else there is to say and do where it may ask. */
  children?: ComponentChildren;
}

const SENTENCES = {
  granted: 'popup.site-granted',
  'not-granted': 'popup.site-not-granted',
  'named-by-policy': 'popup.site-named',
  'permission-lost': 'popup.site-lost',
  ungrantable: 'popup.site-ungrantable',
} as const;

/** What Deelgenoot may do on the page in front, and why it did not ask. */
export function SiteCard({ site, now, onAllow, onTry, children }: SiteCardProps) {
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
        {site?.status === 'granted' && <Recognised site={site} now={now} onTry={onTry} />}
        {site?.status === 'granted' && children}
      </div>
    </Section>
  );
}

interface RecognisedProps extends Pick<SiteCardProps, 'now' | 'onTry'> {
  site: SiteView;
}

function Recognised({ site, now, onTry }: RecognisedProps) {
  const { t, language } = useText();
  const { system, tries, lastActivity } = site;
  return (
    <>
      <p class={styles.detail}>{describeSystem(t, site)}</p>
      {system !== null && <SystemState system={system} tries={tries} onTry={onTry} />}
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

function describeSystem(t: Text, { system, chosen }: SiteView): string {
  if (system === null) return t(chosen ? 'popup.site-no-system' : 'popup.site-unknown-system');
  return t(chosen ? 'popup.site-chosen' : 'popup.site-system', { system: system.name });
}
