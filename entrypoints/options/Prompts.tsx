import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useNow } from '@/components/hooks/use-now';
import { AskingChoices } from '@/components/settings/asking/AskingChoices';
import { LearnedList } from '@/components/settings/asking/LearnedList';
import { SensitiveList } from '@/components/settings/asking/SensitiveList';
import { ByYourself } from '@/components/settings/ByYourself';
import { LanguageChoice } from '@/components/settings/LanguageChoice';
import { NeverList } from '@/components/settings/NeverList';
import { PauseControl } from '@/components/settings/PauseControl';
import { Section } from '@/components/ui/Section';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';
import type { SettingsView } from '@/utils/messaging/views';
import { useHotkey } from './use-hotkey';

/** Whether and about what Deelgenoot may ask, and in which language. */
export function Prompts({ settings }: { settings: SettingsView }) {
  const { t } = useText();
  const now = useNow(MINUTE_MS);
  const hotkey = useHotkey();
  const { asking, never } = settings;
  return (
    <>
      <Section title={t('options.prompts')} id="prompts">
        <p>{t('options.prompts-lead')}</p>
        <PauseControl
          pausedUntil={settings.pausedUntil}
          now={now}
          onPause={(until) => settle(ask('pause:set', { until }))}
        />
        <AskingChoices asking={asking} now={now} onSave={(chosen) => settle(ask('asking:save', chosen))} />
        <Section title={t('asking.sensitive')} size="sub" items={asking.sensitive.length}>
          <SensitiveList
            asking={asking}
            sites={settings.sites.filter(({ granted }) => granted).map(({ origin }) => origin)}
            onAdd={(pages) => settle(ask('sensitive:add', pages))}
            onRemove={(pages) => settle(ask('sensitive:remove', pages))}
          />
        </Section>
        <Section title={t('asking.learned')} size="sub" items={asking.learned.length}>
          <LearnedList learned={asking.learned} onForget={(forget) => settle(ask('asking:forget', forget))} />
        </Section>
        <Section title={t('options.never')} size="sub" items={never.length}>
          <NeverList rules={never} onForget={(rule) => settle(ask('settings:forget-never', rule))} />
        </Section>
        <ByYourself hotkey={hotkey} browser={import.meta.env.FIREFOX ? 'firefox' : 'chromium'} />
      </Section>
      <Section title={t('options.language')} id="language">
        <LanguageChoice
          chosen={settings.chosenLanguage}
          languages={settings.languages}
          onChoose={(language) => settle(ask('settings:language', { language }))}
        />
      </Section>
    </>
  );
}
