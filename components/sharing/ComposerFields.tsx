import type { DraftView, PracticeProblem } from '@/utils/messaging/views';
import { Pictures } from './Pictures';
import { PracticeFields } from './PracticeFields';
import { isOneText, shapeOf } from './shape';
import { Templates } from './Templates';
import type { ChangePractice } from './undo';
import type { WritingState } from './writing';

interface ComposerFieldsProps {
  view: DraftView;
  state: WritingState;
  problems: readonly PracticeProblem[];
  onChange: ChangePractice;
  /** A beginning was taken: the writing goes on behind it. */
  onBegun: () => void;
}

/** Everything that is written, with what helps to write it. */
export function ComposerFields({ view, state, problems, onChange, onBegun }: ComposerFieldsProps) {
  const { practice, preview, community } = state;
  const pages = view.page === null ? [] : [view.page, ...view.otherPages];
  return (
    <>
      {!isOneText(shapeOf(practice)) && (
        <Templates practice={practice} templates={view.templates} onChange={onChange} onTaken={onBegun} />
      )}
      <PracticeFields
        practice={practice}
        problems={problems}
        onChange={onChange}
        titles={{ proposed: preview.proposedTitle, limits: community?.titleLimits ?? null }}
        suggestedTopics={preview.suggestedTopics}
        pageTitles={pages.map(({ title }) => title)}
        formats={community?.formats ?? true}
      />
      {shapeOf(practice) !== 'conclusion' && (
        <Pictures {...{ draftId: state.draftId, practice, community, problems, onChange }} />
      )}
    </>
  );
}
