import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { renderPage } from '@/components/hooks/render-page';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { App as Welcome } from '@/entrypoints/welcome/App';
import type { Language } from '@/utils/language/languages';
import { anOverview, answerMessages, catalogueOf, draw } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a page', () => {
  let root: HTMLElement;

  beforeEach(() => {
    const catalogue = (url: string) => Promise.resolve({ json: async () => catalogueOf(languageIn(url)) });
    vi.stubGlobal('fetch', vi.fn(catalogue));
    root = document.body.appendChild(document.createElement('main'));
  });

  afterEach(() => {
    render(null, root);
    root.remove();
  });

  function languageIn(url: string): Language {
    return url.endsWith('/en.json') ? 'en' : 'nl';
  }

  function Hello() {
    return <h1>{useText().t('options.heading')}</h1>;
  }

  test('speaks the chosen language, says which, and follows when it is changed', async () => {
    const languages: { 'language:read': { language: Language } } = { 'language:read': { language: 'nl' } };
    answerMessages(languages);
    await renderPage(Hello, root, (t) => t('options.title'));
    await screen.findByRole('heading', { name: 'Instellingen' });
    expect(document.title).toBe('Instellingen van Deelgenoot');
    expect(document.documentElement.lang).toBe('nl');
    languages['language:read'] = { language: 'en' };
    await waitFor(async () => {
      await fakeBrowser.runtime.sendMessage({ event: 'changed' }); // it listens a moment after it was drawn
      expect(root.textContent).toBe('Settings');
    });
    expect(document.documentElement.lang).toBe('en');
  });

  test('says which language it is in as soon as a word of it stands there', async () => {
    answerMessages({ 'language:read': { language: 'en' } });
    document.documentElement.lang = 'nl';
    await renderPage(Hello, root, (t) => t('options.title'));
    expect(root.textContent).toBe('Settings');
    expect(document.documentElement.lang).toBe('en');
    expect(document.title).toMatch(/^Deelgenoot/u);
  });

  test('is drawn in Dutch when nobody answers', async () => {
    answerMessages({ 'language:read': { problem: { code: 'extension-reloaded' } } });
    await renderPage(Hello, root, (t) => t('options.title'));
    await screen.findByRole('heading', { name: 'Instellingen' });
  });
});

describe('a question to the background', () => {
  function Version() {
    const { value, problem, again } = useAsk('overview:read', {});
    return (
      <button type="button" onClick={again}>
        {value?.version ?? '…'} {problem?.code ?? ''}
      </button>
    );
  }

  test('keeps the newest answer, also when an older one comes later', async () => {
    const answers: ((version: string) => void)[] = [];
    vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(
      () =>
        new Promise((resolve) =>
          answers.push((version) => resolve({ ok: true, value: anOverview({ version }) } as never)),
        ),
    );
    draw(<Version />);
    await waitFor(() => expect(answers).toHaveLength(1));
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.('new');
    await screen.findByText('new');
    answers[0]?.('old');
    await Promise.resolve();
    expect(screen.getByRole('button').textContent).toBe('new ');
  });

  test('keeps what it knew when a later question fails', async () => {
    const answers: Parameters<typeof answerMessages>[0] = { 'overview:read': anOverview() };
    answerMessages(answers);
    draw(<Version />);
    await screen.findByText('1.2.3');
    answers['overview:read'] = { problem: { code: 'extension-reloaded' } };
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText('1.2.3 extension-reloaded');
  });
});

describe('the welcome', () => {
  test('says what never happens before it asks for anything', async () => {
    answerMessages({ 'overview:read': anOverview() });
    draw(<Welcome />);
    const never = await screen.findByRole('heading', { name: 'Wat het nooit doet' });
    screen.getByText('Je scherm of je klikken opnemen.');
    expect(screen.queryByLabelText('Adres van de community')).toBeNull();
    const next = screen.getByRole('button', { name: 'Verder' });
    expect(never.compareDocumentPosition(next)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('asks for the sites of the organisation and fills in its community', async () => {
    const policyCommunity = { address: 'https://community.example', name: 'Netwerk' };
    const sitesToAsk = ['https://intranet.stad.example'];
    answerMessages({
      'overview:read': anOverview({ policyCommunity, sitesToAsk, organisation: 'Stad Voorbeeld' }),
    });
    draw(<Welcome />);
    fireEvent.click(await screen.findByRole('button', { name: 'Verder' }));
    await screen.findByRole('button', { name: 'Sta deze site toe' });
    expect(document.activeElement?.textContent).toBe('Sta je sites toe');
    fireEvent.click(screen.getByRole('button', { name: 'Overslaan' }));
    expect((screen.getByLabelText('Adres van de community') as HTMLInputElement).value).toBe(
      policyCommunity.address,
    );
  });

  test('shows the platforms that are spoken to where another one stands at the address', async () => {
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(true as never);
    answerMessages({
      'overview:read': anOverview(),
      'platforms:read': [],
      'community:sign-ins': [],
      'community:connect': { problem: { code: 'found-other', detail: 'lemmy 0.19' } },
    });
    location.hash = '#community';
    draw(<Welcome />);
    const address = await screen.findByLabelText('Adres van de community');
    fireEvent.input(address, { target: { value: 'lemmy.example' } });
    fireEvent.click(screen.getByRole('button', { name: 'Verbind en meld aan' }));
    const alert = await screen.findByRole('alert');
    const list = 'Met welke platformen Deelgenoot praat';
    expect(alert.textContent).toContain(`Open hieronder “${list}”`);
    expect(alert.compareDocumentPosition(screen.getByText(list))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('is over when the person says so', async () => {
    const asked = answerMessages({ 'overview:read': anOverview() });
    location.hash = '#done';
    draw(<Welcome />);
    fireEvent.click(await screen.findByRole('button', { name: 'Ik ben klaar' }));
    await screen.findByText(/Je mag dit tabblad sluiten/);
    expect(asked.at(-1)).toEqual({ name: 'settings:welcomed', request: {} });
  });
});
