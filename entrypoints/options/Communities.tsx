import { CommunityList } from '@/components/community/CommunityList';
import { ConnectForm } from '@/components/community/ConnectForm';
import { connectCommunity, connectWithToken } from '@/components/community/connect';
import { Destinations } from '@/components/community/Destinations';
import { PlatformList } from '@/components/community/PlatformList';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import { Section } from '@/components/ui/Section';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';
import type { SettingsView } from '@/utils/messaging/views';
import { requestOrigins } from '@/utils/platform/gesture';

/** Where posts go. */
export function Communities({ settings }: { settings: SettingsView }) {
  const { t } = useText();
  const { communities, policyCommunity } = settings;
  const { value: standings } = useAsk('community:standings', {});
  const now = useNow(MINUTE_MS);
  const prefilled = communities.length === 0 ? (policyCommunity?.address ?? '') : '';
  return (
    <Section title={t('options.communities')} id="communities" items={communities.length}>
      <p>{t('options.communities-lead')}</p>
      {communities.length > 1 && <p>{t('options.communities-one-home')}</p>}
      <CommunityList
        communities={communities}
        standings={standings ?? []}
        now={now}
        onSignIn={({ origin, scope }) => connectCommunity(origin, scope, requestOrigins)}
        onPause={(communityId, paused) => settle(ask('community:pause', { communityId, paused }))}
        onRemove={(communityId) => settle(ask('community:remove', { communityId }))}
      />
      <Section title={t('options.connect')} size="sub">
        <ConnectForm
          prefilled={prefilled}
          onConnect={(address, scope) => connectCommunity(address, scope, requestOrigins)}
          onToken={(address, token, scope) => connectWithToken(address, token, scope, requestOrigins)}
        />
      </Section>
      <GoesBy sites={settings.sites.map(({ origin }) => origin)} />
      <Platforms />
    </Section>
  );
}

function GoesBy({ sites }: { sites: readonly string[] }) {
  const { value: view } = useAsk('destinations:read', {});
  if (view === null) return null;
  return (
    <Destinations
      view={view}
      sites={sites}
      onChoose={(rule) => settle(ask('destination:choose', rule))}
      onForget={({ site, verb }) => settle(ask('destination:forget', { site, verb }))}
    />
  );
}

function Platforms() {
  const { value: platforms } = useAsk('platforms:read', {});
  return platforms === null ? null : <PlatformList platforms={platforms} />;
}
