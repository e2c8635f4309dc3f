import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SimilarPractices } from '@/components/sharing/SimilarPractices';
import type { Attempt } from '@/components/ui/trouble';
import { App } from '@/entrypoints/popup/App';
import type { SharedView, SimilarView } from '@/utils/messaging/library-views';
import { anOverview, answerMessages, draw } from './support';

const shared: SharedView = {
  id: 'c 1',
  kind: 'practice',
  title: 'Mailboxen <b>archiveren</b>',
  authorName: 'Joris',
  url: 'https://community.example/@joris/1',
  at: Date.now() - 86_400_000,
  excerpt: 'Ik exporteerde ze per dossier.',
  thanks: 2,
  thanked: false,
  canThank: true,
};

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function beside(view: SimilarView, unwritten = false, keep: Attempt = async () => null) {
  const asked = answerMessages({ 'library:similar': view, 'shared:answer': { draftId: 'answer' } });
  const onDraft = vi.fn();
  let save: (text: string) => void = () => undefined;
  const Beside = () => {
    const [saved, setSaved] = useState('Titel');
    save = setSaved;
    return <SimilarPractices draftId="draft" {...{ saved, unwritten, keep, onDraft }} />;
  };
  draw(<Beside />);
  return { asked, onDraft, save: (text: string) => save(text) };
}

describe('beside a draft', () => {
  test('a practice that exists already is a link in a new tab, with whose it is and how it begins', async () => {
    beside({ similar: [shared], unique: null });
    const list = await screen.findByRole('region', { name: 'Dit bestaat al' });
    const link = within(list).getByRole('link', { name: shared.title });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([shared.url, '_blank']);
    within(list).getByText('Joris, gisteren · 2 collega’s dankten');
    within(list).getByText(shared.excerpt);
    expect(list.querySelector('[role=status], [role=alert], [aria-live]')).toBeNull();
  });

  test('one can be added to, in a draft of its own', async () => {
    const { asked, onDraft } = beside({ similar: [shared], unique: null });
    fireEvent.click(await screen.findByRole('button', { name: `Vul dit aan: “${shared.title}”` }));
    await waitFor(() => expect(onDraft).toHaveBeenCalledWith('answer', true));
    expect(asked.at(-1)).toEqual({ name: 'shared:answer', request: { sharedId: 'c 1' } });
  });

  test('none is, as long as what was typed is not on disk: the draft before is let go of then', async () => {
    const { asked, onDraft } = beside({ similar: [shared], unique: null }, false, async () => ({
      code: 'disk-refused' as const,
    }));
    fireEvent.click(await screen.findByRole('button', { name: /^Vul dit aan/ }));
    await screen.findByRole('alert');
    expect(asked.map(({ name }) => name)).not.toContain('shared:answer');
    expect(onDraft).not.toHaveBeenCalled();
  });

  test('before anything is written they are called what they are', async () => {
    beside({ similar: [shared], unique: null }, true);
    await screen.findByRole('region', { name: 'Wat collega’s hierover schreven' });
    expect(screen.queryByText('Dit bestaat al')).toBeNull();
  });

  test('a topic of which nobody shared anything is told in one line', async () => {
    beside({ similar: [], unique: 'Ruimtevaart' });
    await screen.findByText('Nog niemand deelde iets over Ruimtevaart.');
  });

  test('nothing is there where nothing is near', async () => {
    const { asked } = beside({ similar: [], unique: null });
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(document.body.textContent).toBe('');
  });

  test('is asked again once what is saved has stood still, not with every save', async () => {
    const { asked, save } = beside({ similar: [shared], unique: null });
    await screen.findByText('Dit bestaat al');
    vi.useFakeTimers();
    for (const text of ['Titel v', 'Titel ve', 'Titel ver']) {
      save(text);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(asked).toHaveLength(1);
    screen.getByText('Dit bestaat al'); // what was there stays while somebody types
    await vi.advanceTimersByTimeAsync(1_200);
    expect(asked).toEqual(Array(2).fill({ name: 'library:similar', request: { draftId: 'draft' } }));
  });
});

describe('in the popup', () => {
  async function popup(fitting: readonly SharedView[], thank: object | null = null) {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
    vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
    const asked = answerMessages({
      'overview:read': anOverview({}),
      'library:fitting': { fitting },
      'shared:thank': thank,
    } as never);
    draw(<App />);
    await screen.findByRole('button', { name: 'Schrijf een praktijk' });
    return asked;
  }

  test('practices that fit stand under their own heading, and one can thank for them', async () => {
    const asked = await popup([shared, { ...shared, id: 'c 2', title: 'Eerder bedankt', thanked: true }]);
    const list = await screen.findByRole('region', { name: 'Wat collega’s hierover deelden' });
    within(list).getByText('Bedankt');
    fireEvent.click(within(list).getByRole('button', { name: `Dank: “${shared.title}”` }));
    await waitFor(() =>
      expect(asked).toContainEqual({ name: 'shared:thank', request: { sharedId: 'c 1', on: true } }),
    );
  });

  test('thanks that did not arrive are said to have', async () => {
    await popup([shared], { problem: { code: 'thank-failed', detail: 'Netwerk' } });
    fireEvent.click(await screen.findByRole('button', { name: `Dank: “${shared.title}”` }));
    await screen.findByText(/^Netwerk bevestigde je dank niet/);
  });

  test('nothing stands there where nothing fits', async () => {
    await popup([]);
    expect(screen.queryByRole('region', { name: 'Wat collega’s hierover deelden' })).toBeNull();
  });
});
