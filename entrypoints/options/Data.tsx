import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { OwnData } from '@/components/settings/OwnData';
import { RetentionChoice } from '@/components/settings/RetentionChoice';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import type { SettingsView } from '@/utils/messaging/views';
import { exportData, importData } from './actions';

/** What is kept on this device. */
export function Data({ settings }: { settings: SettingsView }) {
  const { t } = useText();
  return (
    <Section title={t('options.data')} id="data">
      <p>{t('options.data-lead')}</p>
      <RetentionChoice
        chosen={settings.retentionDays}
        onChoose={(retentionDays) => settle(ask('settings:retention', { retentionDays }))}
      />
      <OwnData onExport={exportData} onImport={importData} onWipe={() => settle(ask('data:wipe', {}))} />
    </Section>
  );
}
