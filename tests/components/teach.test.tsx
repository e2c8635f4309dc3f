import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App as Options } from '@/entrypoints/options/App';
import { App as Popup } from '@/entrypoints/popup/App';
import { propose } from '@/utils/activity/teach/propose';
import { fail, succeed } from '@/utils/kernel/result';
import { LANGUAGES } from '@/utils/language/languages';
import type { ProposedLesson, RunningLesson } from '@/utils/messaging/lesson-views';
import type { SettingsView } from '@/utils/messaging/views';
import { ids, save } from '../support/lesson-cases';
import { taught } from '../support/lessons';
import { anOverview, answerMessages, draw, textOf } from './support';

const origin = 'https://zaken.stad.example';
const settings: SettingsView = {
  language: 'nl',
  chosenLanguage: null,
  languages: LANGUAGES,
  pausedUntil: null,
  never: [],
  sites: [{ origin, system: null, chosen: false, tries: false, granted: true, named: 'person' }],
  systems: [],
  recipes: [],
  communities: [],
  policyCommunity: null,
  policyProblem: null,
  retentionDays: null,
  version: '1.2.3',
};
const running: RunningLesson = {
  phase: 'recording',
  origin,
  system: 'Zaaksysteem',
  verb: 'edit',
  run: 0,
  endsAt: Date.now() + 590_000,
  heard: 0,
};
const buttons = (value: string) => ids.map((id) => [save(id, `Dossier ${id}`, { action: value })]);
const proposed: ProposedLesson = {
  phase: 'proposed',
  origin,
  system: 'Zaaksysteem',
  verb: 'edit',
  proposal: propose(taught([...buttons('save'), [save(23, 'Niets', { action: 'cancel' })]])),
};
const good = { 'lesson:check': succeed([]) };

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Narrow spaces are found as plain ones. */
function asFound(text: string): string {
  return text.replace(/\s/g, ' ');
}

describe.each(LANGUAGES)('in %s', (language) => {
  const t = textOf(language);
  const site = 'zaken.stad.example';

  test('a lesson begins at the site’s own button, with a name and what will be shown', async () => {
    const asked = answerMessages({ 'settings:read': settings });
    draw(<Options />, language);
    fireEvent.click(await screen.findByRole('button', { name: t('lesson.teach-label', { site }) }));
    const part = await screen.findByRole('region', { name: t('lesson.teach') });
    within(part).getByText(t('lesson.promise'));
    const begin = within(part).getByRole('button', { name: t('lesson.begin', { site }) });
    fireEvent.click(begin);
    await within(part).findByText(t('lesson.system-missing'));
    fireEvent.input(within(part).getByRole('textbox', { name: t('lesson.system') }), {
      target: { value: ' Zaaksysteem ' },
    });
    const verbs = within(part).getByRole('combobox', { name: t('lesson.verb') });
    expect(within(verbs).getAllByRole('option')).toHaveLength(11);
    fireEvent.change(verbs, { target: { value: 'approve' } });
    fireEvent.click(begin);
    const request = { origin, system: 'Zaaksysteem', verb: 'approve' };
    await waitFor(() => expect(asked).toContainEqual({ name: 'lesson:start', request }));
  });

  test.each([
    [0, 'first'],
    [1, 'second'],
    [2, 'third'],
    [3, 'cancel'],
  ] as const)('step %i says what to do, and one button says that it is done', async (run, step) => {
    const asked = answerMessages({ 'overview:read': anOverview(), 'lesson:read': { ...running, run } });
    draw(<Popup />, language);
    await screen.findByText(t('lesson.running', { site }));
    screen.getByText(asFound(t(`lesson.step-${step}`)));
    screen.getByText(t('lesson.promise'));
    fireEvent.click(screen.getByRole('button', { name: t(`lesson.next-${step}`) }));
    await waitFor(() => expect(asked).toContainEqual({ name: 'lesson:next', request: { run } }));
    fireEvent.click(screen.getByRole('button', { name: t('lesson.stop') }));
    await waitFor(() => expect(asked).toContainEqual({ name: 'lesson:stop', request: {} }));
  });

  test('the result shows names and the one word that was the same, and is used after a look at that', async () => {
    const kept = succeed({ id: 'taught-zaaksysteem', name: 'Zaaksysteem' });
    const asked = answerMessages({
      'settings:read': settings,
      'lesson:read': proposed,
      'lesson:keep': kept,
      ...good,
    });
    draw(<Options />, language);
    const part = await screen.findByRole('region', { name: t('lesson.result') });
    within(part).getByText('POST /dossiers/{id}/bewerk');
    within(part).getByText('csrf_token, title, action');
    within(part).getByText(asFound(t('lesson.constant', { name: 'action', value: 'save' })));
    await within(part).findByText(asFound(t('lesson.check-good')));
    const keep = within(part).getByRole('button', { name: t('lesson.keep', { site }) });
    fireEvent.click(keep);
    expect((await within(part).findByRole('alert')).textContent).toBe(t('ui.words-unchecked'));
    expect(asked.map(({ name }) => name)).not.toContain('lesson:keep');
    fireEvent.click(within(part).getByRole('checkbox', { name: t('lesson.constants-agree') }));
    fireEvent.click(keep);
    const text = JSON.stringify(proposed.proposal.candidates[0]?.recipe, null, 2);
    await waitFor(() => expect(asked).toContainEqual({ name: 'lesson:keep', request: { text } }));
  });
});

describe('the recipe', () => {
  async function shown(check: Parameters<typeof answerMessages>[0]) {
    const asked = answerMessages({ 'settings:read': settings, 'lesson:read': proposed, ...check });
    draw(<Options />);
    const area = (await screen.findByLabelText('Het recept')) as HTMLTextAreaElement;
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

test('where cancelling looked like saving it says so and proposes nothing', async () => {
  const proposal: ProposedLesson['proposal'] = { candidates: [], others: 3, reason: 'like-cancelled' };
  const asked = answerMessages({ 'settings:read': settings, 'lesson:read': { ...proposed, proposal } });
  draw(<Options />);
  await screen.findByText(/Annuleren zag er hetzelfde uit als bewaren/);
  screen.getByText(/nog 3 andere verzoeken/);
  fireEvent.click(screen.getByRole('button', { name: 'Gooi het voorstel weg' }));
  await waitFor(() => expect(asked).toContainEqual({ name: 'lesson:stop', request: {} }));
});

test('the popup leads to a proposal that waits', async () => {
  answerMessages({ 'overview:read': anOverview(), 'lesson:read': proposed });
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  Object.assign(fakeBrowser.extension, { getViews: () => [] });
  draw(<Popup />);
  fireEvent.click(await screen.findByRole('button', { name: 'Bekijk het voorstel' }));
  await waitFor(() => expect(create.mock.calls[0]?.[0].url).toMatch(/\/options\.html#teach$/));
});

test('a site without permission cannot be taught', async () => {
  const [site] = settings.sites;
  answerMessages({ 'settings:read': { ...settings, sites: site ? [{ ...site, granted: false }] : [] } });
  draw(<Options />);
  await screen.findByRole('button', { name: 'Geef toestemming' });
  expect(screen.queryByRole('button', { name: /Leer dit systeem/ })).toBeNull();
});
