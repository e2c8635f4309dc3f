import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { CharterForm } from '@/components/settings/charter/CharterForm';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import type { SettingsView } from '@/utils/messaging/views';

/** What goes where: the channels beside the community. */
export function Charter({ settings }: { settings: SettingsView }) {
  const { t } = useText();
  return (
    <Section title={t('options.charter')} id="charter">
      <p>{t('charter.lead')}</p>
      <CharterForm
        charter={settings.charter}
        onSave={(charter) => settle(ask('charter:save', { charter: [...charter] }))}
      />
    </Section>
  );
}
