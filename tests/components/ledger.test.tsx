import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from '@/entrypoints/options/App';
import type { LedgerView } from '@/utils/messaging/ledger-views';
import { settingsView } from '../support/settings-view';
import { answerMessages, draw } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const kept = { seen: 2, sent: 1, titled: 1, days: 90, shownDays: 180, titledDays: 7 };
const ledger: LedgerView = {
  days: [
    {
      day: 'Dinsdag 24 november 2026',
      rows: [
        { id: 'r', time: '10:12', sentence: 'Je bericht naar community.example verstuurd.', details: [] },
        {
          id: 's',
          time: '10:02',
          sentence: 'Je hebt 1 document bewerkt op wiki.example.',
          details: ['Niet gevraagd: je was net begonnen.'],
        },
      ],
    },
  ],
  more: true,
  kept,
};

function drawLedger(view: LedgerView) {
  const asked = answerMessages({
    'settings:read': settingsView(),
    'ledger:read': view,
    'ledger:export': { json: '{}' },
  });
  draw(<App />);
  return () => asked.filter(({ name }) => name === 'ledger:read').map(({ request }) => request);
}

const part = async () => within(await screen.findByRole('region', { name: 'Wat zag de assistent?' }));

test('each day has its lines: when, what, and what was decided about it', async () => {
  drawLedger(ledger);
  const day = within(await screen.findByRole('region', { name: 'Dinsdag 24 november 2026' }));
  const lines = day.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(lines).toEqual([
    '10:12Je bericht naar community.example verstuurd.',
    '10:02Je hebt 1 document bewerkt op wiki.example.Niet gevraagd: je was net begonnen.',
  ]);
  expect((await part()).getByText('2 regels, de nieuwste eerst.').getAttribute('role')).toBe('status');
});

test('is searched and narrowed down, from the newest on each time', async () => {
  const requests = drawLedger(ledger);
  const { getByRole, findByLabelText, getByLabelText } = await part();
  const search = await findByLabelText('Zoek in dit overzicht');
  fireEvent.click(getByRole('button', { name: 'Toon meer' }));
  await waitFor(() => expect(requests()).toContainEqual({ kind: 'all', search: '', rows: 50 }));
  fireEvent.input(search, { target: { value: 'wiki' } });
  await waitFor(() => expect(requests().at(-1)).toEqual({ kind: 'all', search: 'wiki', rows: 25 }));
  fireEvent.change(getByLabelText('Toon'), { target: { value: 'sent' } });
  await waitFor(() => expect(requests().at(-1)).toEqual({ kind: 'sent', search: 'wiki', rows: 25 }));
});

test('asks for no more lines than a page can bear, and says where the rest is', async () => {
  const requests = drawLedger(ledger);
  const { findByRole, queryByRole, getByText } = await part();
  for (let press = 0; press < 6; press += 1)
    fireEvent.click(await findByRole('button', { name: 'Toon meer' }));
  await waitFor(() => expect(requests().at(-1)).toMatchObject({ rows: 1_000 }));
  expect(queryByRole('button', { name: 'Toon meer' })).toBeNull();
  getByText(/^Er is meer dan hier past\./);
});

test('where nothing is, says whether nothing was there or nothing was found', async () => {
  drawLedger({ days: [], more: false, kept });
  const { findByText, getByLabelText } = await part();
  await findByText('Hier staat nog niets.');
  fireEvent.input(getByLabelText('Zoek in dit overzicht'), { target: { value: 'x' } });
  await findByText('Niets gevonden.');
});

test('says what is kept and for how long', async () => {
  drawLedger(ledger);
  const { findByText } = await part();
  await findByText('2 activiteiten zonder titel: 90 dagen, en 180 dagen als je er een vraag over zag.');
  await findByText('1 activiteit met titel, om er nog iets over te kunnen delen: 7 dagen.');
});

test('is downloaded, and is wiped only after a question', async () => {
  const asked = answerMessages({
    'settings:read': settingsView(),
    'ledger:read': ledger,
    'ledger:export': { json: '{}' },
  });
  const download = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  draw(<App />);
  const { findByRole, getByRole } = await part();
  fireEvent.click(await findByRole('button', { name: 'Download dit overzicht' }));
  await waitFor(() => expect(download).toHaveBeenCalled());
  fireEvent.click(getByRole('button', { name: 'Wis dit overzicht …' }));
  const question = within(await screen.findByRole('dialog', { name: 'Vergeten wat Deelgenoot zag?' }));
  question.getByText(/vraagt een paar dagen niets/);
  expect(asked.map(({ name }) => name)).not.toContain('ledger:wipe');
  fireEvent.click(question.getByRole('button', { name: 'Wis dit voorgoed' }));
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('ledger:wipe'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
