import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { foundView, wayView } from '../../support/sign-in-views';
import { findAt, press, type } from './support';

beforeEach(() => {
  vi.spyOn(browser.permissions, 'request').mockResolvedValue(true as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('ways to sign in', () => {
  test('are offered in the order in which they came, and asked for their permissions in the click', async () => {
    const ways = [
      wayView({
        signsInAt: 'https://sso.example/x',
        origins: ['https://praat.example', 'https://sso.example'],
      }),
      wayView({ way: 'token', needs: ['secret'], tokenPage: 'https://praat.example/tokens' }),
    ];
    const { signIn } = await findAt(foundView({ ways }));
    const names = within(screen.getByRole('region', { name: 'Gevonden: Praathuis' }))
      .getAllByRole('radio')
      .map((radio) => document.getElementById(radio.getAttribute('aria-labelledby') ?? '')?.textContent);
    expect(names).toEqual(['Op de pagina van Praatprogramma zelf', 'Met een toegangscode']);
    screen.getByText('Je meldt je aan op sso.example.');
    press('Meld je daar aan');
    expect(browser.permissions.request).toHaveBeenLastCalledWith({
      origins: ['https://praat.example/*', 'https://sso.example/*'],
    });
    await waitFor(() =>
      expect(signIn()).toEqual({ address: 'https://praat.example', scope: 'own', way: 'oauth' }),
    );
    await waitFor(() => expect(screen.queryByText('Gevonden: Praathuis')).toBeNull());
  });

  test('a token comes with three steps, a picture in words, and what it may do', async () => {
    const way = wayView({ way: 'token', needs: ['secret'], tokenPage: 'https://praat.example/tokens' });
    const { signIn } = await findAt(foundView({ ways: [way] }));
    const guide = within(screen.getByRole('figure'));
    expect(guide.getAllByRole('listitem')).toHaveLength(3);
    guide.getByRole('img', { name: /^Tekening in drie stappen/ });
    expect(guide.getByRole('link', { name: 'Open die pagina' }).getAttribute('href')).toBe(way.tokenPage);
    screen.getByText(/laat dan lezen en schrijven toe, en niets meer/);
    press('Verbind hiermee');
    await screen.findByText('Plak eerst wat je daar maakte.');
    expect(signIn()).toBeUndefined();
    type('Toegangscode', '  abc123 ');
    expect(screen.getByLabelText('Toegangscode').getAttribute('type')).toBe('password');
    press('Verbind hiermee');
    await waitFor(() => expect(signIn()).toMatchObject({ way: 'token', secret: 'abc123' }));
  });

  test('where name and password will do as well, that is said before somebody looks for a token', async () => {
    const way = wayView({ way: 'token', needs: ['secret'], takesName: true, takesPassword: true });
    const { signIn } = await findAt(foundView({ ways: [way] }));
    screen.getByText(/Vul dan hieronder je naam en je wachtwoord van Praatprogramma in: dat werkt ook\.$/);
    screen.getByText('Nodig bij een wachtwoord; bij een toegangscode mag dit leeg blijven.');
    type('Je naam daar', 'an');
    type('Toegangscode of wachtwoord', 'geheim');
    press('Verbind hiermee');
    await waitFor(() => expect(signIn()).toMatchObject({ way: 'token', name: 'an', secret: 'geheim' }));
  });

  test('where only a token will do nothing is said of a password', async () => {
    const way = wayView({ way: 'token', needs: ['secret'], takesName: true });
    await findAt(foundView({ ways: [way] }));
    expect(screen.queryByText(/dat werkt ook/)).toBeNull();
    screen.getByLabelText('Toegangscode');
  });

  test('a password for one application asks for the name that belongs to it', async () => {
    const way = wayView({ way: 'app-password', needs: ['name', 'secret'] });
    const { signIn } = await findAt(foundView({ ways: [way] }));
    type('Wachtwoord voor Deelgenoot', 'x y z');
    press('Verbind hiermee');
    await screen.findByText('Vul eerst de naam in die bij dit wachtwoord hoort.');
    type('Je naam daar', 'An@deelgenoot');
    press('Verbind hiermee');
    await waitFor(() =>
      expect(signIn()).toMatchObject({ way: 'app-password', name: 'An@deelgenoot', secret: 'x y z' }),
    );
  });

  test('what fails stays, with what was typed', async () => {
    const way = wayView({ way: 'token', needs: ['secret'] });
    await findAt(foundView({ ways: [way] }), {
      'community:sign-in': { problem: { code: 'token-refused', detail: 'praat.example' } },
    });
    type('Toegangscode', 'oud');
    press('Verbind hiermee');
    expect((await screen.findByRole('alert')).textContent).toMatch(/aanvaardt dit niet/);
    expect((screen.getByLabelText('Toegangscode') as HTMLInputElement).value).toBe('oud');
  });

  test('what is asked for stands in plain words, and in those of the platform', async () => {
    await findAt(foundView({ ways: [wayView({ asksFor: ['read:statuses', 'write'] })] }));
    screen.getByText(/^Lezen wat jij daar kunt lezen/);
    screen.getByText('In de woorden van Praatprogramma: read:statuses, write.');
  });
});

describe('a platform that wants to know an application first', () => {
  const missing = wayView({ needs: ['client-id', 'tenant'] });

  test('says what an administrator does, with which licence and which address, and takes the ids', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { asked, signIn } = await findAt(foundView({ ways: [missing] }));
    fireEvent.click(screen.getByText('Wat een beheerder eerst doet'));
    await screen.findByText('Daarvoor heeft je organisatie nodig: Pakket met Praatprogramma.');
    screen.getByText('Laat toe: read, write. Stem er meteen voor iedereen mee in.');
    expect(screen.getByRole('link', { name: 'Open die pagina' }).getAttribute('href')).toBe(
      'https://praat.example/admin/apps',
    );
    press('Kopieer: Adres om naar terug te keren');
    await waitFor(() => expect(write).toHaveBeenCalledWith('https://abc.chromiumapp.org/'));
    press('Meld je daar aan');
    await screen.findByText(/^Vul eerst het id van de toepassing in/);
    type('Id van de toepassing', ' 1234 ');
    type('Id van je organisatie', 'stad.example');
    press('Meld je daar aan');
    await waitFor(() => expect(signIn()).toMatchObject({ way: 'oauth' }));
    expect(asked.find(({ name }) => name === 'community:application')?.request).toEqual({
      platform: 'chat',
      address: 'https://praat.example',
      clientId: '1234',
      tenant: 'stad.example',
    });
  });

  test('an organisation need not be named where an application can be known to all', async () => {
    const { asked, signIn } = await findAt(
      foundView({ ways: [wayView({ needs: ['client-id'], takesTenant: true })] }),
    );
    screen.getByText(/Kreeg je er geen, laat dit dan leeg/);
    fireEvent.click(screen.getByText('Wat een beheerder eerst doet'));
    screen.getByText(/^Geef het id van de toepassing en het id van je organisatie door/);
    type('Id van de toepassing', '1234');
    press('Meld je daar aan');
    await waitFor(() => expect(signIn()).toMatchObject({ way: 'oauth' }));
    expect(asked.find(({ name }) => name === 'community:application')?.request).toMatchObject({
      clientId: '1234',
      tenant: null,
    });
  });

  test('what somebody typed wrong can be mended, and is kept instead', async () => {
    const application = { clientId: 'fout', tenant: 'stad.example', byPolicy: false };
    const way = wayView({ needs: ['client-id'], takesTenant: true, application });
    const { asked, signIn } = await findAt(foundView({ ways: [way] }));
    const field = screen.getByLabelText<HTMLInputElement>('Id van de toepassing');
    expect(field.value).toBe('fout');
    type('Id van de toepassing', 'goed');
    press('Meld je daar aan');
    await waitFor(() => expect(signIn()).toMatchObject({ way: 'oauth' }));
    expect(asked.find(({ name }) => name === 'community:application')?.request).toMatchObject({
      clientId: 'goed',
      tenant: 'stad.example',
    });
  });

  test('where the policy holds them they can be read and not changed', async () => {
    const application = { clientId: '1234', tenant: 'stad.example', byPolicy: true };
    await findAt(foundView({ ways: [wayView({ application })] }));
    screen.getByText('Je organisatie heeft dit al ingevuld.');
    screen.getByText('1234');
    expect(screen.queryByLabelText('Id van de toepassing')).toBeNull();
    expect(screen.queryByText('Wat een beheerder eerst doet')).toBeNull();
  });
});
