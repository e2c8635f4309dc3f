import { CommunityRow } from '@/components/community/CommunityRow';
import { ConnectForm } from '@/components/community/ConnectForm';
import { connectCommunity, connectWithToken } from '@/components/community/connect';
import { Promises } from '@/components/guide/Promises';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { allowSites } from '@/components/settings/allow-sites';
import { SitesToAsk } from '@/components/settings/SitesToAsk';
import { Page } from '@/components/ui/Page';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import type { Overview } from '@/utils/messaging/views';
import { requestOrigins } from '@/utils/platform/gesture';
import styles from './App.module.css';
import { Finish } from './Finish';

/** The welcome: what Deelgenoot does and never does, then three steps that may all be skipped. */
export function App() {
  const { t } = useText();
  const { value: overview, problem } = useAsk('overview:read', {});
  const organisation = overview?.organisation ?? null;
  return (
    <Page
      heading={t('welcome.heading')}
      note={organisation === null ? undefined : t('popup.organisation', { organisation })}
    >
      <p class={styles.lead}>{t('welcome.lead')}</p>
      <Promises />
      <ProblemNotice problem={problem} />
      {overview !== null && (
        <>
          <SitesStep origins={overview.sitesToAsk} managed={organisation !== null} />
          <CommunityStep overview={overview} />
          <Section title={t('welcome.step-done')}>
            <Finish
              onFinish={() => settle(ask('settings:welcomed', {}))}
              isNext={overview.communities.length > 0}
            />
          </Section>
        </>
      )}
    </Page>
  );
}

function SitesStep({ origins, managed }: { origins: readonly string[]; managed: boolean }) {
  const { t } = useText();
  return (
    <Section title={t('welcome.step-sites')}>
      {origins.length > 0 ? (
        <>
          <p>{t('welcome.sites-lead')}</p>
          <SitesToAsk origins={origins} onAllow={allowSites(origins, requestOrigins)} />
        </>
      ) : (
        <p>{t(managed ? 'welcome.sites-done' : 'welcome.sites-none')}</p>
      )}
    </Section>
  );
}

function CommunityStep({ overview: { communities, policyCommunity } }: { overview: Overview }) {
  const { t } = useText();
  return (
    <Section title={t('welcome.step-community')}>
      <p>{t('welcome.community-lead')}</p>
      {communities.map((community) => (
        <CommunityRow key={community.id} community={community} />
      ))}
      {communities.length === 0 && (
        <ConnectForm
          prefilled={policyCommunity?.address ?? ''}
          onConnect={(address, scope) => connectCommunity(address, scope, requestOrigins)}
          onToken={(address, token, scope) => connectWithToken(address, token, scope, requestOrigins)}
        />
      )}
    </Section>
  );
}
