import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/popup/App';
import { draftView } from '@/tests/support/fake-background';
import type { Overview } from '@/utils/messaging/views';
import { compose } from './sharing/support';
import { anOverview, answerMessages, draw, textOf } from './support';

const call = {
  text: 'Deze maand: <b>vernietigingslijsten</b>',
  lastAt: new Date(2026, 11, 31, 23, 59, 59, 999).getTime(),
};

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

async function popup(change: Partial<Overview>) {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([] as never);
  vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
  const asked = answerMessages({
    'overview:read': anOverview(change),
    'draft:on-call': { draftId: 'draft-1' },
  });
  draw(<App />);
  await screen.findByRole('button', { name: 'Schrijf een praktijk' });
  return asked;
}

describe('a call in the popup', () => {
  test('is said as it was written, with its last day, before the list of what waits', async () => {
    await popup({ call });
    const theme = screen.getByRole('region', { name: 'Het thema van je community' });
    within(theme).getByText(call.text);
    within(theme).getByText(/^Tot en met 31 december\./);
    const write = screen.getByRole('button', { name: 'Schrijf een praktijk' });
    expect(theme.compareDocumentPosition(write)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(theme.querySelector('[role=status], [role=alert]')).toBeNull();
  });

  test('begins a draft on it with one press', async () => {
    const opened = vi.spyOn(browser.windows, 'create').mockResolvedValue({} as never);
    const asked = await popup({ call });
    fireEvent.click(screen.getByRole('button', { name: 'Schrijf hierover' }));
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(asked.map(({ name }) => name)).toContain('draft:on-call');
    expect(opened.mock.calls[0]?.[0]?.url).toContain('draft=draft-1');
  });

  test('is not there where nobody called', async () => {
    await popup({});
    expect(screen.queryByRole('region', { name: 'Het thema van je community' })).toBeNull();
  });
});

describe('a call in the composer', () => {
  test('is one line', () => {
    compose(draftView({ call }));
    screen.getByText(`Thema van je community, tot en met 31 december: ${call.text}`);
  });

  test('is not there where nobody called', () => {
    compose(draftView());
    expect(screen.queryByText(/^Thema van je community/)).toBeNull();
  });
});

test.each(['nl', 'en', 'fr', 'de'] as const)('its words in %s hold what is said', (language) => {
  const line = textOf(language)('call.line', { text: 'Élimination & tri', day: '31.12.' });
  expect(line).toContain('Élimination & tri');
  expect(line).toContain('31.12.');
});
