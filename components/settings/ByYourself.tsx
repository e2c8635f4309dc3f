import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';

interface ByYourselfProps {
  /** As the browser writes it; empty where there is none, null until it is known. */
  hotkey: string | null;
  /** Where it is changed. */
  browser: 'chromium' | 'firefox';
}

/** How to share without having been asked, and which key does it. */
export function ByYourself({ hotkey, browser }: ByYourselfProps) {
  const { t } = useText();
  return (
    <Section title={t('options.by-yourself')} size="sub">
      <p>{t('options.by-yourself-menu', { menu: t('menu.share') })}</p>
      {hotkey !== null && (
        <p>
          {hotkey === '' ? t('options.hotkey-none') : t('options.hotkey', { key: hotkey })}{' '}
          {browser === 'firefox'
            ? t('options.hotkey-firefox', { page: 'about:addons' })
            : t('options.hotkey-chromium', { page: 'chrome://extensions/shortcuts' })}
        </p>
      )}
    </Section>
  );
}
