import { CommunityList } from '@/components/community/CommunityList';
import { ConnectForm } from '@/components/community/ConnectForm';
import { connectCommunity, connectWithToken } from '@/components/community/connect';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import type { SettingsView } from '@/utils/messaging/views';
import { requestOrigins } from '@/utils/platform/gesture';

/** Where posts go. */
export function Communities({ settings }: { settings: SettingsView }) {
  const { t } = useText();
  const { communities, policyCommunity } = settings;
  const prefilled = communities.length === 0 ? (policyCommunity?.address ?? '') : '';
  return (
    <Section title={t('options.communities')} id="communities" items={communities.length}>
      <p>{t('options.communities-lead')}</p>
      <CommunityList
        communities={communities}
        onSignIn={({ origin, scope }) => connectCommunity(origin, scope, requestOrigins)}
        onRemove={(communityId) => settle(ask('community:remove', { communityId }))}
      />
      <Section title={t('options.connect')} size="sub">
        <ConnectForm
          prefilled={prefilled}
          onConnect={(address, scope) => connectCommunity(address, scope, requestOrigins)}
          onToken={(address, token, scope) => connectWithToken(address, token, scope, requestOrigins)}
        />
      </Section>
    </Section>
  );
}
