import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pathOn } from '@/components/settings/asking/path-on';
import { options, site } from './asking-options';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 25, 11) });
});

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('sensitive pages', () => {
  const pages = { site: site.origin, path: '/personeel/' };

  test('are added on a site that was granted', async () => {
    const { requestsOf } = await options();
    const choice = screen.getByRole('combobox', { name: 'Op welke site?' });
    expect(within(choice).getAllByRole('option')).toHaveLength(1);
    fireEvent.input(screen.getByLabelText('Map of pagina, zoals /personeel'), {
      target: { value: 'personeel/' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Markeer als gevoelig' }));
    await waitFor(() => expect(requestsOf('sensitive:add')).toEqual([pages]));
  });

  test('without a path say what is missing', async () => {
    const { requestsOf } = await options();
    fireEvent.click(screen.getByRole('button', { name: 'Markeer als gevoelig' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Vul eerst een map of pagina/);
    expect(requestsOf('sensitive:add')).toEqual([]);
  });

  test('are listed with all that is below, and taken away; those of the organisation stay', async () => {
    const organisationSensitive = [{ site: site.origin, path: '/klachten' }];
    const { requestsOf } = await options({ sensitive: [pages], organisationSensitive });
    screen.getByText('wiki.stad.example/klachten en alles daaronder');
    const remove = screen.getAllByRole('button', { name: /^Haal weg: / });
    expect(remove).toHaveLength(1);
    fireEvent.click(
      screen.getByRole('button', { name: 'Haal weg: wiki.stad.example/personeel/ en alles daaronder' }),
    );
    await waitFor(() => expect(requestsOf('sensitive:remove')).toEqual([pages]));
  });

  test.each([
    ['/hr', '/hr'],
    [' hr/zieken ', '/hr/zieken'],
    ['/', '/'],
    [`${site.origin}/hr/?id=7#top`, '/hr/'],
    ['', 'missing'],
    ['https://elders.example/hr', 'elsewhere'],
    ['https://', 'missing'],
  ])('%j is read as %s', (typed, path) => {
    const read = pathOn(site.origin, typed);
    expect(read.ok ? read.value : read.error).toBe(path);
  });
});

test('what was learned is forgotten at a press', async () => {
  const forget = { kind: 'not-now', site: null, verb: null, at: 5 } as const;
  const until = new Date(2026, 11, 1).getTime();
  const rule = { kind: 'not-now', inARow: 2, since: 1, lastAt: 5, until } as const;
  const { requestsOf } = await options({ learned: [{ rule, forget }] });
  const sentence = 'Je zei 2 keer na elkaar “niet nu”. Daarom vraag ik niets tot 1 december.';
  fireEvent.click(screen.getByRole('button', { name: `Vergeet dit: ${sentence}` }));
  await waitFor(() => expect(requestsOf('asking:forget')).toEqual([forget]));
});

test('who has learned nothing reads so, beside what never is asked', async () => {
  await options();
  screen.getByText('Nog niets wat nu geldt.');
  screen.getByText('Je hebt nog nergens “nooit” op gezegd.');
});
