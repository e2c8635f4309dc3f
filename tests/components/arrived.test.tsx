import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ArrivedList } from '@/components/outbox/ArrivedList';
import { arrivedActions } from '@/entrypoints/popup/actions';
import { DAY_MS, MINUTE_MS } from '@/utils/kernel/clock';
import type { PostView } from '@/utils/messaging/views';
import { postView } from '../support/fake-background';
import { answerMessages, draw } from './support';

const NOW = 1_800_000_000_000;
const TITLE = 'Eén map per dossier';
const wishes: Partial<PostView> = { title: TITLE, entryId: 'entry-1', at: NOW - 2 * DAY_MS };

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(changes: Partial<PostView> = {}): void {
  draw(<ArrivedList posts={[postView({ ...wishes, ...changes })]} now={NOW} actions={arrivedActions} />);
}

const press = (action: string) =>
  fireEvent.click(screen.getByRole('button', { name: `${action}: “${TITLE}”` }));

test('what arrived has its link, and what can be done about it one press away', () => {
  show();
  expect(screen.getByRole('link', { name: TITLE }).getAttribute('href')).toBe(postView().url);
  screen.getByText('eergisteren, DG-ABCD-EFGH');
  expect(screen.queryByRole('button', { name: /^Trek in/ })).toBeNull();
  press('Meer');
  for (const action of ['Verbeter', 'Trek in', 'Kopieer de tekst'])
    screen.getByRole('button', { name: `${action}: “${TITLE}”` });
});

test('where the community can do none of it there is only the link and the text', () => {
  show({ canCorrect: false, canAnswer: false, canWithdraw: false });
  press('Meer');
  expect(screen.getAllByRole('button')).toHaveLength(3);
  screen.getByRole('button', { name: /^Kopieer de tekst/ });
  screen.getByRole('button', { name: /^Bewaar als bestand/ });
  expect(screen.getByRole('region', { name: `De tekst van “${TITLE}”` }).textContent).toBe('Titel');
});

test('correcting opens the draft in a window of its own', async () => {
  const asked = answerMessages({ 'entry:correct': { draftId: 'correction' } });
  const opened = vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({} as never);
  vi.spyOn(fakeBrowser.extension, 'getViews').mockReturnValue([] as never);
  show();
  press('Meer');
  press('Verbeter');
  await waitFor(() => expect(opened).toHaveBeenCalled());
  expect(asked).toEqual([{ name: 'entry:correct', request: { entryId: 'entry-1' } }]);
  expect(opened.mock.calls[0]?.[0]?.url).toMatch(/\?draft=correction$/);
});

test('a correction that is still on its way is said beside the button', async () => {
  answerMessages({ 'entry:correct': { problem: { code: 'entry-on-its-way' } } });
  show();
  press('Meer');
  press('Verbeter');
  expect((await screen.findByRole('alert')).textContent).toMatch(/al onderweg/);
});

describe('withdrawing', () => {
  async function question() {
    press('Meer');
    press('Trek in');
    return within(await screen.findByRole('dialog', { name: 'Deze praktijk intrekken?' }));
  }

  test('says first what disappears and what stays, and only then asks for it', async () => {
    const asked = answerMessages({ 'entry:withdraw': null });
    show();
    const dialog = await question();
    dialog.getByText(/^“Eén map per dossier” verdwijnt bij Informatiebeheer voor iedereen\. Antwoorden/);
    dialog.getByText(/^Je eigen tekst blijft op dit toestel/);
    expect(asked).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Trek in voor iedereen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toEqual([{ name: 'entry:withdraw', request: { entryId: 'entry-1' } }]);
  });

  test('that failed keeps the question with the reason, to try again', async () => {
    const problem = { code: 'withdraw-unanswered', detail: 'Informatiebeheer' } as const;
    answerMessages({ 'entry:withdraw': { problem } });
    show();
    const dialog = await question();
    fireEvent.click(dialog.getByRole('button', { name: 'Trek in voor iedereen' }));
    expect((await dialog.findByRole('alert')).textContent).toMatch(/^Informatiebeheer gaf geen antwoord/);
    dialog.getByRole('button', { name: 'Trek in voor iedereen' });
  });

  test('can be left alone', async () => {
    const asked = answerMessages({});
    show();
    const dialog = await question();
    fireEvent.click(dialog.getByRole('button', { name: 'Annuleren' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toEqual([]);
  });

  test('warns where the own text is gone', async () => {
    show({ title: '', text: null, canCorrect: false });
    fireEvent.click(screen.getByRole('button', { name: 'Meer: “Praktijk bij Informatiebeheer”' }));
    fireEvent.click(screen.getByRole('button', { name: 'Trek in: “Praktijk bij Informatiebeheer”' }));
    await screen.findByText(/^Je eigen tekst staat niet meer op dit toestel/);
  });
});

test('once withdrawn its title has the focus: the button that had it is gone', async () => {
  function Row() {
    const [withdrawnAt, setWithdrawnAt] = useState<number | null>(null);
    const withdraw = async () => {
      setWithdrawnAt(NOW);
      return null;
    };
    const post = postView({ ...wishes, withdrawnAt, canWithdraw: withdrawnAt === null });
    return <ArrivedList posts={[post]} now={NOW} actions={{ ...arrivedActions, withdraw }} />;
  }
  draw(<Row />);
  press('Meer');
  press('Trek in');
  fireEvent.click(await screen.findByRole('button', { name: 'Trek in voor iedereen' }));
  await screen.findByText('Ingetrokken');
  await waitFor(() => expect(document.activeElement?.textContent).toBe(TITLE));
});

test('a withdrawn practice says so with its time, without a dead link, and can be shared again', async () => {
  const asked = answerMessages({ 'entry:share-again': { problem: { code: 'text-pruned' } } });
  show({ withdrawnAt: NOW - 5 * MINUTE_MS, canCorrect: false, canWithdraw: false });
  screen.getByText('Ingetrokken');
  screen.getByText('Ingetrokken 5 minuten geleden, DG-ABCD-EFGH');
  expect(screen.queryByRole('link')).toBeNull();
  press('Meer');
  press('Deel opnieuw');
  await screen.findByRole('alert');
  expect(asked).toEqual([{ name: 'entry:share-again', request: { entryId: 'entry-1' } }]);
});

test('a corrected practice says when', () => {
  show({ correctedAt: NOW - MINUTE_MS });
  screen.getByText('eergisteren, DG-ABCD-EFGH Verbeterd 1 minuut geleden.');
});

test('a pruned practice is still understood: where, when and the link', () => {
  show({ title: '', text: null, canCorrect: false, canWithdraw: false });
  const link = screen.getByRole('link', { name: 'Praktijk bij Informatiebeheer' });
  expect(link.getAttribute('href')).toBe(postView().url);
  screen.getByText('eergisteren, DG-ABCD-EFGH');
  expect(screen.queryByRole('button')).toBeNull();
});
