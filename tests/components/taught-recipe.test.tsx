import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App as Options } from '@/entrypoints/options/App';
import { fail, succeed } from '@/utils/kernel/result';
import { answerMessages, draw } from './support';
import { good, proposed, settings } from './teaching';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the recipe of a lesson', () => {
  async function shown(check: Parameters<typeof answerMessages>[0]) {
    const asked = answerMessages({ 'settings:read': settings, 'lesson:read': proposed, ...check });
    draw(<Options />);
    const area = (await screen.findByLabelText('Het recept', {}, { timeout: 10_000 })) as HTMLTextAreaElement;
    return { asked, area };
  }

  test('takes its title from where the person says', async () => {
    const { area } = await shown(good);
    expect(JSON.parse(area.value).signals[0].title).toEqual(['{body.title}', '$title']);
    const choice = screen.getByRole('combobox', { name: 'Waar staat de titel van wat je deed?' });
    fireEvent.change(choice, { target: { value: 'dom:h1' } });
    await waitFor(() => expect(JSON.parse(area.value).signals[0].title).toEqual(['dom:h1', '$title']));
    fireEvent.change(choice, { target: { value: '$title' } });
    await waitFor(() => expect(JSON.parse(area.value).signals[0].title).toEqual(['$title']));
  });

  test('can be changed, and a mistake names the field at once', async () => {
    const mistake = { code: 'missing', field: 'signals.0.when.status', detail: '' } as const;
    const { asked, area } = await shown({ 'lesson:check': fail(mistake) });
    fireEvent.input(area, { target: { value: '{}' } });
    await waitFor(() =>
      expect(asked).toContainEqual({ name: 'lesson:check', request: { text: '{}', candidate: 0 } }),
    );
    await waitFor(() => expect(area.getAttribute('aria-invalid')).toBe('true'));
    screen.getByText(/signals\.0\.when\.status/);
  });

  test('says where it fails its own test', async () => {
    await shown({ 'lesson:check': succeed(['missed', 'false']) });
    await screen.findByText('Zo herkent het recept niet meer wat je drie keer deed.');
    screen.getByText('Zo herkent het recept ook iets wat niet telt, zoals wat je annuleerde.');
  });

  test('and its test can be downloaded', async () => {
    const made: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:x';
    });
    await shown(good);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Dit zijn woorden van het systeem, niet van mij' }));
    fireEvent.click(screen.getByRole('button', { name: 'Download het recept' }));
    fireEvent.click(screen.getByRole('button', { name: 'Download de test' }));
    await waitFor(() => expect(made).toHaveLength(2));
    const [recipe, fixtures] = await Promise.all(made.map(async (blob) => JSON.parse(await blob.text())));
    expect(recipe).toEqual(proposed.proposal.candidates[0]?.recipe);
    expect(fixtures.positives).toHaveLength(3);
  });
});
