import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AfterSend } from '@/entrypoints/sidebar/AfterSend';
import { SECOND_MS } from '@/utils/kernel/clock';
import type { ResponseView } from '@/utils/messaging/shared-views';
import { replyView, responseView } from '../support/shared-views';
import { answerMessages, draw } from './support';

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
  vi.useRealTimers();
});

const HOSTILE = '<img src=x onerror=alert(1)>';
const own = responseView({ entryId: 'own', title: 'Mappen', replies: [replyView({ text: HOSTILE })] });
const other = responseView({ entryId: 'other', title: 'Lijsten', thanks: 2, replies: [] });

function show(responses: readonly ResponseView[], framed: boolean) {
  const asked = answerMessages({
    'responses:read': responses,
    'question:open': [],
    'reply:answer': { draftId: 'draft' },
  });
  const onDraft = vi.fn();
  draw(<AfterSend entryId="own" framed={framed} onDraft={onDraft} />);
  return { asked, onDraft };
}

test('a window tells what came back on what was sent, and what is new on other posts', async () => {
  const { asked } = show([own, other], false);
  const mine = await screen.findByRole('region', { name: 'Wat collega’s hiervan zeggen' });
  expect(within(mine).getByText(HOSTILE).textContent).toBe(HOSTILE);
  expect(document.querySelector('img')).toBeNull();
  within(mine).getByRole('button', { name: 'Dank: “Bram Claes”' });
  const news = screen.getByRole('region', { name: 'Van je collega’s' });
  within(news).getByText('2 collega’s zeiden dank voor “Lijsten”.');
  expect(within(news).queryByText(HOSTILE)).toBeNull();
  expect(asked).toContainEqual({ name: 'responses:read', request: {} });
});

test('what is new on the post that was sent is told there too', async () => {
  const { asked } = show([own], false);
  await screen.findByText(HOSTILE);
  const request = { entryId: 'own', thanks: 0, at: 0 };
  await waitFor(() => expect(asked).toContainEqual({ name: 'responses:told', request }), {
    timeout: 4 * SECOND_MS,
  });
});

test('what is told there stands in view, also after many that were read before', async () => {
  const replies = ['An', 'Bo', 'Cy', 'Dora'].map((authorName, at) =>
    replyView({ postId: authorName, authorName, at }),
  );
  const news = { thanks: 0, replies: replies.slice(3) };
  const { asked } = show([responseView({ entryId: 'own', replies, news })], false);
  await screen.findByText('Dora');
  const request = { entryId: 'own', thanks: 0, at: 3 };
  await waitFor(() => expect(asked).toContainEqual({ name: 'responses:told', request }), {
    timeout: 4 * SECOND_MS,
  });
  expect(screen.getByText('Dora').closest('details')).toBeNull();
});

test('what is new on other posts is told once it was in view for a while', async () => {
  const { asked } = show([other], false);
  await screen.findByRole('region', { name: 'Van je collega’s' });
  const request = { entryId: 'other', thanks: 2, at: 0 };
  await waitFor(() => expect(asked).toContainEqual({ name: 'responses:told', request }), {
    timeout: 4 * SECOND_MS,
  });
});

test('a page’s frame asks about its own post alone, is answered there, and thanks nobody', async () => {
  const { asked, onDraft } = show([own], true);
  const mine = await screen.findByRole('region', { name: 'Wat collega’s hiervan zeggen' });
  expect(within(mine).queryByRole('button', { name: /^Dank/ })).toBeNull();
  fireEvent.click(within(mine).getByRole('button', { name: 'Beantwoord: “Bram Claes”' }));
  await waitFor(() => expect(onDraft).toHaveBeenCalledWith('draft'));
  expect(asked.filter(({ name }) => name === 'responses:read')).toEqual([
    { name: 'responses:read', request: { entryId: 'own' } },
  ]);
  expect(asked.map(({ name }) => name)).not.toContain('responses:told');
});

test('nothing stands there where nothing came back', async () => {
  const { asked } = show([], false);
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('responses:read'));
  expect(screen.queryByRole('region')).toBeNull();
});
