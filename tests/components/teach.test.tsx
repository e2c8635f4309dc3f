import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App as Options } from '@/entrypoints/options/App';
import { App as Popup } from '@/entrypoints/popup/App';
import { succeed } from '@/utils/kernel/result';
import { LANGUAGES } from '@/utils/language/languages';
import type { ProposedLesson } from '@/utils/messaging/lesson-views';
import { anOverview, answerMessages, draw, textOf } from './support';
import { good, origin, proposed, running, settings } from './teaching';

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
