import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/popup/App';
import { DAY_MS, HOUR_MS } from '@/utils/kernel/clock';
import type { AskingStory } from '@/utils/messaging/asking-views';
import type { MessageName } from '@/utils/messaging/contract';
import type { Overview } from '@/utils/messaging/views';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import { PAUSED_ALWAYS } from '@/utils/settings/settings';
import { anOverview, answerMessages, draw } from './support';

const NOW = new Date(2026, 10, 25, 11).getTime();
const site = 'https://wiki.stad.example';
const PAGE = `${site}/personeel/zieken/dossier.php?id=7&token=geheim#top`;

const story: AskingStory = {
  decisions: [
    { id: 'a', sentence: '“Aktenplan” bewerkt', at: NOW - HOUR_MS, reason: 'encounter', shown: false },
    { id: 'b', sentence: '3 bestanden opgeladen', at: NOW - 5 * HOUR_MS, reason: 'eligible', shown: true },
  ],
  counters: { today: 1, shown: 1, cap: 2, days: 7 },
  perDay: 1,
  pausedUntil: null,
  hours: DEFAULT_ASKING_HOURS,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7, url: PAGE }] as never);
  vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
});

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The popup on a site that was granted. */
async function popup(change: Partial<Overview> = {}, told: Partial<AskingStory> = {}) {
  const granted = { ...anOverview().site, origin: site, status: 'granted' } as Overview['site'];
  const asked = answerMessages({
    'overview:read': anOverview({ site: granted, ...change }),
    'asking:story': { ...story, ...told },
  });
  draw(<App />);
  await screen.findByText('wiki.stad.example');
  const requestsOf = (name: MessageName) =>
    asked.filter((one) => one.name === name).map(({ request }) => request);
  return { asked, requestsOf };
}

/** Opens the disclosure as a click does; the browser of these tests would not tell anybody. */
function openStory(): void {
  const title = screen.getByText('Waarom werd ik niet gevraagd?');
  const details = title.closest('details');
  if (details === null) throw new Error('no disclosure');
  details.open = true;
  fireEvent(details, new Event('toggle'));
}

describe('“Waarom werd ik niet gevraagd?”', () => {
  test('is read once somebody wants to know, about the site and nothing more', async () => {
    const { requestsOf } = await popup();
    expect(requestsOf('asking:story')).toEqual([]);
    openStory();
    await screen.findByText('Je hebt “Aktenplan” bewerkt, 1 uur geleden.');
    expect(requestsOf('asking:story')).toEqual([{ site }]);
  });

  test('says of each decision why, in words, and how matters stand', async () => {
    await popup();
    openStory();
    await screen.findByText('Niet gevraagd: op deze site vroegen we pas nog iets.');
    screen.getByText('Hierover vroeg Deelgenoot je iets.');
    screen.getByText('1 van 2 vragen in de voorbije 7 dagen, vandaag al een.');
    screen.getByText(
      'Vragen kunnen op maandag, dinsdag, woensdag, donderdag en vrijdag, van 09:30 tot 17:00.',
    );
  });

  test.each<[string, Partial<AskingStory>, RegExp]>([
    ['nothing was seen', { decisions: [] }, /^Hier zag Deelgenoot nog niets/],
    ['none today', { counters: { ...story.counters, today: 0 } }, /, vandaag nog geen\.$/],
    [
      'half as often',
      { counters: { ...story.counters, days: 14 } },
      /^1 van 2 vragen in de voorbije 14 dagen/,
    ],
    ['paused', { pausedUntil: NOW + 3 * DAY_MS }, /^Gepauzeerd tot 28 nov/],
    ['paused for good', { pausedUntil: PAUSED_ALWAYS }, /^Gepauzeerd tot jij het weer aanzet/],
    ['the organisation wants none', { perDay: 0 }, /^Je organisatie laat Deelgenoot niets vragen/],
    ['no hours', { hours: { ...DEFAULT_ASKING_HOURS, days: [] } }, /^Zo blijft er geen moment over/],
  ])('and says so where %s', async (_what, told, words) => {
    await popup({}, told);
    openStory();
    await screen.findByText(words, { selector: 'details *' });
  });

  test('is not there where Deelgenoot may not ask', async () => {
    await popup({ site: { ...anOverview().site, origin: site } as Overview['site'] });
    expect(screen.queryByText('Waarom werd ik niet gevraagd?')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Vraag hier nooit/ })).toBeNull();
  });
});

describe('marking the page in front as sensitive', () => {
  const mark = () =>
    fireEvent.click(screen.getByRole('button', { name: 'Vraag hier nooit: gevoelige pagina’s' }));

  test('shows its folder first, and keeps that only when it is pressed', async () => {
    const { asked, requestsOf } = await popup();
    mark();
    const dialog = await screen.findByRole('dialog', { name: 'Hier nooit iets vragen?' });
    within(dialog).getByText('wiki.stad.example/personeel/zieken/ en alles daaronder');
    within(dialog).getByText(/Je haalt het weer weg in de instellingen, bij “Gevoelige pagina’s”\./);
    expect(JSON.stringify(asked)).not.toContain('personeel');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Markeer als gevoelig' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(requestsOf('sensitive:add')).toEqual([{ site, path: '/personeel/zieken/' }]);
    expect(JSON.stringify(asked)).not.toMatch(/dossier|geheim/);
  });

  test('can be left', async () => {
    const { requestsOf } = await popup();
    mark();
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Annuleren' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(requestsOf('sensitive:add')).toEqual([]);
  });

  test('says that it is the whole site where a page stands at its root', async () => {
    vi.mocked(browser.tabs.query).mockResolvedValue([{ id: 7, url: `${site}/doku.php?id=hr` }] as never);
    await popup();
    mark();
    await screen.findByText('Let op: dat is de hele site.');
  });
});

describe('what the popup says of its own accord', () => {
  const until = NOW + DAY_MS;

  test('is mostly nothing', async () => {
    await popup();
    expect(screen.queryByRole('button', { name: 'Vergeet dit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Stop met vragen' })).toBeNull();
  });

  test('that the brake holds, which can be forgotten', async () => {
    const forget = { kind: 'brake', site: null, verb: null, at: until } as const;
    const rule = { kind: 'brake', showings: 12, shared: 0, lastAt: until } as const;
    const { requestsOf } = await popup({ asking: { brake: { rule, forget }, offer: null } });
    await screen.findByText(/^Ik vraag nog maar half zo vaak: op 12 vragen in 60 dagen/);
    fireEvent.click(screen.getByRole('button', { name: 'Vergeet dit' }));
    await waitFor(() => expect(requestsOf('asking:forget')).toEqual([forget]));
  });

  test.each([
    ['Stop met vragen', 'asking:stop'],
    ['Blijf vragen', 'asking:go-on'],
  ] as const)('the offer to stop is silent, and %s answers it', async (name, message) => {
    const { requestsOf } = await popup({ asking: { brake: null, offer: 3 } });
    const words = await screen.findByText(/^Je zei 3 keer na elkaar “niet nu”\. Zal ik stoppen met vragen\?/);
    expect(words.closest('[role]')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(requestsOf(message)).toEqual([{}]));
  });
});

test.each([
  ['1 uur', NOW + HOUR_MS],
  ['tot morgen', new Date(2026, 10, 26).getTime()],
  ['2 weken', NOW + 14 * DAY_MS],
  ['tot ik het zeg', PAUSED_ALWAYS],
])('after the popup is open, one press pauses for “%s”', async (name, until) => {
  const { requestsOf } = await popup();
  fireEvent.click(
    within(screen.getByRole('group', { name: 'Vraag even niets' })).getByRole('button', { name }),
  );
  await waitFor(() => expect(requestsOf('pause:set')).toEqual([{ until }]));
});
