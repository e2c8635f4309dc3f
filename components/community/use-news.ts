import { useEffect, useRef } from 'preact/hooks';
import { SECOND_MS } from '@/utils/kernel/clock';
import type { ResponseView } from '@/utils/messaging/shared-views';

/** Who looked away sooner has not read it, and is told the next time. */
const READ_MS = 2 * SECOND_MS;

/** What was known when the page was opened, of one post. */
interface Known {
  readonly thanks: number;
  readonly replies: ReadonlySet<string>;
}

/** So many thanks, and replies up to a moment, were seen. */
export type Seen = (entryId: string, thanks: number, at: number) => void;

/**
 * What is new since the page was opened or before: it stays on the screen while the page is open, also once it counts
 * as seen, which `onSeen` is told when it was in view for a while.
 */
export function useNews(responses: readonly ResponseView[], onSeen: Seen): readonly ResponseView[] {
  const known = useRef(new Map<string, Known>());
  for (const response of responses) {
    if (!known.current.has(response.entryId)) known.current.set(response.entryId, knownOf(response));
  }
  const untold = responses.filter(({ news }) => news.thanks > 0 || news.replies.length > 0);
  const key = JSON.stringify(untold.map(({ entryId, thanks, replies }) => [entryId, thanks, replies.length]));
  useEffect(() => {
    if (untold.length === 0) return;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      for (const { entryId, thanks, replies } of untold) onSeen(entryId, thanks, replies.at(-1)?.at ?? 0);
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return responses.map((response) => ({
    ...response,
    news: sinceThen(response, known.current.get(response.entryId)),
  }));
}

function knownOf({ thanks, replies, news }: ResponseView): Known {
  const fresh = new Set(news.replies.map(({ postId }) => postId));
  const told = replies.map(({ postId }) => postId).filter((postId) => !fresh.has(postId));
  return { thanks: thanks - news.thanks, replies: new Set(told) };
}

function sinceThen({ thanks, replies, news }: ResponseView, known: Known | undefined): ResponseView['news'] {
  if (known === undefined) return news;
  return {
    thanks: Math.max(0, thanks - known.thanks),
    replies: replies.filter(({ postId }) => !known.replies.has(postId)),
  };
}
