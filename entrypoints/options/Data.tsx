import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { OwnData } from '@/components/settings/OwnData';
import { PutAside } from '@/components/settings/PutAside';
import { RetentionChoice } from '@/components/settings/RetentionChoice';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import type { SettingsView } from '@/utils/messaging/views';
import { asideActions, exportData, importData } from './actions';

/** What is kept on this device. */
export function Data({ settings }: { settings: SettingsView }) {
  const { t } = useText();
  const { value: aside } = useAsk('aside:show', {});
  return (
    <Section title={t('options.data')} id="data">
      <p>{t('options.data-lead')}</p>
      <RetentionChoice
        chosen={settings.retentionDays}
        onChoose={(retentionDays) => settle(ask('settings:retention', { retentionDays }))}
      />
      {aside !== null && aside.count > 0 && (
        <Section title={t('options.aside')} size="sub">
          <PutAside aside={aside} actions={asideActions} />
        </Section>
      )}
      <OwnData onExport={exportData} onImport={importData} onWipe={() => settle(ask('data:wipe', {}))} />
    </Section>
  );
}
