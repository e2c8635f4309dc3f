import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App as Options } from '@/entrypoints/options/App';
import type { Language } from '@/utils/language/languages';
import type { RecipeRow } from '@/utils/messaging/site-views';
import { settingsView } from '../support/settings-view';
import { answerMessages, draw } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function drawOptions(recipes: RecipeRow[], language: Language = 'nl') {
  const asked = answerMessages({ 'settings:read': settingsView({ recipes }) });
  draw(<Options />, language);
  return asked;
}

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
    drawOptions([refused, used]);
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
    drawOptions([refused], language);
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
