import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/popup/App';
import { postView } from '../support/fake-background';
import { replyView, responseView, sharedView } from '../support/shared-views';
import { anOverview, answerMessages, draw } from './support';

beforeEach(() => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
  vi.spyOn(browser.windows, 'create').mockResolvedValue({} as never);
  vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
});

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

test('asking is one press away, beside writing, and begins a question', async () => {
  const asked = answerMessages({ 'overview:read': anOverview(), 'draft:new': { draftId: 'draft-1' } });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Stel een vraag' }));
  await waitFor(() => expect(browser.windows.create).toHaveBeenCalled());
  expect(asked).toContainEqual({ name: 'draft:new', request: { kind: 'question' } });
});

test('what came back stands under the post that it came back on, and is answered from there', async () => {
  const post = postView({ entryId: 'entry', title: 'Mappen' });
  const told = responseView({ thanks: 2, replies: [replyView()], news: { thanks: 0, replies: [] } });
  const asked = answerMessages({
    'overview:read': anOverview({ arrived: [post] }),
    'responses:read': [told],
    'reply:answer': { draftId: 'draft-1' },
  });
  draw(<App />);
  const arrived = await screen.findByRole('region', { name: 'Aangekomen' });
  await within(arrived).findByText('2 collega’s dankten');
  fireEvent.click(within(arrived).getByText('1 antwoord van een collega'));
  within(arrived).getByText('Ik doe het ook zo.');
  fireEvent.click(within(arrived).getByRole('button', { name: 'Beantwoord: “Bram Claes”', hidden: true }));
  await waitFor(() => expect(browser.windows.create).toHaveBeenCalled());
  const request = { entryId: 'entry', postId: 'reply' };
  expect(asked).toContainEqual({ name: 'reply:answer', request });
  expect(screen.queryByRole('region', { name: 'Van je collega’s' })).toBeNull();
});

test('a question that fits is answered by one press', async () => {
  const question = sharedView({ kind: 'question', title: 'Wie weet het?' });
  const asked = answerMessages({
    'overview:read': anOverview(),
    'question:open': [question],
    'shared:answer': { draftId: 'draft-1' },
  });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Beantwoord: “Wie weet het?”' }));
  await waitFor(() => expect(browser.windows.create).toHaveBeenCalled());
  expect(asked).toContainEqual({ name: 'shared:answer', request: { sharedId: 'shared' } });
});
