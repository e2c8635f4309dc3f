import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { foundView, wayView } from '../../support/sign-in-views';
import { findAt } from './support';

beforeEach(() => {
  vi.spyOn(browser.permissions, 'request').mockResolvedValue(true as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('what is pasted', () => {
  test.each([
    [
      { menu: ['Profile', 'Security'] },
      [
        /Open die pagina.*Kies daar Profile › Security; in je eigen taal/,
        /^Maak er een met de naam Deelgenoot/,
      ],
    ],
    [
      { how: 'shown' },
      [/waar je toegangscode staat/, /^Kopieer de toegangscode die daar staat\. Meld je daar/],
    ],
    [
      { how: 'administrator' },
      [/^Vraag de beheerder om een toegangscode op jouw naam/, /^Kopieer hem helemaal/],
    ],
  ] as const)(
    'a token that is come by in another way (%j) has steps of its own',
    async (pasteAdvice, said) => {
      const page = 'https://praat.example/tokens';
      const way = wayView({ way: 'token', needs: ['secret'], tokenPage: page, pasteAdvice });
      await findAt(foundView({ ways: [way] }));
      const steps = within(screen.getByRole('figure')).getAllByRole('listitem');
      expect(steps).toHaveLength(3);
      said.forEach((words, at) => {
        expect(steps[at]?.textContent).toMatch(words);
      });
    },
  );

  test('what a platform calls a password is called so', async () => {
    const token = wayView({ way: 'token', needs: ['name', 'secret'], pasteAdvice: { isPassword: true } });
    await findAt(foundView({ ways: [token, wayView({ way: 'app-password' })] }));
    screen.getByLabelText(/^Met een wachtwoord dat je zelf aanmaakt en plakt/);
    screen.getByLabelText('Wachtwoord voor Deelgenoot');
    screen.getByText(/^Met dit wachtwoord kan wat jij daar ook kunt/);
    const found = within(screen.getByRole('region', { name: 'Gevonden: Praathuis' }));
    expect(found.queryByText(/oegangscode/)).toBeNull();
  });
});
