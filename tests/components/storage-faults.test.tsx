import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App as Options } from '@/entrypoints/options/App';
import { App as Popup } from '@/entrypoints/popup/App';
import { App as Sidebar } from '@/entrypoints/sidebar/App';
import type { MessageName, Problem } from '@/utils/messaging/contract';
import { draftView, FakeBackground } from '../support/fake-background';
import { settingsView } from '../support/settings-view';
import { anOverview, answerMessages, draw } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const broken: Problem = { code: 'storage-broken' };

describe('data that cannot be opened', () => {
  test('leaves the popup with what happened, what to do and a place to write', async () => {
    answerMessages({ 'overview:read': { problem: broken } });
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
    vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
    const create = vi.spyOn(browser.windows, 'create').mockResolvedValue({} as never);
    draw(<Popup />);
    expect((await screen.findByRole('alert')).textContent).toContain('start hem opnieuw');
    fireEvent.click(screen.getByRole('button', { name: 'Schrijf toch, nog zonder te bewaren' }));
    await waitFor(() => expect(create).toHaveBeenCalled());
    expect(create.mock.calls[0]?.[0]?.url).toMatch(/\/sidebar\.html\?draft=$/);
  });

  test('leaves the options with the facts for a helpdesk', async () => {
    answerMessages({ 'settings:read': { problem: broken } });
    draw(<Options />);
    expect((await screen.findByRole('alert')).textContent).toContain('helpdesk');
    screen.getByRole('heading', { name: 'Over Deelgenoot' });
  });
});

describe('a text that no disk takes', () => {
  function unsaved() {
    const background = new FakeBackground(draftView({ title: '' }));
    background.problem = broken;
    fakeBrowser.runtime.onMessage.addListener(
      (message: { name?: MessageName; request: never }, _s, reply) => {
        if (message.name === undefined) return undefined;
        void background.ask(message.name, message.request).then(reply as (answer: unknown) => void);
        return true;
      },
    );
    draw(<Sidebar opened={{ kind: 'failed', problem: broken }} />);
    return background;
  }
  const did = () => screen.getByLabelText(/Wat deed je/) as HTMLTextAreaElement;

  test('stands in the field, said not to be saved, can be copied, and is a draft once the disk is back', async () => {
    const background = unsaved();
    screen.getByText(/nog nergens bewaard/);
    fireEvent.input(did(), { target: { value: 'Alles staat hier.' } });
    const write = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } });
    fireEvent.click(screen.getByRole('button', { name: 'Kopieer de tekst' }));
    await waitFor(() => expect(write).toHaveBeenCalledWith('Alles staat hier.'));
    screen.getByRole('button', { name: 'Download de tekst' });
    vi.unstubAllGlobals();
    background.problem = null;
    await waitFor(() => expect(background.practice.did).toBe('Alles staat hier.'), { timeout: 5_000 });
    await screen.findByRole('button', { name: /Bewaar: vertrekt/ });
    expect(did().value).toBe('Alles staat hier.');
    expect(screen.queryByText(/nog nergens bewaard/)).toBeNull();
  });

  test('asks before its window is closed, and only where there is something to lose', async () => {
    unsaved();
    const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(true);
    fireEvent.input(did(), { target: { value: 'x' } });
    expect(leave()).toBe(false);
  });
});

describe('what was put aside', () => {
  test('is said in the popup', async () => {
    answerMessages({ 'overview:read': anOverview({ aside: 2 }) });
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
    vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
    const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
    draw(<Popup />);
    fireEvent.click(await screen.findByRole('button', { name: 'Bekijk wat opzij staat' }));
    await waitFor(() => expect(create.mock.calls[0]?.[0]?.url).toMatch(/options\.html#data$/));
  });

  test('is shown with what can be read of it, and goes only after a question', async () => {
    const rows = [
      { id: 'a', table: 'drafts', at: 2_000, title: 'Nog te lezen', text: '<b>Zo</b> deed ik het.' },
      { id: 'b', table: 'unheard-of', at: 1_000, title: '', text: '' },
    ];
    const asked = answerMessages({ 'settings:read': settingsView(), 'aside:show': { count: 3, rows } });
    draw(<Options />);
    const section = within(await screen.findByRole('region', { name: 'Opzij gezet' }));
    section.getByText(/^3 stukken/);
    section.getByText('Nog te lezen');
    section.getByText('<b>Zo</b> deed ik het.');
    section.getByText(/^Concept, opzij gezet op/);
    section.getByText(/^Gegevens, opzij gezet op/);
    section.getByText(/^En nog 1/);
    fireEvent.click(section.getByRole('button', { name: 'Verwijder wat opzij staat' }));
    expect(asked.some(({ name }) => name === 'aside:remove')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Verwijder voorgoed' }));
    await waitFor(() => expect(asked).toContainEqual({ name: 'aside:remove', request: { upTo: 2_000 } }));
  });
});

test('data that the browser threw away is said until it was read', async () => {
  const asked = answerMessages({ 'overview:read': anOverview({ lostAt: Date.now() - 5_000 }) });
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
  draw(<Popup />);
  expect((await screen.findByRole('alert')).textContent).toContain('begon opnieuw');
  fireEvent.click(screen.getByRole('button', { name: 'Begrepen' }));
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('loss:read'));
});
