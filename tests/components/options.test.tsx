import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { App } from '@/entrypoints/options/App';
import { LANGUAGES } from '@/utils/language/languages';
import type { SystemView } from '@/utils/messaging/site-views';
import type { SettingsView } from '@/utils/messaging/views';
import { askingView } from '../support/settings-view';
import { answerMessages, draw } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const dokuwiki: SystemView = {
  id: 'dokuwiki',
  name: 'DokuWiki',
  tested: ['DokuWiki 2022-07-31b'],
  sure: true,
};
const settings: SettingsView = {
  language: 'nl',
  chosenLanguage: null,
  languages: LANGUAGES,
  pausedUntil: null,
  never: [{ site: 'https://wiki.stad.example', verb: 'edit' }],
  asking: askingView(),
  sites: [
    {
      origin: 'https://wiki.stad.example',
      system: dokuwiki,
      chosen: false,
      tries: false,
      granted: true,
      named: 'person',
    },
  ],
  systems: [dokuwiki],
  recipes: [],
  communities: [],
  policyCommunity: { address: 'https://community.example', name: null },
  policyProblem: null,
  retentionDays: null,
  charter: { own: [], organisation: [] },
  version: '1.2.3',
};

async function address(): Promise<HTMLInputElement> {
  return (await screen.findByLabelText('Adres van de community')) as HTMLInputElement;
}

test('the address that the organisation names stands there already', async () => {
  answerMessages({ 'settings:read': settings });
  draw(<App />);
  expect((await address()).value).toBe('https://community.example');
});

test('connecting asks for that origin only, in the click, and then signs in', async () => {
  const asked = answerMessages({ 'settings:read': settings });
  const request = vi.spyOn(browser.permissions, 'request').mockResolvedValue(true as never);
  draw(<App />);
  fireEvent.input(await address(), { target: { value: 'community.other.example/@an' } });
  fireEvent.click(screen.getByLabelText('Mensen van verschillende organisaties'));
  screen.getByRole('button', { name: 'Verbind en meld aan' }).click();
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://community.other.example/*'] });
  await waitFor(() =>
    expect(asked).toContainEqual({
      name: 'community:connect',
      request: { address: 'https://community.other.example/@an', scope: 'across' },
    }),
  );
});

test('an address that is none asks for nothing, says so, and stays to be mended', async () => {
  answerMessages({ 'settings:read': settings });
  const request = vi.spyOn(browser.permissions, 'request');
  draw(<App />);
  fireEvent.input(await address(), { target: { value: 'http://community.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Verbind en meld aan' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/geen beveiligde verbinding/);
  expect((await address()).value).toBe('http://community.example');
  expect(request).not.toHaveBeenCalled();
});

test('“never” can be forgotten', async () => {
  const asked = answerMessages({ 'settings:read': settings });
  draw(<App />);
  const rule = 'Niet meer na het bewerken van iets op wiki.stad.example';
  fireEvent.click(await screen.findByRole('button', { name: `Vergeet dit: ${rule}` }));
  await waitFor(() =>
    expect(asked).toContainEqual({ name: 'settings:forget-never', request: settings.never[0] }),
  );
});

test('the language is chosen by its own name, or left to the browser', async () => {
  const asked = answerMessages({ 'settings:read': settings });
  draw(<App />);
  const choice = await screen.findByLabelText('Taal van Deelgenoot');
  expect(
    within(choice)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Automatisch', 'Nederlands', 'Français', 'Deutsch', 'English']);
  fireEvent.change(choice, { target: { value: 'en' } });
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({ name: 'settings:language', request: { language: 'en' } }),
  );
});

test('wiping offers the export first and needs a second, clear yes', async () => {
  const asked = answerMessages({ 'settings:read': settings, 'data:export': { json: '{}' } });
  const download = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Wis alles …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Alles van dit toestel wissen?' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Bewaar eerst een bestand' }));
  await waitFor(() => expect(download).toHaveBeenCalled());
  expect(asked.map(({ name }) => name)).not.toContain('data:wipe');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Wis alles voorgoed' }));
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('data:wipe'));
});

test('a file that is no export is refused in one sentence; a good one is counted', async () => {
  answerMessages({ 'settings:read': settings, 'data:import': { drafts: 1, entries: 2, receipts: 0 } });
  draw(<App />);
  const picker = await screen.findByLabelText('Zet een export terug …');
  const file = new File(['{}'], 'deelgenoot.json', { type: 'application/json' });
  fireEvent.change(picker, { target: { files: [file] } });
  await screen.findByText('Teruggezet: 1 concept, 2 wachtende berichten en 0 bewijzen.');
  const gone = Object.assign(new File([], 'x'), { text: () => Promise.reject(new Error('gone')) });
  fireEvent.change(picker, { target: { files: [gone] } });
  expect((await screen.findByRole('alert')).textContent).toMatch(/niet te lezen/);
});

test('the diagnosis is shown whole before it is copied', async () => {
  answerMessages({ 'settings:read': settings, 'diagnosis:read': { text: 'Deelgenoot 1.2.3' } });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Toon de diagnose' }));
  expect(((await screen.findByLabelText('Diagnose')) as HTMLTextAreaElement).value).toBe('Deelgenoot 1.2.3');
});

describe('how long own copies stay', () => {
  const choose = (value: string) =>
    fireEvent.change(screen.getByLabelText('Eigen kopie van wat aankwam'), { target: { value } });

  test('is “always” unless chosen, and says what stays', async () => {
    answerMessages({ 'settings:read': settings });
    draw(<App />);
    const choice = (await screen.findByLabelText('Eigen kopie van wat aankwam')) as HTMLSelectElement;
    expect(choice.selectedOptions[0]?.textContent).toBe('Bewaar altijd');
    screen.getByText(/^Het bewijs blijft altijd: community, tijd en link, zonder tekst\./);
  });

  test('is asked once more before texts disappear', async () => {
    const asked = answerMessages({ 'settings:read': settings, 'settings:retention': null });
    draw(<App />);
    await screen.findByLabelText('Eigen kopie van wat aankwam');
    choose('90');
    const dialog = await screen.findByRole('dialog', { name: 'Oude teksten van dit toestel verwijderen?' });
    expect(asked.map(({ name }) => name)).not.toContain('settings:retention');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Annuleren' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    choose('30');
    fireEvent.click(await screen.findByRole('button', { name: 'Verwijder na 30 dagen' }));
    const request = { retentionDays: 30 };
    await waitFor(() => expect(asked).toContainEqual({ name: 'settings:retention', request }));
  });

  test('longer needs no question: nothing disappears', async () => {
    const shorter = { ...settings, retentionDays: 30 } as const;
    const asked = answerMessages({ 'settings:read': shorter, 'settings:retention': null });
    draw(<App />);
    await screen.findByLabelText('Eigen kopie van wat aankwam');
    choose('365');
    const request = { retentionDays: 365 };
    await waitFor(() => expect(asked).toContainEqual({ name: 'settings:retention', request }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
