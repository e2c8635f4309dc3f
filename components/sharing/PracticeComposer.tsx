import { useEffect, useRef } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import type { Attempt } from '@/components/ui/trouble';
import type { DraftView, EntryView } from '@/utils/messaging/views';
import { ComposerAsides } from './ComposerAsides';
import { ComposerFields } from './ComposerFields';
import { ComposerHead } from './ComposerHead';
import { DraftSwitcher } from './DraftSwitcher';
import { isUnwritten, sendLabel } from './destination';
import { GuardedRest } from './guard/GuardedRest';
import { GuardScope } from './guard/guard-scope';
import styles from './PracticeComposer.module.css';
import type { PageTools } from './page-tools';
import { SaveTrouble } from './SaveTrouble';
import { SendBar } from './SendBar';
import { SimilarPractices } from './SimilarPractices';
import { useDestination } from './use-destination';
import { useReadiness } from './use-readiness';
import { type SendState, useSend } from './use-send';
import { useUndo } from './use-undo';
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
  const choice = useDestination(state, view);
  const { destination, places } = choice;
  const readiness = useReadiness(view.framed, sight);
  const send = useSend({ writing, destination, readiness, onSent, onMovedOut });
  const write = (): void => writeOn(form.current);
  const [onChange, undo] = useUndo(state.practice, (change) => writing.change(change), write);
  const { practice, preview, draftId, apart } = state;
  const stay = (): void => {
    writing.settleApart();
    write();
  };
  const keep: Attempt = async () =>
    (await writing.flush()) ? null : (writing.read().problem ?? { code: 'disk-refused' });
  const takeOther: Attempt = async () => {
    const problem = await keep();
    if (problem === null) onDraft(apart?.from ?? draftId, true);
    return problem;
  };

  useEffect(() => {
    // A quick person may be in a field already: what they type must not land in another.
    if (form.current?.contains(document.activeElement) !== true) write();
  }, []);
  useEffect(() => onDraft(draftId, false), [draftId]);
  useEffect(() => {
    const obstacle = OBSTACLES[send.state.kind];
    if (obstacle !== undefined) form.current?.querySelector<HTMLElement>(obstacle)?.focus();
  }, [send.state]);

  return (
    <main class={styles.composer} ref={form}>
      {!view.framed && (
        <DraftSwitcher writing={writing} draftId={draftId} onDraft={(other) => onDraft(other, true)} />
      )}
      <ComposerHead view={view} practice={practice} onKind={(kind) => onChange({ kind })} />
      <SaveTrouble state={state} tools={tools} onStay={stay} onOther={takeOther} />
      <div class={styles.fields} inert={send.state.kind === 'sending'}>
        <GuardScope writing={writing} state={state}>
          <ComposerFields
            view={view}
            state={state}
            problems={send.state.kind === 'incomplete' ? preview.problems : []}
            onChange={onChange}
            onBegun={write}
          />
          <GuardedRest fields={['topics', 'pictures', 'link', 'whole']} />
        </GuardScope>
        <SimilarPractices
          draftId={state.draftId}
          saved={state.preview.text}
          unwritten={isUnwritten(practice)}
          keep={keep}
          onDraft={onDraft}
        />
        <ComposerAsides
          view={view}
          writing={writing}
          choice={choice}
          tools={tools}
          onChange={onChange}
          onDiscarded={onDiscarded}
        />
      </div>
      <SendBar
        label={sendLabel(t, destination, places, view.draft.corrects !== null)}
        saving={state.saving}
        readiness={readiness}
        send={send}
        sight={sight}
        undo={undo}
      />
    </main>
  );
}

/** Where a Send that cannot go yet brings the focus. */
const OBSTACLES: Partial<Record<SendState['kind'], string>> = {
  incomplete: '[aria-invalid="true"]',
  guarded: '[data-open-finding="true"] button',
};

/** Brings the focus to the one question that has to be answered. */
function writeOn(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('textarea, input[type="text"]')?.focus();
}
