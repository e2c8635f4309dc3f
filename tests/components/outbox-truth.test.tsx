import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { App } from '@/entrypoints/popup/App';
import type { EntryView } from '@/utils/messaging/views';
import { postView } from '../support/fake-background';
import { popupBackground } from './popup-background';
import { anEntry, draw, waitingOf } from './support';

const TITLE = 'Eén map per dossier';

beforeEach(() => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7, url: 'https://wiki.stad.example/' }] as never);
  vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const press = (action: string) =>
  fireEvent.click(screen.getByRole('button', { name: `${action}: “${TITLE}”` }));

async function open(changes: Partial<EntryView> = {}) {
  const world = popupBackground({ waiting: waitingOf(anEntry(changes)) });
  draw(<App />);
  await screen.findByText(TITLE);
  press('Meer');
  return world;
}

describe('what waits', () => {
  test('because its page was changed there leads to that page', async () => {
    const post = postView({ url: 'https://wiki.example/besluit' });
    await open({ state: 'parked', reason: 'conflict', corrects: true, post });
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Bekijk de pagina' });
    expect(link.href).toBe(post.url);
  });

  test('for anything else leads to no page', async () => {
    await open({ state: 'parked', reason: 'refused', post: postView() });
    expect(screen.queryByRole('link', { name: 'Bekijk de pagina' })).toBeNull();
  });

  test.each(['waiting', 'sending', 'uncertain', 'held', 'parked'] as const)(
    'and is %s has its whole text one click away, as text, in its own direction',
    async (state) => {
      const text = 'Eén map\n\n<b>niet vet</b> & مرحبا';
      await open({ state, reason: state === 'parked' ? 'refused' : null, text });
      const shown = screen.getByRole('region', { name: `De tekst van “${TITLE}”` });
      expect(shown.textContent).toBe(text);
      expect(shown.getAttribute('dir')).toBe('auto');
      expect(shown.querySelector('b')).toBeNull();
      screen.getByRole('button', { name: `Kopieer de tekst: “${TITLE}”` });
      screen.getByRole('button', { name: `Bewaar als bestand: “${TITLE}”` });
    },
  );

  test.each([
    ['waiting', true, true],
    ['parked', true, true],
    ['sending', false, false],
    ['uncertain', false, true],
    ['held', false, true],
  ] as const)('and is %s can be taken back: %s, deleted: %s', async (state, takeBack, discard) => {
    await open({ state, reason: state === 'parked' ? 'forbidden' : null });
    const has = (action: string) => screen.queryByRole('button', { name: `${action}: “${TITLE}”` }) !== null;
    expect(has('Haal terug om te wijzigen')).toBe(takeBack);
    expect(has('Verwijder')).toBe(discard);
  });

  test('can be kept as a file: the text first, then how it stands and its reference', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:file';
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await open({ state: 'parked', reason: 'forbidden', text: 'Eén map\n\nRef. DG-ABCD-EFGH' });
    press('Bewaar als bestand');
    await waitFor(() => expect(names).toEqual(['deelgenoot-DG-ABCD-EFGH.txt']));
    const file = await blobs[0]?.text();
    expect(file).toMatch(/^Eén map\n\nRef\. DG-ABCD-EFGH\n\n---\n/);
    expect(file).toContain('Toestand: Vraagt je aandacht. Je mag niet plaatsen bij Netwerk.');
    expect(file).toContain('Referentie: DG-ABCD-EFGH');
  });
});

describe('a deletion', () => {
  async function deleted() {
    const world = await open();
    press('Verwijder');
    const dialog = await screen.findByRole('dialog', { name: 'Dit bericht verwijderen?' });
    expect(world.names()).not.toContain('entry:discard');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ja, verwijder' }));
    const undo = await screen.findByRole('button', { name: `Ongedaan maken: “${TITLE}”` });
    return { ...world, undo };
  }

  test('is asked once, said, and can be undone: the focus waits there', async () => {
    const { undo } = await deleted();
    screen.getByText(`“${TITLE}” is verwijderd.`);
    await waitFor(() => expect(document.activeElement).toBe(undo));
    await screen.findByText('Verwijderd. Je kunt het nog even ongedaan maken.');
  });

  test('that is undone brings the row back, with the focus, and says so', async () => {
    const { undo, state } = await deleted();
    fireEvent.click(undo);
    await waitFor(() => expect(document.activeElement?.textContent).toBe(TITLE));
    expect(state.asked).toContainEqual({ name: 'discard:undo', request: { id: 'entry-1' } });
    await screen.findByText('Teruggezet, zoals het was.');
  });

  test('that was too long ago says so in place', async () => {
    const { undo, state } = await deleted();
    state.late = true;
    fireEvent.click(undo);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Terugzetten kan niet meer/);
  });

  test('from before the popup was opened can be undone, and takes no focus', async () => {
    popupBackground({ discarded: [{ id: 'entry-9', kind: 'entry', title: 'Weg ermee' }] });
    draw(<App />);
    const undo = await screen.findByRole('button', { name: 'Ongedaan maken: “Weg ermee”' });
    expect(document.activeElement).not.toBe(undo);
  });

  test('stays undoable as long as the focus is on it, and is left alone when it is not', async () => {
    const world = await deleted();
    await waitFor(() => expect(document.activeElement).toBe(world.undo));
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    await waitFor(() => expect(world.names()).toContain('discard:hold'), { timeout: 5_000 });
    world.undo.blur();
    const before = world.names().length;
    await new Promise((resume) => setTimeout(resume, 3_500));
    expect(world.names().slice(before)).not.toContain('discard:hold');
  }, 15_000);

  test('of a draft can be undone as well', async () => {
    const drafts = [{ id: 'd', title: TITLE, updatedAt: Date.now(), corrects: false }];
    const { state } = popupBackground({ drafts });
    draw(<App />);
    await screen.findByText(TITLE);
    press('Verwijder');
    const dialog = await screen.findByRole('dialog', { name: 'Dit concept verwijderen?' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ja, verwijder' }));
    fireEvent.click(await screen.findByRole('button', { name: `Ongedaan maken: “${TITLE}”` }));
    await screen.findByRole('button', { name: `Verder met “${TITLE}”` });
    expect(state.asked).toContainEqual({ name: 'draft:discard', request: { draftId: 'd' } });
  });
});
