import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { allowSites } from '@/components/settings/allow-sites';
import { SiteList } from '@/components/settings/SiteList';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import type { SettingsView } from '@/utils/messaging/views';
import { requestOrigins } from '@/utils/platform/gesture';

/** Where Deelgenoot may ask. */
export function Sites({ settings: { sites } }: { settings: SettingsView }) {
  const { t } = useText();
  return (
    <Section title={t('options.sites')} id="sites" items={sites.length}>
      <p>{t('options.sites-lead')}</p>
      <SiteList
        sites={sites}
        onAllow={(origin) => allowSites([origin], requestOrigins)()}
        onRemove={(origin) => settle(ask('site:remove', { origin }))}
      />
    </Section>
  );
}
