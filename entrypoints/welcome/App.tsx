import { useState } from 'preact/hooks';
import { PracticesToRead } from '@/components/guide/PracticesToRead';
import { Promises } from '@/components/guide/Promises';
import { Rehearsal } from '@/components/guide/Rehearsal';
import { type Step, Steps } from '@/components/guide/Steps';
import { useStep } from '@/components/guide/use-step';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { Page } from '@/components/ui/Page';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { ask } from '@/utils/messaging/ask';
import styles from './App.module.css';
import { Finish } from './Finish';
import { CommunityStep, OftenStep, SitesStep } from './steps';

const STEPS = ['promises', 'sites', 'community', 'practices', 'rehearsal', 'often', 'done'] as const;

/** The welcome: the first five minutes, one step at a time; each may be skipped and found again. */
export function App() {
  const { t } = useText();
  const { value: overview, problem } = useAsk('overview:read', {});
  const [at, go] = useStep(STEPS);
  const [rehearsed, setRehearsed] = useState(false);
  const organisation = overview?.organisation ?? null;
  const contents = {
    promises: <Opening />,
    sites: overview && <SitesStep origins={overview.sitesToAsk} managed={organisation !== null} />,
    community: overview && <CommunityStep overview={overview} />,
    practices: <PracticesToRead />,
    rehearsal: <Rehearsal onErased={() => setRehearsed(true)} />,
    often: <OftenStep />,
    done: <Finish onFinish={() => settle(ask('settings:welcomed', {}))} />,
  };
  const open: readonly string[] = [
    ...(overview?.sitesToAsk.length === 0 ? [] : ['sites']),
    ...(overview?.communities.length === 0 ? ['community'] : []),
    ...(rehearsed ? [] : ['rehearsal']),
  ];
  const steps = STEPS.map(
    (id): Step => ({ id, title: t(`welcome.step-${id}`), content: contents[id], open: open.includes(id) }),
  );
  return (
    <Page
      heading={t('welcome.heading')}
      note={organisation === null ? undefined : t('popup.organisation', { organisation })}
    >
      <div class={styles.steps} aria-busy={overview === null}>
        <ProblemNotice problem={problem} />
        <Steps steps={steps} at={at} onGo={go} />
      </div>
    </Page>
  );
}

function Opening() {
  const { t } = useText();
  return (
    <>
      <p class={styles.lead}>{t('welcome.lead')}</p>
      <Promises />
    </>
  );
}
