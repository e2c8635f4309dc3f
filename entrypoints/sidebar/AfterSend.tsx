import { News } from '@/components/community/News';
import { OpenQuestions } from '@/components/community/OpenQuestions';
import { Responses } from '@/components/community/Responses';
import type { ReplyActions } from '@/components/community/shared-actions';
import { type Seen, useNews } from '@/components/community/use-news';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import { Section } from '@/components/ui/Section';
import type { Trouble } from '@/components/ui/trouble';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { type Answered, ask } from '@/utils/messaging/ask';

interface AfterSendProps {
  entryId: string;
  /** In a web page's frame, where a page could steal the click that thanks. */
  framed: boolean;
  onDraft: (draftId: string) => void;
}

/**
 * What came back on what was sent, and questions that somebody who just did this may know about. In a window of our own
 * also what is new on other posts; a page's frame speaks of its own one.
 */
export function AfterSend({ entryId, framed, onDraft }: AfterSendProps) {
  const { t } = useText();
  const now = useNow(MINUTE_MS);
  const { value: responses } = useAsk('responses:read', framed ? { entryId } : {});
  const { value: questions } = useAsk('question:open', { entryId });
  const goOn = async (begun: Promise<Answered<'reply:answer'>>): Promise<Trouble | null> => {
    const draft = await begun;
    if (draft.ok) onDraft(draft.value.draftId);
    return draft.ok ? null : draft.error;
  };
  const thank = (entry: string, postId: string, on: boolean) =>
    settle(ask('reply:thank', { entryId: entry, postId, on }));
  const actions: ReplyActions = {
    answer: (entry, postId) => goOn(ask('reply:answer', { entryId: entry, postId })),
    ...(framed ? {} : { thank }),
  };
  const own = responses?.find((response) => response.entryId === entryId);
  const tell: Seen = (entry, thanks, at) => void ask('responses:told', { entryId: entry, thanks, at });
  useNews(own === undefined || framed ? [] : [own], tell); // all of it stands there, new or not
  return (
    <>
      {own !== undefined && (
        <Section title={t('shared.said')} size="small">
          <Responses response={own} now={now} actions={actions} />
        </Section>
      )}
      <News
        responses={responses?.filter((response) => response !== own) ?? []}
        now={now}
        actions={actions}
        onSeen={tell}
      />
      <OpenQuestions
        questions={questions ?? []}
        now={now}
        actions={{ answer: (sharedId) => goOn(ask('shared:answer', { sharedId })) }}
        atOnce={3}
      />
    </>
  );
}
