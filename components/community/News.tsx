import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import rows from '@/components/outbox/rows.module.css';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { ResponseView } from '@/utils/messaging/shared-views';
import { ReplyRow } from './ReplyRow';
import type { ReplyActions } from './shared-actions';
import { type Seen, useNews } from './use-news';

/** What stands behind “more” is not in view: it is told of once that is opened. */
const AT_ONCE = 3;

interface NewsProps {
  responses: readonly ResponseView[];
  now: number;
  actions: ReplyActions;
  onSeen: Seen;
}

/** Thanks, replies and reuse that somebody was not told of yet: once, and nothing where there are none. */
export function News({ responses, now, actions, onSeen }: NewsProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const lines = useNews(responses, onSeen, isOpen ? undefined : AT_ONCE);
  if (lines.length === 0) return null;
  return (
    <Section title={t('shared.news')} size="small">
      <ShortList atOnce={AT_ONCE} onToggle={setOpen}>
        {lines.map(({ response: { entryId, title, news }, reply }) =>
          reply === null ? (
            <li key={entryId} class={rows.row}>
              {t('shared.news-thanks', { count: news.thanks, title })}
            </li>
          ) : (
            <ReplyRow
              key={reply.postId}
              reply={reply}
              entryId={entryId}
              heading={t(reply.kind === 'reuse' ? 'shared.news-reuse' : 'shared.news-answer', {
                author: reply.authorName,
                title,
              })}
              now={now}
              actions={actions}
            />
          ),
        )}
      </ShortList>
    </Section>
  );
}
