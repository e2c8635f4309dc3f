import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { App } from '@/entrypoints/options/App';
import { settingsView } from '../../support/settings-view';
import { foundView, pendingCode, pendingKey, wayView } from '../../support/sign-in-views';
import { answerMessages, draw } from '../support';
import { community, findAt, press, type } from './support';

beforeEach(() => {
  vi.spyOn(browser.permissions, 'request').mockResolvedValue(true as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a code that is typed elsewhere', () => {
  const device = foundView({ ways: [wayView({ way: 'device' })] });

  test('is shown, and what comes of it follows by itself', async () => {
    const { asked, all } = await findAt(device, {
      'community:sign-in': pendingCode({ askAgainMs: 5 }),
      'community:sign-in-step': pendingCode({ askAgainMs: 5 }),
    });
    press('Vraag een code');
    await screen.findByRole('img', { name: 'De code is: A B C D - E F G H' });
    expect(screen.getByRole('link', { name: 'Open die pagina' }).getAttribute('href')).toBe(
      'https://praat.example/activate',
    );
    const steps = () => asked.filter(({ name }) => name === 'community:sign-in-step').length;
    await waitFor(() => expect(steps()).toBeGreaterThan(1));
    all['community:sign-in-step'] = { state: 'connected', community };
    await waitFor(() => expect(screen.queryByText('ABCD-EFGH')).toBeNull());
  });

  test('asks no more once it has expired, and says so', async () => {
    const { asked } = await findAt(device, {
      'community:sign-in': pendingCode({ askAgainMs: 5 }),
      'community:sign-in-step': { problem: { code: 'sign-in-expired' } },
    });
    press('Vraag een code');
    expect((await screen.findByRole('alert')).textContent).toMatch(/duurde te lang/);
    const steps = () => asked.filter(({ name }) => name === 'community:sign-in-step').length;
    const before = steps();
    await new Promise((resume) => setTimeout(resume, 40));
    expect(steps()).toBe(before);
    expect(screen.queryByRole('img', { name: /^De code is/ })).toBeNull();
    expect(screen.queryByText('Stop met aanmelden')).toBeNull();
    press('Begin opnieuw');
    await screen.findByRole('button', { name: 'Vraag een code' });
  });

  test('a page that was closed goes on with it', async () => {
    answerMessages({ 'settings:read': settingsView(), 'community:sign-ins': [pendingCode()] });
    draw(<App />);
    await screen.findByRole('img', { name: 'De code is: A B C D - E F G H' });
  });
});

describe('a key that the platform shows', () => {
  const byKey = foundView({ ways: [wayView({ way: 'key' })] });

  test('is pasted, and nobody has to allow anything for it', async () => {
    const { asked, signIn } = await findAt(byKey, {
      'community:sign-in': pendingKey(),
      'community:sign-in-step': { state: 'connected', community },
    });
    press('Vraag een sleutel');
    await waitFor(() => expect(signIn()).toMatchObject({ way: 'key', byHand: true }));
    press('Verbind hiermee');
    await screen.findByText('Plak eerst de sleutel.');
    type('De sleutel', ' geheim ');
    press('Verbind hiermee');
    await waitFor(() =>
      expect(asked).toContainEqual({
        name: 'community:sign-in-step',
        request: { id: 'sign-in', pasted: 'geheim' },
      }),
    );
    await waitFor(() => expect(screen.queryByLabelText('De sleutel')).toBeNull());
  });

  test('comes back by itself where an administrator allowed that', async () => {
    const { signIn } = await findAt(byKey);
    fireEvent.click(screen.getByText('Liever niets plakken?'));
    screen.getByText('https://abc.chromiumapp.org/');
    press('Dat is gebeurd: meld me aan');
    await waitFor(() =>
      expect(signIn()).toEqual({ address: 'https://praat.example', scope: 'own', way: 'key' }),
    );
  });
});
