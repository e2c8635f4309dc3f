import { useState } from 'preact/hooks';
import { CommunityList } from '@/components/community/CommunityList';
import { ConnectForm, type SignInAgain } from '@/components/community/connecting/ConnectForm';
import { connectAgain, needsAChoice, reasonToChoose } from '@/components/community/connecting/connect';
import { Destinations } from '@/components/community/Destinations';
import { Platforms } from '@/components/community/Platforms';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import { useAnnounce } from '@/components/ui/Announcer';
import { Section } from '@/components/ui/Section';
import type { Trouble } from '@/components/ui/trouble';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';
import type { FoundView, WayView } from '@/utils/messaging/sign-in-views';
import type { CommunityView, SettingsView } from '@/utils/messaging/views';
import { requestOrigins } from '@/utils/platform/gesture';
import { copy } from './actions';

/** Where posts go. */
export function Communities({ settings }: { settings: SettingsView }) {
  const { t } = useText();
  const { communities, policyCommunity } = settings;
  const { value: standings } = useAsk('community:standings', {});
  const now = useNow(MINUTE_MS);
  const announce = useAnnounce();
  const [again, setAgain] = useState<SignInAgain>();
  const [turn, setTurn] = useState(0);
  const signIn = async (community: CommunityView): Promise<Trouble | null> => {
    const { address, scope, signedInBy } = community;
    const connected = await connectAgain(community, requestOrigins);
    if (connected.ok) announce(t('options.connected'));
    if (connected.ok) return null;
    if (!needsAChoice(connected.error)) return connected.error;
    const found = await ask('community:identify', { address });
    if (!found.ok) return found.error;
    setAgain({ found: usedFirst(found.value, signedInBy), scope });
    setTurn((before) => before + 1);
    return reasonToChoose(connected.error);
  };
  const prefilled = communities.length === 0 ? (policyCommunity?.address ?? '') : '';
  return (
    <Section title={t('options.communities')} id="communities" items={communities.length}>
      <p>{t('options.communities-lead')}</p>
      {communities.length > 1 && <p>{t('options.communities-one-home')}</p>}
      <CommunityList
        communities={communities}
        standings={standings ?? []}
        now={now}
        onSignIn={signIn}
        onPause={(communityId, paused) => settle(ask('community:pause', { communityId, paused }))}
        onRemove={(communityId) => settle(ask('community:remove', { communityId }))}
      />
      <Section title={t('options.connect')} size="sub">
        <ConnectForm
          key={turn}
          prefilled={prefilled}
          again={again}
          requestOrigins={requestOrigins}
          copy={copy}
        />
      </Section>
      <GoesBy sites={settings.sites.map(({ origin }) => origin)} />
      <Platforms />
    </Section>
  );
}

/** With the way that the person knows before the others. */
function usedFirst(found: FoundView, used: CommunityView['signedInBy']): FoundView {
  const isUsed = ({ way }: WayView): boolean => way === used;
  return { ...found, ways: [...found.ways.filter(isUsed), ...found.ways.filter((one) => !isUsed(one))] };
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
