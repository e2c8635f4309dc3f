import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { News } from '@/components/community/News';
import { SECOND_MS } from '@/utils/kernel/clock';
import type { ResponseView } from '@/utils/messaging/shared-views';
import { replyView, responseView } from '../support/shared-views';
import { draw } from './support';

const seen = vi.fn();

afterEach(() => {
  cleanup();
  seen.mockReset();
  vi.useRealTimers();
});

const news = (responses: readonly ResponseView[]) => (
  <News responses={responses} now={0} actions={{}} onSeen={seen} />
);

test('news counts as told only where it is in view: what stands behind “more” once that is opened', () => {
  vi.useFakeTimers();
  const ofMany = responseView({ replies: [1, 2, 3, 4].map((at) => replyView({ postId: `${at}`, at })) });
  const thanked = responseView({ entryId: 'thanked', thanks: 2 });
  draw(news([ofMany, thanked]));
  vi.advanceTimersByTime(60 * SECOND_MS);
  expect(seen.mock.calls).toEqual([['entry', 0, 3]]);
  const more = screen.getByText('Nog 2').closest('details') as HTMLDetailsElement;
  act(() => {
    more.open = true;
  });
  vi.advanceTimersByTime(60 * SECOND_MS);
  expect(seen.mock.calls.slice(1)).toEqual([
    ['entry', 0, 4],
    ['thanked', 2, 0],
  ]);
});

test('news tells of no thanks whose line is out of view', () => {
  vi.useFakeTimers();
  const three = [1, 2, 3].map((at) => replyView({ postId: `${at}`, at }));
  const other = responseView({ entryId: 'other', thanks: 5, replies: [replyView({ postId: '9', at: 9 })] });
  draw(news([responseView({ replies: three }), other]));
  vi.advanceTimersByTime(60 * SECOND_MS);
  expect(seen.mock.calls).toEqual([['entry', 0, 3]]);
});
