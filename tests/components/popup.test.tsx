import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/popup/App';
import { communityView } from '../support/fake-background';
import { anEntry, anOverview, answerMessages, draw, waitingOf } from './support';

const page = { id: 7, url: 'https://wiki.stad.example/doku.php' };

beforeEach(() => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([page] as never);
  vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  vi.spyOn(browser.windows, 'create').mockResolvedValue({} as never);
  vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('the site in front is what the overview is asked about: the page and its query stay in the browser', async () => {
  const url = 'https://anna:geheim@wiki.stad.example:8443/doku.php?id=dossier&token=geheim#notitie';
  vi.mocked(browser.tabs.query).mockResolvedValue([{ id: 7, url }] as never);
  const asked = answerMessages({ 'overview:read': anOverview() });
  draw(<App />);
  await screen.findByText('wiki.stad.example');
  const request = { url: 'https://wiki.stad.example:8443' };
  expect(asked).toContainEqual({ name: 'overview:read', request });
});

test.each([
  ['chrome://settings/passwords', 'chrome://settings'],
  ['file:///home/anna/dossier.pdf', 'file://'],
  ['about:blank', 'about://'],
  ['', ''],
])('of %j, which nobody can allow, the popup asks about %j', async (url, site) => {
  vi.mocked(browser.tabs.query).mockResolvedValue([{ id: 7, url }] as never);
  const asked = answerMessages({ 'overview:read': anOverview() });
  draw(<App />);
  await waitFor(() => expect(asked).toContainEqual({ name: 'overview:read', request: { url: site } }));
});

test('a permission and what it is for leave in the click itself, before anything is awaited', async () => {
  answerMessages({ 'overview:read': anOverview() });
  const request = vi
    .spyOn(browser.permissions, 'request')
    .mockReturnValue(new Promise(() => undefined) as never);
  draw(<App />);
  const button = await screen.findByRole('button', { name: 'Gebruik Deelgenoot op deze site' });
  const send = vi.spyOn(browser.runtime, 'sendMessage');
  button.click();
  expect(request).toHaveBeenCalledWith({ origins: ['https://wiki.stad.example/*'] });
  expect(send).toHaveBeenCalledWith({
    name: 'site:expect',
    request: { origins: ['https://wiki.stad.example'] },
  });
});

test('a declined permission is told where it was asked, and can be asked again', async () => {
  answerMessages({ 'overview:read': anOverview() });
  vi.spyOn(browser.permissions, 'request').mockResolvedValue(false as never);
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Gebruik Deelgenoot op deze site' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Je gaf geen toestemming/);
  expect(screen.getByRole('button', { name: 'Gebruik Deelgenoot op deze site' }).ariaDisabled).not.toBe(
    'true',
  );
});

test('a lost permission is said and asked for again', async () => {
  const site = { ...anOverview().site, status: 'permission-lost' } as never;
  answerMessages({ 'overview:read': anOverview({ site }) });
  draw(<App />);
  await screen.findByText(/De toestemming voor deze site is weg/);
  screen.getByRole('button', { name: 'Geef opnieuw toestemming' });
});

test('all sites that the organisation names are asked for with one click, without their ports', async () => {
  const sitesToAsk = ['https://intranet.stad.example', 'https://dms.stad.example:8443'];
  const asked = answerMessages({ 'overview:read': anOverview({ sitesToAsk }) });
  const request = vi.spyOn(browser.permissions, 'request').mockResolvedValue(true as never);
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Sta deze 2 sites toe' }));
  expect(request).toHaveBeenCalledWith({
    origins: ['https://intranet.stad.example/*', 'https://dms.stad.example/*'],
  });
  await waitFor(() =>
    expect(asked).toContainEqual({ name: 'site:expect', request: { origins: sitesToAsk } }),
  );
});

test('deleting what waits asks first, and only then deletes', async () => {
  const entry = anEntry({ state: 'parked', reason: 'forbidden' });
  const asked = answerMessages({ 'overview:read': anOverview({ waiting: waitingOf(entry) }) });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Meer: “Eén map per dossier”' }));
  fireEvent.click(screen.getByRole('button', { name: 'Verwijder: “Eén map per dossier”' }));
  const dialog = await screen.findByRole('dialog', { name: 'Dit bericht verwijderen?' });
  expect(asked.map(({ name }) => name)).not.toContain('entry:discard');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Ja, verwijder' }));
  await waitFor(() =>
    expect(asked).toContainEqual({ name: 'entry:discard', request: { entryId: entry.id } }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('deleting a correction that has not left says that the practice stays', async () => {
  const entry = anEntry({ corrects: true });
  answerMessages({ 'overview:read': anOverview({ waiting: waitingOf(entry) }) });
  draw(<App />);
  await screen.findByText('Verbetering');
  fireEvent.click(await screen.findByRole('button', { name: 'Meer: “Eén map per dossier”' }));
  fireEvent.click(screen.getByRole('button', { name: 'Verwijder: “Eén map per dossier”' }));
  await screen.findByText(/Je praktijk blijft staan zoals ze was\.$/);
});

test('a draft says whether it is new or corrects what is there already', async () => {
  const drafts = [
    { id: 'a', title: 'Nieuw', updatedAt: Date.now(), corrects: false },
    { id: 'b', title: 'Beter', updatedAt: Date.now(), corrects: true },
  ];
  answerMessages({ 'overview:read': anOverview({ drafts }) });
  draw(<App />);
  await screen.findByText(/^Laatst gewijzigd/);
  screen.getByText(/^Verbetering, laatst gewijzigd/);
});

test('of ten thousand that wait the first are there, then how many, and more when somebody asks', async () => {
  const rows = Array.from({ length: 25 }, (_, at) => anEntry({ id: `e${at}`, title: `Bericht ${at}` }));
  const first = { ...waitingOf(...rows), total: 125, isPartial: true } as const;
  const asked = answerMessages({
    'overview:read': anOverview({ waiting: first }),
    'waiting:read': { ...waitingOf(...rows), total: 10_000 },
  });
  draw(<App />);
  fireEvent.click(await screen.findByText('Nog 9995'));
  expect(asked).toContainEqual({ name: 'waiting:read', request: { rows: 25 } });
  fireEvent.click(screen.getByRole('button', { name: 'Toon meer' }));
  await waitFor(() => expect(asked).toContainEqual({ name: 'waiting:read', request: { rows: 75 } }));
});

test('what cannot be taken back any more says so beside its button', async () => {
  answerMessages({
    'overview:read': anOverview({ waiting: waitingOf(anEntry()) }),
    'entry:take-back': { problem: { code: 'entry-on-its-way' } },
  });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Meer: “Eén map per dossier”' }));
  fireEvent.click(screen.getByRole('button', { name: 'Pas de tekst aan: “Eén map per dossier”' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/al onderweg/);
});

test('writing without being asked opens the new draft in a window of its own', async () => {
  answerMessages({ 'overview:read': anOverview(), 'draft:new': { draftId: 'draft/1' } });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Schrijf een praktijk' }));
  await waitFor(() => expect(browser.windows.create).toHaveBeenCalled());
  const [{ url } = {}] = vi.mocked(browser.windows.create).mock.calls[0] ?? [];
  expect(url).toMatch(/\/sidebar\.html\?draft=draft%2F1$/);
});

test('the popup asks again when the background says that something changed', async () => {
  const asked = answerMessages({ 'overview:read': anOverview() });
  draw(<App />);
  await screen.findByText('wiki.stad.example');
  const before = asked.length;
  await fakeBrowser.runtime.sendMessage({ event: 'changed' });
  await waitFor(() => expect(asked.length).toBeGreaterThan(before));
});

test('a background that is gone is said, and what stood there stays', async () => {
  answerMessages({ 'overview:read': { problem: { code: 'extension-reloaded' } } });
  draw(<App />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Deelgenoot is bijgewerkt/);
});

test('an unreadable policy names its field', async () => {
  answerMessages({ 'overview:read': anOverview({ policyProblem: 'sites.0' }) });
  draw(<App />);
  await screen.findByText(/veld “sites\.0”/);
});

test('an invitation is asked of the community that has them', async () => {
  const asked = answerMessages({
    'overview:read': anOverview({ communities: [communityView({ canInvite: true })] }),
    'community:invite': { kind: 'too-early', readable: 0, needed: 3 },
  });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Maak een uitnodiging voor Informatiebeheer' }));
  await screen.findByText(/in Informatiebeheer staan 0 praktijken/);
  expect(asked).toContainEqual({ name: 'community:invite', request: { communityId: 'community' } });
});
