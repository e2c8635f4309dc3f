import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App as Options } from '@/entrypoints/options/App';
import { App as Popup } from '@/entrypoints/popup/App';
import type { SiteRow, SystemView } from '@/utils/messaging/site-views';
import { settingsView } from '../support/settings-view';
import { anOverview, answerMessages, draw } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const DOKUWIKI: SystemView = {
  id: 'dokuwiki',
  name: 'DokuWiki',
  tested: ['DokuWiki 2022-07-31b'],
  sure: true,
};
const UNSURE: SystemView = { id: 'a-dms', name: 'A DMS', tested: [], sure: false };
const ORIGIN = 'https://dms.example';

const aRow = (part: Partial<SiteRow> = {}): SiteRow => ({
  origin: ORIGIN,
  system: DOKUWIKI,
  chosen: false,
  tries: false,
  granted: true,
  named: 'person',
  ...part,
});

function drawOptions(sites: SiteRow[]) {
  const settings = settingsView({ systems: [UNSURE, DOKUWIKI], sites });
  const asked = answerMessages({ 'settings:read': settings });
  draw(<Options />);
  return asked;
}

describe('what a site says of its system', () => {
  test.each<[string, Partial<SiteRow>, string[]]>([
    ['recognised', {}, ['Herkend als DokuWiki', 'Beproefd met DokuWiki 2022-07-31b.']],
    [
      'not sure',
      { system: UNSURE },
      [
        'Herkend als A DMS',
        'Nog niet beproefd met het echte systeem.',
        'We herkennen dit systeem nog niet zeker. Deelgenoot vraagt hier pas iets als jij het wilt proberen.',
      ],
    ],
    [
      'not sure, and tried',
      { system: UNSURE, tries: true },
      ['We herkennen dit systeem nog niet zeker: een vraag kan er eens naast zitten.'],
    ],
    ['chosen', { chosen: true }, ['Door jou gekozen: DokuWiki']],
    ['none', { system: null, chosen: true }, ['Jij koos: geen systeem']],
    ['unknown', { system: null }, ['Nog niet herkend']],
  ])('%s', async (_what, part, sentences) => {
    drawOptions([aRow(part)]);
    for (const sentence of sentences) await screen.findByText(sentence);
  });

  test('only a system that is not sure can be tried all the same', async () => {
    const asked = drawOptions([aRow({ origin: 'https://wiki.example' }), aRow({ system: UNSURE })]);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Toch proberen' }));
    await waitFor(() =>
      expect(asked).toContainEqual({ name: 'site:try', request: { origin: ORIGIN, tries: true } }),
    );
  });

  test('the popup says the same of the page in front', async () => {
    const site = {
      origin: ORIGIN,
      status: 'granted',
      system: UNSURE,
      chosen: true,
      tries: true,
      lastActivity: null,
    } as const;
    const asked = answerMessages({ 'overview:read': anOverview({ site }) });
    draw(<Popup />);
    await screen.findByText('Door jou gekozen: A DMS.');
    screen.getByText('Nog niet beproefd met het echte systeem.');
    const tried = await screen.findByRole('checkbox', { name: 'Toch proberen' });
    expect((tried as HTMLInputElement).checked).toBe(true);
    fireEvent.click(tried);
    await waitFor(() =>
      expect(asked).toContainEqual({ name: 'site:try', request: { origin: ORIGIN, tries: false } }),
    );
  });
});

test('a box that was refused stands again as it is kept', async () => {
  answerMessages({
    'settings:read': settingsView({ sites: [aRow({ system: UNSURE })] }),
    'site:try': { problem: { code: 'unexpected' } },
  });
  draw(<Options />);
  const box = (await screen.findByRole('checkbox', { name: 'Toch proberen' })) as HTMLInputElement;
  fireEvent.click(box);
  await screen.findByRole('alert');
  expect(box.checked).toBe(false);
});

describe('the person says which system a site is', () => {
  const choice = async () => (await screen.findByLabelText('Systeem op dms.example')) as HTMLSelectElement;

  test.each<[Partial<SiteRow>, string]>([
    [{}, 'Laat Deelgenoot het herkennen'],
    [{ chosen: true }, 'DokuWiki'],
    [{ chosen: true, system: null }, 'Geen: vraag hier niets'],
  ])('%j shows “%s”', async (part, chosen) => {
    drawOptions([aRow(part)]);
    expect((await choice()).selectedOptions[0]?.textContent).toBe(chosen);
  });

  test.each([
    ['A DMS', { name: 'site:choose', request: { origin: ORIGIN, recipeId: 'a-dms' } }],
    ['Geen: vraag hier niets', { name: 'site:choose', request: { origin: ORIGIN, recipeId: null } }],
    ['Laat Deelgenoot het herkennen', { name: 'site:recognise', request: { origin: ORIGIN } }],
  ])('“%s”', async (label, message) => {
    const asked = drawOptions([aRow({ chosen: true })]);
    const select = await choice();
    const option = within(select).getByRole('option', { name: label, hidden: true }) as HTMLOptionElement;
    fireEvent.change(select, { target: { value: option.value } });
    await waitFor(() => expect(asked).toContainEqual(message));
  });
});
