import { useEffect, useRef } from 'preact/hooks';
import { SECOND_MS } from '@/utils/kernel/clock';
import type { ReplyView, ResponseView } from '@/utils/messaging/shared-views';

/** Who looked away sooner has not read it, and is told the next time. */
const READ_MS = 2 * SECOND_MS;

/** What was known when the page was opened, of one post. */
interface Known {
  readonly thanks: number;
  readonly replies: ReadonlySet<string>;
}

/** So many thanks, and replies up to a moment, were seen. */
export type Seen = (entryId: string, thanks: number, at: number) => void;

/** One thing that is new on a post. */
export interface NewsLine {
  readonly response: ResponseView;
  /** Null: so many thanks. */
  readonly reply: ReplyView | null;
}

/**
 * What is new since the page was opened or before, line by line: it stays on the screen while the page is open, also
 * once it counts as seen, which `onSeen` is told when it was in view for a while. Only the first `inView` lines are.
 */
export function useNews(
  responses: readonly ResponseView[],
  onSeen: Seen,
  inView = Number.POSITIVE_INFINITY,
): readonly NewsLine[] {
  const known = useRef(new Map<string, Known>());
  for (const response of responses) {
    if (!known.current.has(response.entryId)) known.current.set(response.entryId, knownOf(response));
  }
  const lines = responses.flatMap((response) =>
    linesOf({ ...response, news: sinceThen(response, known.current.get(response.entryId)) }),
  );
  const untold = untoldAmong(lines.slice(0, inView), responses);
  useEffect(() => {
    if (untold.length === 0) return;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      for (const seen of untold) onSeen(...seen);
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [JSON.stringify(untold)]);
  return lines;
}

function linesOf(response: ResponseView): NewsLine[] {
  const { thanks, replies } = response.news;
  return [
    ...(thanks === 0 ? [] : [{ response, reply: null }]),
    ...replies.map((reply) => ({ response, reply })),
  ];
}

/** What `onSeen` is told of these lines: nothing of a post that has nothing new in them. */
function untoldAmong(lines: readonly NewsLine[], responses: readonly ResponseView[]): Parameters<Seen>[] {
  return responses.flatMap(({ entryId, thanks, news }) => {
    const own = lines.filter(({ response }) => response.entryId === entryId);
    const replies = own.flatMap(({ reply }) => reply ?? []);
    const saysThanks = own.some(({ reply }) => reply === null);
    const fresh = new Set(news.replies.map(({ postId }) => postId));
    if (!(saysThanks && news.thanks > 0) && !replies.some(({ postId }) => fresh.has(postId))) return [];
    return [[entryId, saysThanks ? thanks : thanks - news.thanks, replies.at(-1)?.at ?? 0]];
  });
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
