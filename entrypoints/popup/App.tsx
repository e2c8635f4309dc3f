import { CallCard } from '@/components/community/CallCard';
import { ConnectionCard } from '@/components/community/ConnectionCard';
import { InviteCard } from '@/components/community/InviteCard';
import { Newcomer } from '@/components/guide/Newcomer';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import { DraftList } from '@/components/outbox/DraftList';
import { KeptList } from '@/components/outbox/KeptList';
import { OutboxList } from '@/components/outbox/OutboxList';
import { RowFocusProvider } from '@/components/outbox/row-focus';
import { allowSites } from '@/components/settings/allow-sites';
import { DataNotices } from '@/components/settings/DataNotices';
import { PauseControl } from '@/components/settings/PauseControl';
import { SiteCard } from '@/components/settings/SiteCard';
import { SitesToAsk } from '@/components/settings/SitesToAsk';
import { ActionButton } from '@/components/ui/ActionButton';
import { Brand } from '@/components/ui/Brand';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { Section } from '@/components/ui/Section';
import { isOfDisk } from '@/components/ui/trouble';
import { SECOND_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';
import type { SharedView } from '@/utils/messaging/library-views';
import type { Overview } from '@/utils/messaging/views';
import { openPage, requestOrigins } from '@/utils/platform/gesture';
import styles from './App.module.css';
import { AskingHere, Notices } from './Asking';
import { connect, draftActions, entryActions, lookAtData, openAnswered, writeUnsaved } from './actions';
import { Arrived, Colleagues } from './Colleagues';
import { Lesson } from './Lesson';
import { useSiteInFront } from './use-site-in-front';
import { useWaiting } from './use-waiting';

interface ContentsProps {
  overview: Overview;
  fitting: readonly SharedView[];
}

/** The popup: this site, what waits and what arrived, and the way to everything else. */
export function App() {
  const { t } = useText();
  const front = useSiteInFront();
  const { value: overview, problem } = useAsk('overview:read', front);
  const { value: library } = useAsk('library:fitting', front);
  const organisation = overview?.organisation ?? null;
  return (
    <div class={styles.page} aria-busy={overview === null}>
      <Brand
        name={t('product.name')}
        note={organisation === null ? undefined : t('popup.organisation', { organisation })}
      />
      <ProblemNotice problem={problem} />
      {overview === null && isOfDisk(problem) && (
        <ActionButton variant="primary" attempt={writeUnsaved} wide>
          {t('popup.write-unsaved')}
        </ActionButton>
      )}
      {overview !== null && <Contents overview={overview} fitting={library?.fitting ?? []} />}
      <footer class={styles.foot}>
        <Button variant="quiet" onPress={() => void openPage('/options.html')}>
          {t('popup.settings')}
        </Button>
        <Button variant="quiet" onPress={() => void openPage('/options.html#ledger')}>
          {t('options.ledger')}
        </Button>
        <Button variant="quiet" onPress={() => void openPage('/welcome.html')}>
          {t('popup.about')}
        </Button>
        {overview !== null && (
          <span class={styles.version}>{t('popup.version', { version: overview.version })}</span>
        )}
      </footer>
    </div>
  );
}

function Contents({ overview, fitting }: ContentsProps) {
  const { t } = useText();
  const now = useNow(SECOND_MS);
  const { value: lesson } = useAsk('lesson:read', {});
  const { waiting, onMore } = useWaiting(overview.waiting);
  const { site, sitesToAsk, policyProblem, discarded } = overview;
  // One primary button: a lesson comes first, and then, where Deelgenoot is off, turning it on.
  const permissionFirst = site !== null && site.status !== 'granted' && site.status !== 'ungrantable';
  const allow = (origins: readonly string[]) => allowSites(origins, requestOrigins);
  return (
    <>
      {policyProblem !== null && (
        <Notice tone="warning" silent>
          {t('popup.policy-problem', { field: policyProblem })}
        </Notice>
      )}
      <DataNotices
        overview={overview}
        now={now}
        onLook={lookAtData}
        onRead={() => settle(ask('loss:read', {}))}
      />
      <Notices asking={overview.asking} />
      {!overview.welcomed && (
        <Newcomer
          onBegin={() => void openPage('/welcome.html')}
          onLater={() => settle(ask('settings:welcomed', {}))}
        />
      )}
      <Lesson lesson={lesson} now={now} />
      <SiteCard
        site={site}
        now={now}
        onAllow={allow(site === null ? [] : [site.origin])}
        onTry={(tries) => settle(ask('site:try', { origin: site?.origin ?? '', tries }))}
      >
        <AskingHere site={site?.origin ?? ''} now={now} />
      </SiteCard>
      <SitesToAsk
        origins={sitesToAsk.filter((origin) => origin !== site?.origin)}
        onAllow={allow(sitesToAsk)}
      />
      <CallCard call={overview.call} onWrite={() => openAnswered(ask('draft:on-call', {}))} />
      <div class={styles.begin}>
        <ActionButton
          variant={permissionFirst || lesson !== null ? 'secondary' : 'primary'}
          attempt={() => openAnswered(ask('draft:new', {}))}
          wide
        >
          {t('popup.write')}
        </ActionButton>
        <ActionButton attempt={() => openAnswered(ask('draft:new', { kind: 'question' }))} wide>
          {t('popup.ask')}
        </ActionButton>
      </div>
      <RowFocusProvider>
        <OutboxList
          waiting={waiting}
          discarded={discarded.filter(({ kind }) => kind === 'entry')}
          now={now}
          actions={entryActions}
          onMore={onMore}
        />
        <DraftList
          drafts={overview.drafts}
          discarded={discarded.filter(({ kind }) => kind === 'draft')}
          now={now}
          actions={draftActions}
        />
      </RowFocusProvider>
      <Colleagues now={now} fitting={fitting} />
      <KeptList
        kept={overview.kept}
        now={now}
        onShare={(promptId) => openAnswered(ask('kept:share', { promptId }))}
        onDismiss={(promptId) => settle(ask('kept:dismiss', { promptId }))}
      />
      <Arrived posts={overview.arrived} now={now} />
      <ConnectionCard
        communities={overview.communities}
        policyCommunity={overview.policyCommunity}
        onConnect={connect}
      />
      <InviteCard
        communities={overview.communities}
        onInvite={(communityId) => ask('community:invite', { communityId })}
        onShare={(communityId) => ask('community:share', { communityId })}
        copy={entryActions.copy}
      />
      <Section title={t('popup.pause')} size="small">
        <PauseControl
          pausedUntil={overview.pausedUntil}
          now={now}
          onPause={(until) => settle(ask('pause:set', { until }))}
        />
      </Section>
    </>
  );
}
