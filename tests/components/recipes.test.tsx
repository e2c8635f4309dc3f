import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App as Options } from '@/entrypoints/options/App';
import { App as Popup } from '@/entrypoints/popup/App';
import type { Language } from '@/utils/language/languages';
import type { RecipeRow, SiteRow, SystemView } from '@/utils/messaging/site-views';
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

function drawOptions(part: { sites?: SiteRow[]; recipes?: RecipeRow[] }, language: Language = 'nl') {
  const settings = settingsView({ systems: [UNSURE, DOKUWIKI], ...part });
  const asked = answerMessages({ 'settings:read': settings });
  draw(<Options />, language);
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
        'We herkennen dit systeem nog niet zeker. Daarom vraagt Deelgenoot hier niets.',
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
    drawOptions({ sites: [aRow(part)] });
    for (const sentence of sentences) await screen.findByText(sentence);
  });

  test('only a system that is not sure can be tried all the same', async () => {
    const asked = drawOptions({
      sites: [aRow({ origin: 'https://wiki.example' }), aRow({ system: UNSURE })],
    });
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
      tries: true,
      lastActivity: null,
    } as const;
    const asked = answerMessages({ 'overview:read': anOverview({ site }) });
    draw(<Popup />);
    await screen.findByText('Nog niet beproefd met het echte systeem.');
    const tried = await screen.findByRole('checkbox', { name: 'Toch proberen' });
    expect((tried as HTMLInputElement).checked).toBe(true);
    fireEvent.click(tried);
    await waitFor(() =>
      expect(asked).toContainEqual({ name: 'site:try', request: { origin: ORIGIN, tries: false } }),
    );
  });
});

describe('the person says which system a site is', () => {
  const choice = async () => (await screen.findByLabelText('Systeem op dms.example')) as HTMLSelectElement;

  test.each<[Partial<SiteRow>, string]>([
    [{}, 'Laat Deelgenoot het herkennen'],
    [{ chosen: true }, 'DokuWiki'],
    [{ chosen: true, system: null }, 'Geen: vraag hier niets'],
  ])('%j shows “%s”', async (part, chosen) => {
    drawOptions({ sites: [aRow(part)] });
    expect((await choice()).selectedOptions[0]?.textContent).toBe(chosen);
  });

  test.each([
    ['A DMS', { name: 'site:choose', request: { origin: ORIGIN, recipeId: 'a-dms' } }],
    ['Geen: vraag hier niets', { name: 'site:choose', request: { origin: ORIGIN, recipeId: null } }],
    ['Laat Deelgenoot het herkennen', { name: 'site:recognise', request: { origin: ORIGIN } }],
  ])('“%s”', async (label, message) => {
    const asked = drawOptions({ sites: [aRow({ chosen: true })] });
    const select = await choice();
    const option = within(select).getByRole('option', { name: label, hidden: true }) as HTMLOptionElement;
    fireEvent.change(select, { target: { value: option.value } });
    await waitFor(() => expect(asked).toContainEqual(message));
  });
});

describe('own recipes', () => {
  const used: RecipeRow = { id: 'a-dms', name: 'A DMS', origin: 'file', mistake: null };
  const refused: RecipeRow = {
    id: '2',
    name: '2',
    origin: 'policy',
    mistake: { code: 'missing', field: 'signals.0.when.status', detail: '' },
  };
  const rowOf = async (name: string) => {
    const row = (await screen.findByText(name)).closest('li');
    if (row === null) throw new Error(`no row for ${name}`);
    return within(row);
  };

  test('say where they come from, and which is refused and why', async () => {
    drawOptions({ recipes: [refused, used] });
    const mine = await rowOf('A DMS');
    mine.getByText('Uit een bestand');
    mine.getByText('In gebruik');
    const theirs = await rowOf('Recept 2');
    theirs.getByText('Van je organisatie');
    theirs.getByText('Geweigerd');
    theirs.getByText('“signals.0.when.status” ontbreekt. Vul het in.');
    expect(theirs.queryByRole('button'), 'an organisation’s recipe is not the person’s to remove').toBeNull();
  });

  test.each<[Language, string]>([
    ['fr', '« signals.0.when.status » manque. Ajoutez-le.'],
    ['de', '„signals.0.when.status“ fehlt. Ergänzen Sie es.'],
    ['en', '“signals.0.when.status” is missing. Fill it in.'],
  ])('in %s', async (language, sentence) => {
    drawOptions({ recipes: [refused] }, language);
    await screen.findByText(sentence);
  });

  test('are handed out and removed by their own names', async () => {
    const asked = answerMessages({
      'settings:read': settingsView({ recipes: [used] }),
      'recipe:export': { json: '{}' },
    });
    const download = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    draw(<Options />);
    fireEvent.click(await screen.findByRole('button', { name: 'Bewaar A DMS' }));
    await waitFor(() => expect(download).toHaveBeenCalled());
    fireEvent.click(screen.getByRole('button', { name: 'Verwijder A DMS' }));
    await waitFor(() =>
      expect(asked).toContainEqual({ name: 'recipe:remove', request: { recipeId: 'a-dms' } }),
    );
  });

  test.each([
    [
      'a good one',
      { ok: true, value: { id: 'a-dms', name: 'A DMS' } } as const,
      'status',
      'A DMS is toegevoegd.',
    ],
    [
      'a wrong one',
      { ok: false, error: { code: 'choice', field: 'v', detail: '1' } } as const,
      'alert',
      'Niet toegevoegd, er is niets gewijzigd. “v” kan dat niet zijn. Kies uit: 1.',
    ],
  ])('are added from a file: %s', async (_what, answer, role, sentence) => {
    const asked = answerMessages({ 'settings:read': settingsView({}), 'recipe:add': answer });
    draw(<Options />);
    const file = new File(['{"v": 1}'], 'a-dms.json', { type: 'application/json' });
    fireEvent.change(await screen.findByLabelText('Recept toevoegen …'), { target: { files: [file] } });
    await waitFor(() =>
      expect(screen.getAllByRole(role).map(({ textContent }) => textContent)).toContain(sentence),
    );
    expect(asked).toContainEqual({ name: 'recipe:add', request: { text: '{"v": 1}' } });
  });

  test('a file that is gone by now is no recipe', async () => {
    answerMessages({ 'settings:read': settingsView({}) });
    draw(<Options />);
    const gone = Object.assign(new File([], 'x'), { text: () => Promise.reject(new Error('gone')) });
    fireEvent.change(await screen.findByLabelText('Recept toevoegen …'), { target: { files: [gone] } });
    expect((await screen.findByRole('alert')).textContent).toMatch(/niet te lezen/);
  });
});
