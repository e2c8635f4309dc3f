import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ByYourself } from '@/components/settings/ByYourself';
import { App } from '@/entrypoints/options/App';
import { settingsView } from '../support/settings-view';
import { answerMessages, draw } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test.each([
  ['chromium', 'chrome://extensions/shortcuts'],
  ['firefox', 'about:addons'],
] as const)('in %s the hotkey is changed at %s', (name, page) => {
  for (const hotkey of ['Alt+Shift+G', '']) {
    draw(<ByYourself hotkey={hotkey} browser={name} />);
    expect(screen.getByText(/Een andere toets/).textContent).toContain(page);
    cleanup();
  }
});

test('which key it is at this moment stands there', async () => {
  answerMessages({ 'settings:read': settingsView() });
  const getAll = vi.spyOn(browser.commands, 'getAll');
  const now = (shortcut: string) => getAll.mockResolvedValue([{ name: 'share', shortcut }] as never);
  now('Alt+Shift+G');
  draw(<App />);
  expect(await screen.findByText(/Alt\+Shift\+G/)).toBeTruthy();
  now('');
  fireEvent.focus(window); // back from where it was taken away
  expect(await screen.findByText(/Er is nu geen sneltoets/)).toBeTruthy();
});
