import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { App } from '@/entrypoints/options/App';
import type { PendingCode } from '@/utils/messaging/sign-in-views';
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

describe('a code that is over', () => {
  const over = { problem: { code: 'sign-in-expired' } } as const;
  const soon = { askAgainMs: 5 };

  test('brings the focus to its heading where what had it is gone', async () => {
    const device = foundView({ ways: [wayView({ way: 'device' })] });
    const { all } = await findAt(device, {
      'community:sign-in': pendingCode(soon),
      'community:sign-in-step': pendingCode(soon),
    });
    press('Vraag een code');
    const link = await screen.findByRole('link', { name: 'Open die pagina' });
    const heading = screen.getByRole('heading', { name: /Praatprogramma/ });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    link.focus();
    expect(document.activeElement).toBe(link);
    all['community:sign-in-step'] = over;
    await screen.findByRole('alert');
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  test('keeps its reason when the page comes back into view', async () => {
    const { answers, asked } = leftBehind([pendingCode(soon)]);
    await screen.findByRole('alert');
    answers['community:sign-ins'] = [];
    const before = asked.length;
    fireEvent(document, new Event('visibilitychange'));
    await waitFor(() => expect(asked.slice(before).map(({ name }) => name)).toContain('community:sign-ins'));
    await new Promise((resume) => setTimeout(resume, 40));
    expect(screen.getByRole('alert').textContent).toMatch(/duurde te lang/);
  });

  test('says nothing of another one, which is still good', async () => {
    leftBehind([pendingCode(soon), pendingCode({ id: 'other', code: 'WXYZ' })]);
    await screen.findByRole('alert');
    press('Begin opnieuw');
    await screen.findByRole('img', { name: 'De code is: W X Y Z' });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  function leftBehind(pending: readonly PendingCode[]) {
    const answers: Parameters<typeof answerMessages>[0] = {
      'settings:read': settingsView(),
      'community:sign-ins': pending,
      'community:sign-in-step': over,
    };
    const asked = answerMessages(answers);
    draw(<App />);
    return { answers, asked };
  }
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
