import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { OwnData } from '@/components/settings/OwnData';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import { exportData, importData } from './actions';

/** What is kept on this device. */
export function Data() {
  const { t } = useText();
  return (
    <Section title={t('options.data')} id="data">
      <p>{t('options.data-lead')}</p>
      <OwnData onExport={exportData} onImport={importData} onWipe={() => settle(ask('data:wipe', {}))} />
    </Section>
  );
}
