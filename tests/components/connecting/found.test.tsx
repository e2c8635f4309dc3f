import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { App } from '@/entrypoints/options/App';
import { communityView } from '../../support/composer-views';
import { settingsView } from '../../support/settings-view';
import { foundView, wayView } from '../../support/sign-in-views';
import { answerMessages, draw } from '../support';
import { findAt, press, type, typeAddress } from './support';

beforeEach(() => {
  vi.spyOn(browser.permissions, 'request').mockResolvedValue(true as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('what was found', () => {
  test('is said in a sentence, honestly, and is where the focus goes', async () => {
    await findAt(foundView());
    const heading = screen.getByRole('heading', { name: 'Gevonden: Praathuis' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    const found = within(screen.getByRole('region', { name: 'Gevonden: Praathuis' }));
    found.getByText('Dit is Praatprogramma, versie 9.1.');
    found.getByText(/^Geschreven volgens de documentatie; nog niet/);
  });

  test('is forgotten as soon as another address is typed', async () => {
    await findAt(foundView());
    type('Adres van de community', 'anders.example');
    await waitFor(() => expect(screen.queryByText('Gevonden: Praathuis')).toBeNull());
    screen.getByRole('button', { name: 'Verbind en meld aan' });
  });

  test('can be looked at first, without signing in', async () => {
    const asked = await typeAddress({ 'settings:read': settingsView(), 'community:identify': foundView() });
    press('Kijk eerst wat daar staat');
    await screen.findByText('Dit is Praatprogramma, versie 9.1.');
    expect(asked.map(({ name }) => name)).not.toContain('community:connect');
  });

  test.each([
    ['found-page', 'Praat! – welkom', /staat een webpagina, “Praat! – welkom”/],
    ['found-sign-in', 'praat.example', /verschijnt eerst een aanmeldpagina/],
    ['found-too-old', 'Praatprogramma 2.1', /Praatprogramma 2\.1: te oud/],
  ] as const)('%s reads like a sentence of a colleague', async (code, detail, sentence) => {
    await typeAddress({
      'settings:read': settingsView(),
      'community:connect': { problem: { code, detail } },
    });
    press('Verbind en meld aan');
    expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  });
});

test.each([
  ['sign-in-failed', /^Aanmelden bij praat\.example lukte niet/],
  ['sign-in-refused', /^Aanmelden is geannuleerd of geweigerd/],
  ['sign-in-unfinished', /^Je bent nog niet aangemeld en er is niets gewijzigd/],
  ['sign-in-consent', /^praat\.example wil dat een beheerder Deelgenoot eerst toelaat/],
  ['application-refused', /^praat\.example kent de toepassing met dit id niet/],
  ['not-signed-in-there', /^Je bent in deze browser niet aangemeld/],
] as const)('after %s the other ways are offered beside the reason', async (code, sentence) => {
  await findAt(foundView({ ways: [wayView(), wayView({ way: 'token', needs: ['secret'] })] }), {
    'community:connect': { problem: { code, detail: 'praat.example' } },
  });
  expect(screen.getByRole('alert').textContent).toMatch(sentence);
  screen.getByLabelText(/^Met een toegangscode/);
  type('Adres van de community', 'anders.example');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('what takes longer tells of the window that may have opened, until it has come to something', async () => {
  let decide = (_allowed: boolean): void => undefined;
  const decision = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  vi.mocked(browser.permissions.request).mockReturnValue(decision as never);
  await typeAddress({ 'settings:read': settingsView() });
  press('Verbind en meld aan');
  const words = /^Even geduld\. Opent er een venster/;
  const paragraphs = () => screen.queryAllByText(words, { selector: 'p' });
  await waitFor(() => expect(paragraphs()).toHaveLength(1), { timeout: 10_000 });
  await screen.findByText(words, { selector: '[role=status] *' });
  decide(false);
  await screen.findByText(/^Je gaf geen toestemming/);
  expect(paragraphs()).toEqual([]);
});

test('a reason is gone as soon as another way is tried', async () => {
  await findAt(foundView({ ways: [wayView({ way: 'token', needs: ['secret'] })] }), {
    'community:connect': { problem: { code: 'sign-in-refused' } },
    'community:sign-in': { problem: { code: 'token-refused', detail: 'praat.example' } },
  });
  type('Toegangscode', 'oud');
  press('Verbind hiermee');
  await screen.findByText(/aanvaardt dit niet/);
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});

test('where one has to be signed in already, the way there stands beside it', async () => {
  await findAt(foundView({ ways: [wayView({ way: 'session' })] }));
  const there = screen.getByRole('link', { name: 'Ga naar Praathuis' });
  expect(there.getAttribute('href')).toBe('https://praat.example');
});

test('another try says anew what came of it, once', async () => {
  const problem = { code: 'sign-in-unfinished', detail: 'praat.example' } as const;
  await findAt(foundView(), { 'community:connect': { problem }, 'community:sign-in': { problem } });
  screen.getByRole('alert');
  press('Meld je daar aan');
  const form = screen.getByRole('region', { name: 'Gevonden: Praathuis' });
  await within(form).findByRole('alert');
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});

test('that one has to choose is said by the choice itself', async () => {
  await findAt(foundView());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('signing in again asks for the way that was used, and shows that one first where one has to choose', async () => {
  const signedOut = communityView({ signedOut: true, signedInBy: 'token' });
  const asked = answerMessages({
    'settings:read': settingsView({ communities: [signedOut] }),
    'community:connect': { problem: { code: 'sign-in-choose', detail: 'praat.example' } },
    'community:identify': foundView({ ways: [wayView(), wayView({ way: 'token', needs: ['secret'] })] }),
  });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Meld je opnieuw aan' }));
  await screen.findByRole('heading', { name: 'Gevonden: Praathuis' });
  screen.getByLabelText('Toegangscode');
  expect(asked.find(({ name }) => name === 'community:connect')?.request).toMatchObject({ way: 'token' });
});

test('signing in again asks for where the interface stands, and goes to where people open it', async () => {
  const address = 'https://plein.example';
  const signedOut = communityView({ signedOut: true, origin: 'https://api.example', address });
  const asked = answerMessages({
    'settings:read': settingsView({ communities: [signedOut] }),
    'community:connect': { problem: { code: 'sign-in-unfinished', detail: 'plein.example' } },
    'community:identify': foundView(),
  });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Meld je opnieuw aan' }));
  await screen.findByRole('heading', { name: 'Gevonden: Praathuis' });
  expect(screen.getByRole('alert').textContent).toMatch(/^Je bent nog niet aangemeld/);
  expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['https://api.example/*'] });
  expect(asked.find(({ name }) => name === 'community:connect')?.request).toMatchObject({ address });
});

test('signing in again is only said to have worked where it did, and can be tried once more', async () => {
  const signedOut = communityView({ signedOut: true, signedInBy: 'token' });
  answerMessages({
    'settings:read': settingsView({ communities: [signedOut] }),
    'community:connect': { problem: { code: 'sign-in-choose', detail: 'praat.example' } },
    'community:identify': foundView({ ways: [wayView({ way: 'token', needs: ['secret'] })] }),
  });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Meld je opnieuw aan' }));
  await screen.findByRole('heading', { name: 'Gevonden: Praathuis' });
  const again = screen.getByRole('button', { name: 'Meld je opnieuw aan' });
  await waitFor(() => expect(again.getAttribute('aria-busy')).toBeNull());
  expect(saidAloud()).not.toContain('Verbonden.');
  type('Adres van de community', 'anders.example');
  await waitFor(() => expect(screen.queryByText('Gevonden: Praathuis')).toBeNull());
  press('Meld je opnieuw aan');
  await screen.findByRole('heading', { name: 'Gevonden: Praathuis' });
});

test('signing in again says aloud that it worked', async () => {
  const signedOut = communityView({ signedOut: true });
  answerMessages({
    'settings:read': settingsView({ communities: [signedOut] }),
    'community:connect': signedOut,
  });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Meld je opnieuw aan' }));
  await waitFor(() => expect(saidAloud()).toContain('Verbonden.'));
});

function saidAloud(): (string | null)[] {
  return screen.getAllByRole('status').map(({ textContent }) => textContent);
}
