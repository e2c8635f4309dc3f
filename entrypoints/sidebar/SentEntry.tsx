import { useAsk } from '@/components/hooks/use-ask';
import { DeliveryState } from '@/components/sharing/DeliveryState';
import type { PageTools } from '@/components/sharing/page-tools';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { EntryView } from '@/utils/messaging/views';
import { AfterSend } from './AfterSend';

interface SentEntryProps {
  /** As it was when it was sent; what the background says later replaces it. */
  first: EntryView;
  tools: PageTools;
  framed: boolean;
  onDraft: (draftId: string) => void;
}

/** An entry on its way, followed until it has arrived. */
export function SentEntry({ first, tools, framed, onDraft }: SentEntryProps) {
  const { value, problem } = useAsk('entry:read', { entryId: first.id });
  return (
    <>
      <ProblemNotice problem={problem} />
      <DeliveryState entry={value ?? first} tools={tools} framed={framed} onDraft={onDraft}>
        <AfterSend entryId={first.id} framed={framed} onDraft={onDraft} />
      </DeliveryState>
    </>
  );
}
