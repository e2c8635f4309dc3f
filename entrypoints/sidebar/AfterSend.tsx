import { OpenQuestions } from '@/components/community/OpenQuestions';
import { Responses } from '@/components/community/Responses';
import { settle } from '@/components/hooks/settle';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import type { Trouble } from '@/components/ui/trouble';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { type Answered, ask } from '@/utils/messaging/ask';

interface AfterSendProps {
  entryId: string;
  /** In a web page's frame, where a page could steal the click that thanks. */
  framed: boolean;
  onDraft: (draftId: string) => void;
}

/** What came back on what was sent, and questions that somebody who just did this may know about. */
export function AfterSend({ entryId, framed, onDraft }: AfterSendProps) {
  const now = useNow(MINUTE_MS);
  const { value: responses } = useAsk('responses:read', { entryId });
  const { value: questions } = useAsk('question:open', { entryId });
  const goOn = async (begun: Promise<Answered<'reply:answer'>>): Promise<Trouble | null> => {
    const draft = await begun;
    if (draft.ok) onDraft(draft.value.draftId);
    return draft.ok ? null : draft.error;
  };
  const thank = (entry: string, postId: string, on: boolean) =>
    settle(ask('reply:thank', { entryId: entry, postId, on }));
  return (
    <>
      {responses?.map((response) => (
        <Responses
          key={response.entryId}
          response={response}
          now={now}
          actions={{
            answer: (entry, postId) => goOn(ask('reply:answer', { entryId: entry, postId })),
            ...(framed ? {} : { thank }),
          }}
        />
      ))}
      <OpenQuestions
        questions={questions ?? []}
        now={now}
        actions={{ answer: (sharedId) => goOn(ask('shared:answer', { sharedId })) }}
        atOnce={3}
      />
    </>
  );
}
