import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/options/App';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';
import { askingView, settingsView } from '../support/settings-view';
import { options } from './asking-options';
import { answerMessages, draw } from './support';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 25, 11) });
});

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('how often and when', () => {
  test('is saved at once, and said to be', async () => {
    const { saved } = await options();
    screen.getByText(/^Nooit meer dan één per dag\./);
    expect(
      (screen.getByRole('radio', { name: 'Hoogstens 2 vragen per week' }) as HTMLInputElement).checked,
    ).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Hoogstens 1 vraag per week' }));
    await screen.findByText('Bewaard.', { selector: 'fieldset + p + p' });
    expect(saved()).toEqual({ hours: DEFAULT_ASKING_HOURS, perWeek: 1 });
  });

  test('of two changes after each other, the second keeps the first', async () => {
    const { saved } = await options();
    fireEvent.click(screen.getByRole('checkbox', { name: 'vrijdag' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'zondag' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Feestdagen' }), { target: { value: 'lu' } });
    await waitFor(() => expect(saved().hours).toMatchObject({ days: [1, 2, 3, 4, 7], holidays: 'lu' }));
  });

  test('no country at all is a choice', async () => {
    const { saved } = await options();
    const countries = screen.getByRole('combobox', { name: 'Feestdagen' });
    expect(
      within(countries)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([...['België', 'Nederland', 'Luxemburg', 'Frankrijk', 'Duitsland', 'Van geen enkel land']]);
    fireEvent.change(countries, { target: { value: '' } });
    await waitFor(() => expect(saved().hours.holidays).toBeNull());
  });

  test('hours that end before they begin are told, and not saved', async () => {
    const { saved } = await options();
    const until = screen.getByLabelText('Tot') as HTMLInputElement;
    expect([until.type, until.value]).toEqual(['time', '17:00']);
    fireEvent.input(until, { target: { value: '09:30' } });
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Kies een uur na 09:30\./);
    expect(until.getAttribute('aria-invalid')).toBe('true');
    fireEvent.input(until, { target: { value: '' } });
    await screen.findByText('Vul een uur in, bijvoorbeeld 09:30.');
    expect(saved()).toBeUndefined();
    fireEvent.input(until, { target: { value: '16:15' } });
    await waitFor(() => expect(saved().hours).toMatchObject({ from: 570, to: 975 }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('what the disk refuses is said where it was changed', async () => {
    answerMessages({
      'settings:read': settingsView({ asking: askingView() }),
      'asking:save': { problem: { code: 'storage-full' } },
    });
    draw(<App />);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'vrijdag' }));
    await screen.findByRole('alert');
    expect(screen.queryByText('Bewaard.', { selector: 'p[class*=saved]' })).toBeNull();
  });
});

describe('days off', () => {
  test('one day or a period is added', async () => {
    const { saved } = await options();
    const [first, last] = [
      screen.getByLabelText('Eerste vrije dag'),
      screen.getByLabelText('Laatste vrije dag'),
    ];
    fireEvent.input(first, { target: { value: '2026-12-24' } });
    fireEvent.click(screen.getByRole('button', { name: 'Voeg toe' }));
    await screen.findByText('24 december 2026');
    fireEvent.input(first, { target: { value: '2026-12-28' } });
    fireEvent.input(last, { target: { value: '2027-01-01' } });
    fireEvent.click(screen.getByRole('button', { name: 'Voeg toe' }));
    await screen.findByText('28 december 2026 tot en met 1 januari 2027');
    expect(saved().hours.daysOff).toEqual([
      { from: '2026-12-24', to: '2026-12-24' },
      { from: '2026-12-28', to: '2027-01-01' },
    ]);
  });

  test.each([
    ['', '', 'Kies eerst een dag.'],
    ['2026-12-24', '2026-12-23', 'Kies een dag die niet voor de eerste ligt.'],
    ['2026-11-24', '', 'Deze dagen zijn al voorbij.'],
  ])('from %j to %j is refused: %s', async (from, to, words) => {
    const { saved } = await options();
    fireEvent.input(screen.getByLabelText('Eerste vrije dag'), { target: { value: from } });
    fireEvent.input(screen.getByLabelText('Laatste vrije dag'), { target: { value: to } });
    fireEvent.click(screen.getByRole('button', { name: 'Voeg toe' }));
    expect((await screen.findByRole('alert')).textContent).toBe(words);
    expect(saved()).toBeUndefined();
  });

  test('are taken away; those of the organisation cannot be', async () => {
    const daysOff = [{ from: '2026-12-24', to: '2026-12-24' }];
    const { saved } = await options({
      hours: { ...DEFAULT_ASKING_HOURS, daysOff },
      allowed: {
        daysOff: [
          { from: '2026-12-31', to: '2026-12-31' },
          { from: '2025-01-02', to: '2025-01-02' },
        ],
      },
    });
    screen.getByText('31 december 2026');
    expect(screen.queryByText('2 januari 2025')).toBeNull();
    expect(screen.getAllByRole('button', { name: /^Haal weg: / })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Haal weg: 24 december 2026' }));
    await waitFor(() => expect(saved().hours.daysOff).toEqual([]));
  });
});

describe('what the organisation narrows', () => {
  test('is said, and cannot be chosen', async () => {
    const allowed = { perWeek: 1, days: [1, 2, 3, 4], from: 600, to: 960, holidays: 'fr' } as const;
    const inForce = { ...DEFAULT_ASKING_HOURS, days: [1, 2, 3, 4], from: 600, to: 960 };
    await options({ allowed: { ...allowed, days: [...allowed.days] }, inForce });
    expect(screen.getAllByRole('radio', { name: /per week$/ })).toHaveLength(1);
    screen.getByText('Je organisatie staat er hoogstens 1 per week toe.');
    expect(screen.queryByRole('checkbox', { name: 'vrijdag' })).toBeNull();
    screen.getByText('Je organisatie staat dit niet toe: vrijdag, zaterdag en zondag.');
    screen.getByText('Je organisatie staat vragen toe van 10:00 tot 16:00, niet daarbuiten.');
    screen.getByText(
      'Ook op de feestdagen van Frankrijk vraagt Deelgenoot niets: zo wil je organisatie het.',
    );
    screen.getByText('Samen blijft over: maandag, dinsdag, woensdag en donderdag, van 10:00 tot 16:00.');
  });

  test.each([{ perDay: 0 }, { perWeek: 0 }] as const)(
    'to nothing at all (%j) is said, too',
    async (allowed) => {
      await options({ allowed });
      screen.getByText('Je organisatie laat Deelgenoot niets vragen.');
      expect(screen.queryByRole('radio', { name: /per week$/ })).toBeNull();
    },
  );

  test('to no moment at all is said, too', async () => {
    await options({ inForce: { ...DEFAULT_ASKING_HOURS, from: 1020, to: 1020 } });
    screen.getByText(/^Zo blijft er geen moment over/);
  });
});
