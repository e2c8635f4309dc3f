import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DeliveryState } from '@/components/sharing/DeliveryState';
import { helpFor, phaseOf, restLeft } from '@/components/sharing/delivery';
import type { EntryView } from '@/utils/messaging/views';
import { PARKED_REASONS } from '@/utils/outbox/entry';
import { entryView, postView } from '../../support/fake-background';
import { answerMessages, draw } from '../support';

afterEach(cleanup);

const tools = { copy: async () => null, download: () => undefined, openCommunities: async () => undefined };

function show(changes: Partial<EntryView>, onDraft = vi.fn(), framed = false) {
  draw(<DeliveryState entry={entryView(changes)} tools={tools} framed={framed} onDraft={onDraft} />);
  return onDraft;
}

test.each([
  [{ restsUntil: 2_000 }, 'resting'],
  [{ restsUntil: 500 }, 'waiting'],
  [{ attempts: 0 }, 'waiting'],
  [{ attempts: 2 }, 'again'],
  [{ state: 'uncertain' as const }, 'uncertain'],
  [{ state: 'delivered' as const }, 'delivered'],
])('an entry with %o is %s', (changes, phase) => {
  expect(phaseOf(entryView(changes), 1_000)).toBe(phase);
});

test('a rest is counted in whole seconds and never below none', () => {
  expect(restLeft(entryView({ restsUntil: 10_000 }), 500)).toBe(10);
  expect(restLeft(entryView({ restsUntil: 10_000 }), 11_000)).toBe(0);
});

test.each(PARKED_REASONS)('a parked entry (%s) says why in a sentence, without loose ends', (reason) => {
  show({ state: 'parked', reason, detail: 'te veel' });
  const said = screen.getByRole('heading', { level: 1 }).parentElement?.textContent ?? '';
  expect(said).toContain('Bewaard, wacht op jou');
  expect(said.length).toBeGreaterThan(40);
  expect(said).not.toMatch(/\{\{|undefined|null/);
});

test.each([
  ['not-connected', 'Verbind een community'],
  ['signed-out', 'Meld je opnieuw aan'],
  ['moved', 'Probeer nu opnieuw'],
  ['gone', 'Kies waar het heen gaat'],
  ['answered-gone', 'Deel de tekst los'],
  ['withdrawn', 'Deel de tekst opnieuw'],
] as const)('a parked entry (%s) offers in so many words what helps', (reason, help) => {
  show({ state: 'parked', reason });
  screen.getByRole('button', { name: help });
});

describe('a conclusion whose page somebody else changed', () => {
  const url = 'https://wiki.example/besluit';

  test('leads to that page, and says that nothing there was overwritten', () => {
    show({ state: 'parked', reason: 'conflict', corrects: true, post: postView({ url }) });
    screen.getByText(/daar is niets overschreven/);
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Bekijk de pagina' });
    expect(link.href).toBe(url);
    screen.getByRole('button', { name: 'Probeer nu opnieuw' });
  });

  test.each([
    ['none is known', { reason: 'conflict' as const, post: null }],
    ['it waits for something else', { reason: 'refused' as const, post: postView({ url }) }],
  ])('leads nowhere where %s', (_what, changes) => {
    show({ state: 'parked', corrects: true, ...changes });
    expect(screen.queryByRole('link')).toBeNull();
  });
});

test('what follows another post is not sent elsewhere', () => {
  const refused = { reason: 'forbidden' } as const;
  const answers = { title: 'Mappen', waits: false };
  expect(helpFor('parked', entryView(refused))).toEqual(['retry', 'elsewhere']);
  expect(helpFor('parked', entryView({ ...refused, corrects: true }))).toEqual(['retry', 'edit']);
  expect(helpFor('parked', entryView({ ...refused, answers }))).toEqual(['retry', 'edit']);
});

test('beside a page that somebody else changed, one’s own text comes before sending it again', () => {
  expect(helpFor('parked', entryView({ reason: 'conflict' }))).toEqual(['edit', 'retry']);
});

describe('after Send', () => {
  test('a resting entry can be undone, and the draft goes on', async () => {
    answerMessages({ 'entry:take-back': { draftId: 'draft' } });
    const onDraft = show({ restsUntil: Date.now() + 8_000 });
    screen.getByText(/^Bewaard. Vertrekt over [78] s\.$/);
    fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    await waitFor(() => expect(onDraft).toHaveBeenCalledWith('draft'));
  });

  test('an undo that comes too late says so', async () => {
    answerMessages({ 'entry:take-back': { problem: { code: 'entry-on-its-way' } } });
    show({ restsUntil: Date.now() + 8_000 });
    fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    await screen.findByText(/^Dit bericht is al onderweg/);
  });

  test('a delivered one shows its link', () => {
    const post = postView();
    show({ state: 'delivered', post });
    screen.getByRole('heading', { name: 'Het staat bij Informatiebeheer' });
    expect(screen.getByRole('link', { name: 'Bekijk je praktijk' }).getAttribute('href')).toBe(post.url);
  });

  test('one that could not leave yet says when it is tried again', () => {
    show({ attempts: 1, dueAt: Date.now() + 120_500 });
    screen.getByText(/^Het lukte nog niet bij Informatiebeheer. We proberen het over 2 minuten opnieuw/);
    screen.getByRole('button', { name: 'Probeer nu opnieuw' });
  });

  test('one without an answer says so, when it is tried again, and that it comes once', () => {
    show({ state: 'uncertain', attempts: 1, dueAt: Date.now() - 5_000 });
    screen.getByText(
      /^We weten nog niet of Informatiebeheer het kreeg; .* We kijken het zo dadelijk na.* maar één keer/,
    );
    screen.getByRole('button', { name: 'Probeer nu opnieuw' });
  });
});

describe('what has arrived', () => {
  test.each([
    [{ corrects: true, post: postView() }, 'corrected', 'Verbeterd bij Informatiebeheer'],
    [{ post: postView({ withdrawnAt: 5 }) }, 'withdrawn', 'Ingetrokken bij Informatiebeheer'],
  ] as const)('and was %o is %s', (changes, phase, title) => {
    const entry = entryView({ state: 'delivered', ...changes });
    expect(phaseOf(entry, 1_000)).toBe(phase);
    show(entry);
    screen.getByRole('heading', { name: title });
  });

  test('is corrected in the same panel', async () => {
    const asked = answerMessages({ 'entry:correct': { draftId: 'correction' } });
    const onDraft = show({ state: 'delivered', post: postView() });
    fireEvent.click(screen.getByRole('button', { name: 'Verbeter' }));
    await waitFor(() => expect(onDraft).toHaveBeenCalledWith('correction'));
    expect(asked).toEqual([{ name: 'entry:correct', request: { entryId: 'draft' } }]);
  });

  test('shows the text that stands there now', () => {
    show({ state: 'delivered', text: 'Ouder', post: postView({ text: 'Nieuwer' }) });
    expect(screen.getByRole('region', { name: 'De tekst' }).textContent).toContain('Nieuwer');
  });

  test('is withdrawn after asking, in a window of its own', async () => {
    const asked = answerMessages({ 'entry:withdraw': null });
    show({ state: 'delivered', post: postView() });
    fireEvent.click(screen.getByRole('button', { name: 'Trek in' }));
    await screen.findByRole('dialog', { name: 'Deze praktijk intrekken?' });
    expect(asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Trek in voor iedereen' }));
    await waitFor(() =>
      expect(asked).toContainEqual({ name: 'entry:withdraw', request: { entryId: 'draft' } }),
    );
  });

  test('is not withdrawn in a page’s frame, which could cover the question: a window opens', async () => {
    const asked = answerMessages({ 'draft:pop-out': null });
    show({ state: 'delivered', post: postView() }, vi.fn(), true);
    expect(screen.queryByRole('button', { name: 'Trek in' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Trek in (in eigen venster)' }));
    await waitFor(() => expect(asked).toEqual([{ name: 'draft:pop-out', request: { draftId: 'draft' } }]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('only has its link where the community can do none of it', () => {
    show({ state: 'delivered', post: postView({ canCorrect: false, canAnswer: false, canWithdraw: false }) });
    screen.getByRole('link', { name: 'Bekijk je praktijk' });
    expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual([
      'Kopieer de tekst',
      'Bewaar als bestand',
    ]);
  });

  test('and was withdrawn has no dead link, and is shared again as a new draft', async () => {
    answerMessages({ 'entry:share-again': { draftId: 'again' } });
    const withdrawn = postView({ withdrawnAt: 5, canCorrect: false, canAnswer: false, canWithdraw: false });
    const onDraft = show({ state: 'delivered', post: withdrawn });
    expect(screen.queryByRole('link')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Deel opnieuw' }));
    await waitFor(() => expect(onDraft).toHaveBeenCalledWith('again'));
  });

  test('a correction of what is gone offers to share its text again', () => {
    show({ state: 'parked', reason: 'post-gone', corrects: true });
    screen.getByRole('button', { name: 'Deel de tekst opnieuw' });
  });
});
