import { useText } from '@/components/hooks/text';
import type { DraftView } from '@/utils/messaging/views';
import { CompassHint } from './CompassHint';
import { DestinationFields } from './DestinationFields';
import { DiscardDraft } from './DiscardDraft';
import { isUnwritten, readersOf } from './destination';
import { FixedDestination } from './FixedDestination';
import { MarkdownFile } from './MarkdownFile';
import { PageOffer } from './PageOffer';
import { PreviewPane } from './PreviewPane';
import type { PageTools } from './page-tools';
import { shapeOf } from './shape';
import type { ChangePractice } from './undo';
import type { DestinationChoice } from './use-destination';
import type { Writing } from './writing';

interface ComposerAsidesProps {
  view: DraftView;
  writing: Writing;
  choice: DestinationChoice;
  tools: PageTools;
  onChange: ChangePractice;
  onDiscarded: (draftId: string) => void;
}

/** Beside what is written: the page that it is about, where it goes and what will stand there. */
export function ComposerAsides(props: ComposerAsidesProps) {
  const { view, writing, choice, tools, onChange, onDiscarded } = props;
  const { t } = useText();
  const { practice, preview, community, communities, draftId } = writing.read();
  const { corrects, answers } = view.draft;
  const connect = (): void => void tools.openCommunities();
  return (
    <>
      <CompassHint compass={preview.compass} draftId={draftId} />
      <PageOffer
        practice={practice}
        pages={view.page === null ? [] : [view.page, ...view.otherPages]}
        community={community}
        onChange={onChange}
      />
      {corrects !== null || answers !== null ? (
        <FixedDestination destination={choice.destination} answers={answers} onConnect={connect} />
      ) : (
        <DestinationFields
          choice={choice}
          communities={communities}
          none={t(shapeOf(practice) === 'conclusion' ? 'sidebar.no-page' : 'sidebar.no-community')}
          onCommunity={(chosen) => writing.choose(chosen)}
          onConnect={connect}
        />
      )}
      {shapeOf(practice) === 'conclusion' && <MarkdownFile writing={writing} tools={tools} />}
      <PreviewPane
        preview={preview}
        pictures={practice.pictures?.length ?? 0}
        unwritten={isUnwritten(practice)}
        destination={choice.destination}
        readers={readersOf(t, choice.destination, choice.places)}
      />
      <DiscardDraft writing={writing} onDiscarded={onDiscarded} />
    </>
  );
}
