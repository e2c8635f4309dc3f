import { useEffect } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { Notice } from '@/components/ui/Notice';
import { Page } from '@/components/ui/Page';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { isOfDisk } from '@/components/ui/trouble';
import { About } from './About';
import { Charter } from './Charter';
import { Communities } from './Communities';
import { Data } from './Data';
import { Ledger } from './Ledger';
import { Prompts } from './Prompts';
import { Sites } from './Sites';

const PARTS = ['communities', 'sites', 'prompts', 'language', 'charter', 'data', 'ledger', 'about'] as const;

/** The options: everything that can be set, and everything that is kept. */
export function App() {
  const { t } = useText();
  const { value: settings, problem } = useAsk('settings:read', {});
  const known = settings !== null;
  useEffect(() => {
    // The part that the address names is drawn only now, so the browser could not go there by itself.
    if (known) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [known]);
  return (
    <Page
      heading={t('options.heading')}
      note={t('product.name')}
      parts={PARTS.map((id) => ({ id, name: t(`options.${id}`) }))}
    >
      <ProblemNotice problem={problem} />
      {settings === null && isOfDisk(problem) && <About version={null} />}
      {settings !== null && (
        <>
          {settings.policyProblem !== null && (
            <Notice tone="warning" silent>
              {t('popup.policy-problem', { field: settings.policyProblem })}
            </Notice>
          )}
          <Communities settings={settings} />
          <Sites settings={settings} />
          <Prompts settings={settings} />
          <Charter settings={settings} />
          <Data settings={settings} />
          <Ledger />
          <About version={settings.version} />
        </>
      )}
    </Page>
  );
}
