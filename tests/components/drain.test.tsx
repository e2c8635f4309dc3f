import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { App } from '@/entrypoints/popup/App';
import type { Overview } from '@/utils/messaging/views';
import { popupBackground } from './popup-background';
import { anEntry, draw, waitingOf } from './support';

beforeEach(() => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7, url: 'https://wiki.stad.example/' }] as never);
  vi.spyOn(browser.extension, 'getViews').mockReturnValue([] as never);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a long delivery', () => {
  const at = (sent: number, of = 240): Partial<Overview> => ({
    waiting: { ...waitingOf(anEntry()), total: of - sent, drain: { sent, of } },
  });
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

  test('says how far it is', async () => {
    popupBackground(at(12));
    draw(<App />);
    await screen.findByText('12 van 240 verzonden');
    const bar = screen.getByRole('progressbar', { name: 'Hoe ver het verzenden is' }) as HTMLProgressElement;
    expect([bar.value, bar.max]).toEqual([12, 240]);
  });

  test('is said aloud at its quarters and its end, not at every post', async () => {
    const { change } = popupBackground(at(12));
    draw(<App />);
    await screen.findByText('12 van 240 verzonden');
    await change(at(13));
    await screen.findByText('13 van 240 verzonden');
    expect(said()).not.toContain('13 van 240 verzonden');
    await change(at(61));
    await waitFor(() => expect(said()).toContain('61 van 240 verzonden'));
    await change({ waiting: waitingOf() });
    await waitFor(() => expect(said()).toContain('Alles is verzonden.'));
  });

  test('that a community asked to slow down says until when', async () => {
    const until = new Date();
    until.setHours(23, 59);
    const asked = [{ communityName: 'Netwerk', until: until.getTime() }];
    popupBackground({ waiting: { ...waitingOf(anEntry()), asked } });
    draw(<App />);
    await screen.findByText('Netwerk vroeg om te wachten tot 23:59. Daarna gaat het vanzelf verder.');
  });
});
