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
}

/** What came back on one post: how many thanked, and behind its own line what was replied. */
export function Responses({ response, now, actions }: ResponsesProps) {
  const { t } = useText();
  const { entryId, thanks, replies } = response;
  return (
    <>
      {thanks > 0 && <p class={rows.detail}>{t('shared.thanks', { count: thanks })}</p>}
      {replies.length > 0 && (
        <Disclosure title={t('shared.replies', { count: replies.length })}>
          <ShortList atOnce={3}>
            {replies.map((reply) => (
              <ReplyRow
                key={reply.postId}
                reply={reply}
                entryId={entryId}
                heading={
                  reply.kind === 'reuse'
                    ? t('shared.reused-by', { author: reply.authorName })
                    : reply.authorName
                }
                now={now}
                actions={actions}
              />
            ))}
          </ShortList>
        </Disclosure>
      )}
    </>
  );
}
