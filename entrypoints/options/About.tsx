import { useText } from '@/components/hooks/text';
import { DiagnosisView } from '@/components/settings/DiagnosisView';
import { Link } from '@/components/ui/Link';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import { copy } from './actions';

/** Which version this is, where that could be read, and how it is doing. */
export function About({ version }: { version: string | null }) {
  const { t } = useText();
  return (
    <Section title={t('options.about')} id="about">
      {version !== null && <p>{t('options.version', { version })}</p>}
      <p>
        <Link href="/welcome.html">{t('options.welcome')}</Link>
      </p>
      <p>{t('options.diagnosis-lead')}</p>
      <DiagnosisView onRead={() => ask('diagnosis:read', {})} onCopy={copy} />
    </Section>
  );
}
