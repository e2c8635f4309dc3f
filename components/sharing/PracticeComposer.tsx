import { useEffect, useRef } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import type { Attempt } from '@/components/ui/trouble';
import type { Place } from '@/utils/community/community';
import type { Text } from '@/utils/language';
import type { DraftView, EntryView } from '@/utils/messaging/views';
import { CallLine } from './CallLine';
import { DestinationFields } from './DestinationFields';
import { DiscardDraft } from './DiscardDraft';
import { audienceLabel, type Destination, isUnwritten } from './destination';
import { FixedDestination } from './FixedDestination';
import { PageOffer } from './PageOffer';
import styles from './PracticeComposer.module.css';
import { PracticeFields } from './PracticeFields';
import { PreviewPane } from './PreviewPane';
import type { PageTools } from './page-tools';
import { SaveTrouble } from './SaveTrouble';
import { SendBar } from './SendBar';
import { SimilarPractices } from './SimilarPractices';
import { useDestination } from './use-destination';
import { useReadiness } from './use-readiness';
import { useSend } from './use-send';
import { useWriting } from './use-writing';

interface PracticeComposerProps {
  view: DraftView;
  tools: PageTools;
  onSent: (entry: EntryView) => void;
  onMovedOut: () => void;
  onDiscarded: (draftId: string) => void;
  /** The text stands in another draft since, or the person goes on with another. `open`: draws that one. */
  onDraft: (draftId: string, open: boolean) => void;
}

/** Writes one practice: saved as it is typed, shown as it will be sent, sent when the person says so. */
export function PracticeComposer(props: PracticeComposerProps) {
  const { view, tools, onSent, onMovedOut, onDiscarded, onDraft } = props;
  const { t } = useText();
  const form = useRef<HTMLDivElement>(null);
  const sight = useRef<HTMLDivElement>(null);
  const [state, writing] = useWriting(view);
  const { destination, places, setPlace, setAudience } = useDestination(
    state.community,
    state.places,
    view.draft.corrects ?? view.draft.answers,
  );
  const isCorrection = view.draft.corrects !== null;
  const { answers } = view.draft;
  const readiness = useReadiness(view.framed, sight);
  const send = useSend({ writing, destination, readiness, onSent, onMovedOut });
  const { practice, preview, community, draftId, apart } = state;
  const stay = (): void => {
    writing.settleApart();
    firstToFill(form.current)?.focus();
  };
  const takeOther: Attempt = async () => {
    if (!(await writing.flush())) return writing.read().problem;
    onDraft(apart?.from ?? draftId, true);
    return null;
  };

  useEffect(() => firstToFill(form.current)?.focus(), []);
  useEffect(() => onDraft(draftId, false), [draftId]);
  useEffect(() => {
    if (send.state.kind === 'incomplete')
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [send.state]);

  return (
    <main class={styles.composer} ref={form}>
      <header class={styles.head}>
        <h1 class={styles.title}>{t(isCorrection ? 'sidebar.correct-title' : 'sidebar.title')}</h1>
        <p class={styles.intro}>{introOf(t, view.draft)}</p>
        <CallLine call={view.call} />
      </header>
      <SaveTrouble state={state} tools={tools} onStay={stay} onOther={takeOther} />
      <div class={styles.fields} inert={send.state.kind === 'sending'}>
        <PracticeFields
          practice={practice}
          problems={send.state.kind === 'incomplete' ? preview.problems : []}
          onChange={(change) => writing.change(change)}
        />
        <PageOffer
          practice={practice}
          pages={view.page === null ? [] : [view.page, ...view.otherPages]}
          community={community}
          onChange={(change) => writing.change(change)}
        />
        {isCorrection || answers !== null ? (
          <FixedDestination
            destination={destination}
            answers={answers}
            onConnect={() => void tools.openCommunities()}
          />
        ) : (
          <DestinationFields
            destination={destination}
            communities={state.communities}
            places={places}
            onCommunity={(chosen) => writing.choose(chosen)}
            onPlace={setPlace}
            onAudience={setAudience}
            onConnect={() => void tools.openCommunities()}
          />
        )}
        <PreviewPane
          preview={preview}
          unwritten={isUnwritten(practice)}
          max={community?.maxCharacters ?? null}
        />
        <SimilarPractices
          draftId={draftId}
          saved={preview.text}
          unwritten={isUnwritten(practice)}
          onDraft={onDraft}
        />
        <DiscardDraft writing={writing} onDiscarded={onDiscarded} />
      </div>
      <SendBar
        label={sendLabel(t, destination, places, isCorrection)}
        saving={state.saving}
        readiness={readiness}
        send={send.state}
        onPress={send.press}
        onConfirm={send.confirm}
        sight={sight}
      />
    </main>
  );
}

/** The first of the two that must be filled and is empty; else where the telling goes on. */
function firstToFill(form: HTMLElement | null): HTMLElement | null {
  const title = form?.querySelector<HTMLInputElement>('input[type="text"]') ?? null;
  return title?.value === '' ? title : (form?.querySelector<HTMLElement>('textarea') ?? null);
}

function introOf(t: Text, { corrects, answers }: DraftView['draft']): string {
  if (corrects !== null) return t('sidebar.correct-intro');
  return answers === null ? t('sidebar.intro') : t('sidebar.answer-intro', { title: answers.title });
}

/** What Send does, whole: community, place and audience. */
function sendLabel(
  t: Text,
  destination: Destination,
  places: readonly Place[],
  isCorrection: boolean,
): string {
  const { community, placeId } = destination;
  if (community === null) return t('sidebar.send-later');
  const place = places.find(({ id }) => id === placeId) ?? null;
  const audience = audienceLabel(t, destination.audience, place);
  if (isCorrection) return t('sidebar.send-correction', { community: community.name, audience });
  if (place === null) return t('sidebar.send', { community: community.name, audience });
  return t('sidebar.send-place', { community: community.name, place: place.name, audience });
}
