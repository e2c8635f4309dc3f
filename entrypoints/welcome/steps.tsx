import { CommunityRow } from '@/components/community/CommunityRow';
import { ConnectForm } from '@/components/community/connecting/ConnectForm';
import { Platforms } from '@/components/community/Platforms';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import { allowSites } from '@/components/settings/allow-sites';
import { AskingOften } from '@/components/settings/asking/AskingOften';
import { useAsking } from '@/components/settings/asking/use-asking';
import { PauseControl } from '@/components/settings/PauseControl';
import { SitesToAsk } from '@/components/settings/SitesToAsk';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { Trouble } from '@/components/ui/trouble';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';
import type { Overview, SettingsView } from '@/utils/messaging/views';
import { copyText, requestOrigins } from '@/utils/platform/gesture';

/** Where Deelgenoot may look: the organisation's sites in one press, others on those sites themselves. */
export function SitesStep({ origins, managed }: { origins: readonly string[]; managed: boolean }) {
  const { t } = useText();
  if (origins.length === 0) return <p>{t(managed ? 'welcome.sites-done' : 'welcome.sites-none')}</p>;
  return (
    <>
      <p>{t('welcome.sites-lead')}</p>
      <SitesToAsk origins={origins} onAllow={allowSites(origins, requestOrigins)} />
    </>
  );
}

/** Who one is among colleagues; without it one writes all the same, and sends later. */
export function CommunityStep({ overview: { communities, policyCommunity } }: { overview: Overview }) {
  const { t } = useText();
  return (
    <>
      <p>{t('welcome.community-lead')}</p>
      {communities.map((community) => (
        <CommunityRow key={community.id} community={community} />
      ))}
      {communities.length === 0 && (
        <>
          <ConnectForm
            prefilled={policyCommunity?.address ?? ''}
            requestOrigins={requestOrigins}
            copy={copy}
          />
          <Platforms />
        </>
      )}
    </>
  );
}

/** How often one is asked, and the way to silence. */
export function OftenStep() {
  const { value: settings, problem } = useAsk('settings:read', {});
  if (settings === null) return <ProblemNotice problem={problem} />;
  return <Often settings={settings} />;
}

function Often({ settings: { asking, pausedUntil } }: { settings: SettingsView }) {
  const { t } = useText();
  const now = useNow(MINUTE_MS);
  const edit = useAsking(asking, (chosen) => settle(ask('asking:save', chosen)));
  return (
    <>
      <p>{t('welcome.often-lead')}</p>
      <AskingOften edit={edit} allowed={asking.allowed} />
      <PauseControl
        pausedUntil={pausedUntil}
        now={now}
        onPause={(until) => settle(ask('pause:set', { until }))}
      />
    </>
  );
}

async function copy(text: string): Promise<Trouble | null> {
  return (await copyText(text)) ? null : { code: 'copy-refused' };
}
