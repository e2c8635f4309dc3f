import { useText } from '@/components/hooks/text';
import rows from '@/components/outbox/rows.module.css';
import { Disclosure } from '@/components/ui/Disclosure';
import { ShortList } from '@/components/ui/ShortList';
import type { ResponseView } from '@/utils/messaging/shared-views';
import { ReplyRow } from './ReplyRow';
import type { ReplyActions } from './shared-actions';

interface ResponsesProps {
  response: ResponseView;
  now: number;
  actions: ReplyActions;
  /** One of many posts, whose replies stand behind a line of their own, the first few before the others. */
  listed?: boolean;
}

/** What came back on one post: how many thanked, and what was replied. */
export function Responses({ listed = false, ...props }: ResponsesProps) {
  const { t } = useText();
  const { thanks, replies } = props.response;
  return (
    <>
      {thanks > 0 && <p class={listed ? rows.detail : undefined}>{t('shared.thanks', { count: thanks })}</p>}
      {replies.length > 0 && listed && (
        <Disclosure title={t('shared.replies', { count: replies.length })}>
          <ReplyList {...props} atOnce={3} />
        </Disclosure>
      )}
      {replies.length > 0 && !listed && <ReplyList {...props} atOnce={replies.length} />}
    </>
  );
}

interface ReplyListProps extends Omit<ResponsesProps, 'listed'> {
  atOnce: number;
}

function ReplyList({ response: { entryId, replies }, now, actions, atOnce }: ReplyListProps) {
  const { t } = useText();
  return (
    <ShortList atOnce={atOnce}>
      {replies.map((reply) => (
        <ReplyRow
          key={reply.postId}
          reply={reply}
          entryId={entryId}
          heading={
            reply.kind === 'reuse' ? t('shared.reused-by', { author: reply.authorName }) : reply.authorName
          }
          now={now}
          actions={actions}
        />
      ))}
    </ShortList>
  );
}
