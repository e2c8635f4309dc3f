import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { describeNextTry, describeUntil } from '@/components/hooks/times';
import { useFocusKeeper } from '@/components/hooks/use-focus-keeper';
import { useNow } from '@/components/hooks/use-now';
import { tellWhyParked } from '@/components/outbox/entry-story';
import { PostButtons } from '@/components/outbox/PostButtons';
import { entryFile, postFile } from '@/components/outbox/text-file';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Link } from '@/components/ui/Link';
import { SECOND_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';
import type { EntryView } from '@/utils/messaging/views';
import { DeliveryHelpButtons } from './DeliveryHelpButtons';
import styles from './DeliveryState.module.css';
import { type DeliveryHelp, type DeliveryPhase, helpFor, phaseOf, restLeft } from './delivery';
import type { PageTools } from './page-tools';
import { postActions } from './post-actions';

interface DeliveryStateProps {
  entry: EntryView;
  tools: PageTools;
  /** In a web page's frame, where a question could be covered. */
  framed: boolean;
  /** Taken back, corrected or shared again: the draft to go on with. */
  onDraft: (draftId: string) => void;
  /** What stands below it. */
  children?: ComponentChildren;
}

const TONES: Readonly<Record<DeliveryPhase, 'calm' | 'good' | 'bad'>> = {
  resting: 'calm',
  waiting: 'calm',
  again: 'calm',
  sending: 'calm',
  uncertain: 'calm',
  held: 'good',
  delivered: 'good',
  corrected: 'good',
  withdrawn: 'calm',
  parked: 'bad',
};

/** What became of a Send, as it happens, and what the person can do about it. */
export function DeliveryState({ entry, tools, framed, onDraft, children }: DeliveryStateProps) {
  const { t, language } = useText();
  const now = useNow(SECOND_MS);
  const phase = phaseOf(entry, now);
  const heading = useFocusKeeper<HTMLHeadingElement>(Number(phase !== 'withdrawn'));
  const arrived = entry.state === 'delivered' ? entry.post : null;
  const text = arrived?.text ?? entry.text;
  const community = entry.communityName ?? t('sidebar.the-community');
  const help: readonly DeliveryHelp[] = helpFor(phase, entry);
  useEffect(() => heading.current?.focus(), []);

  const file =
    arrived === null ? entryFile(entry, now, t, language) : postFile(arrived, text, now, t, language);
  const title =
    phase === 'resting' ? t('sidebar.state-resting-said') : t(`sidebar.state-${phase}`, { community });
  const when = describeNextTry(entry.dueAt, now, t, language);
  const until = entry.askedUntil ?? 0;
  const asked =
    until > now
      ? t('sidebar.state-asked-text', { community, when: describeUntil(until, now, language) })
      : null;
  const paused = entry.paused ? t('sidebar.state-paused-text', { community }) : null;
  const sentence = {
    resting: null,
    waiting: paused ?? t('sidebar.waiting-text'),
    again: paused ?? asked ?? t('sidebar.state-again-text', { community, when }),
    sending: t('sidebar.waiting-text'),
    uncertain: paused ?? asked ?? t('sidebar.state-uncertain-text', { community, when }),
    held: t('sidebar.state-held-text', { community }),
    parked: entry.reason === null ? null : tellWhyParked(entry, community, t),
    delivered: t('sidebar.state-delivered-text'),
    corrected: t('sidebar.state-corrected-text'),
    withdrawn: t('sidebar.state-withdrawn-text'),
  }[phase];

  return (
    <main class={styles.state}>
      <div class={`${styles.card} ${styles[TONES[phase]]}`}>
        <div role="status">
          <h1 class={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {sentence !== null && <p>{sentence}</p>}
        </div>
        {phase === 'resting' && (
          <p aria-hidden="true">{t('sidebar.state-resting', { seconds: restLeft(entry, now) })}</p>
        )}
        {arrived !== null && arrived.withdrawnAt === null && (
          <Link href={arrived.url}>{t('sidebar.state-delivered-link')}</Link>
        )}
        {entry.reason === 'conflict' && entry.post !== null && (
          <Link href={entry.post.url}>{t('popup.open-page')}</Link>
        )}
        {arrived !== null && (
          <div class={styles.help}>
            <PostButtons
              post={arrived}
              actions={postActions(onDraft)}
              elsewhere={framed ? () => settle(ask('draft:pop-out', { draftId: entry.id })) : undefined}
            />
          </div>
        )}
        <DeliveryHelpButtons
          entryId={entry.id}
          help={help}
          onCommunities={() => void tools.openCommunities()}
          onDraft={onDraft}
        />
      </div>
      <section class={styles.sent} aria-label={t('sidebar.sent-text')}>
        <p class={styles.text} dir="auto">
          {text}
        </p>
        <div class={styles.help}>
          <ActionButton attempt={() => tools.copy(text)} done={t('ui.copied')}>
            {t('ui.copy')}
          </ActionButton>
          <Button onPress={() => tools.download(file.name, file.text)}>{t('popup.download')}</Button>
        </div>
      </section>
      {children}
    </main>
  );
}
