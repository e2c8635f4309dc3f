import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { App } from '@/entrypoints/options/App';
import { settingsView } from '../support/settings-view';
import { answerMessages, draw } from './support';

afterEach(cleanup);

test('erasing says how much is nowhere else, and offers a file before it', async () => {
  answerMessages({ 'settings:read': settingsView(), 'data:unsent': { drafts: 2, entries: 1 } });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Wis alles …' }));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText(/^Op dit toestel staan nog 2 concepten en 1 wachtend bericht, die nergens anders/);
  dialog.getByRole('button', { name: 'Bewaar eerst een bestand' });
});

test('erasing frightens nobody who has nothing unsent', async () => {
  const asked = answerMessages({ 'settings:read': settingsView(), 'data:unsent': { drafts: 0, entries: 0 } });
  draw(<App />);
  fireEvent.click(await screen.findByRole('button', { name: 'Wis alles …' }));
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('data:unsent'));
  expect(screen.queryByText(/nergens anders/)).toBeNull();
});
