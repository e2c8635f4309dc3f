import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PracticeComposer } from '@/components/sharing/PracticeComposer';
import type { PageTools } from '@/components/sharing/page-tools';
import type { MessageName } from '@/utils/messaging/contract';
import type { DraftView } from '@/utils/messaging/views';
import { communityView, draftView, FakeBackground } from '../../support/fake-background';
import { draw } from '../support';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function compose(view: DraftView = draftView()) {
  const background = new FakeBackground(view);
  fakeBrowser.runtime.onMessage.addListener(
    (message: { name: MessageName; request: never }, _sender, reply) => {
      void background.ask(message.name, message.request).then(reply as (answer: unknown) => void);
      return true;
    },
  );
  const tools = {
    copy: vi.fn(async () => null),
    download: vi.fn(),
    openCommunities: vi.fn(async () => undefined),
  } satisfies PageTools;
  const heard = { onSent: vi.fn(), onMovedOut: vi.fn(), onDiscarded: vi.fn() };
  draw(<PracticeComposer view={background.view()} tools={tools} {...heard} />);
  return { background, tools, ...heard };
}

function type(label: string | RegExp, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

const own = communityView({ id: 'own', name: 'Informatiebeheer' });
const send = (name: RegExp): HTMLElement => screen.getByRole('button', { name });

describe('the Send button', () => {
  test('names community and audience', () => {
    compose(draftView({ communities: [own] }));
    send(/^Verstuur naar Informatiebeheer — alle leden$/);
  });

  test('names the place that was chosen', () => {
    const places = { own: [{ id: 'g1', name: 'E-depot' }] };
    compose(draftView({ communities: [own], places }));
    fireEvent.change(screen.getByLabelText('Plaats'), { target: { value: 'g1' } });
    send(/^Verstuur naar Informatiebeheer, E-depot — alle leden$/);
  });

  test('saves for later where no community is connected, and offers to connect one', () => {
    const { tools } = compose();
    send(/^Bewaar: vertrekt zodra je verbonden bent$/);
    fireEvent.click(send(/^Verbind een community$/));
    expect(tools.openCommunities).toHaveBeenCalledOnce();
  });

  test('says what is missing and brings the focus there', async () => {
    const { background, onSent } = compose(draftView({ communities: [own] }));
    fireEvent.click(send(/^Verstuur/));
    await screen.findByText('Vertel in een zin of twee wat je deed.');
    expect(document.activeElement).toBe(screen.getByLabelText('Wat deed je?'));
    expect(background.sent).toEqual([]);
    expect(onSent).not.toHaveBeenCalled();
  });

  test('sends exactly what the preview shows', async () => {
    const { background, onSent } = compose(draftView({ communities: [own] }));
    type('Wat deed je?', 'Eerst de rechten nagekeken');
    fireEvent.click(send(/^Verstuur/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
    const region = screen.getByRole('region', { name: 'Dit wordt verstuurd' });
    expect(region.textContent).toContain(background.sent[0]);
    expect(background.sent).toEqual(['Titel\n\nEerst de rechten nagekeken']);
  });

  test('asks once more before everybody on the internet can read it', async () => {
    const across = communityView({
      id: 'a',
      scope: 'across',
      name: 'Fediverse',
      audiences: ['public', 'followers'],
    });
    const { background, onSent } = compose(draftView({ communities: [across], did: 'Zo' }));
    send(/— alleen je volgers$/);
    fireEvent.change(screen.getByLabelText('Wie het kan lezen'), { target: { value: 'public' } });
    fireEvent.click(send(/— iedereen op internet$/));
    await screen.findByText(/^Iedereen op internet zal dit kunnen lezen/);
    expect(background.sent).toEqual([]);
    fireEvent.click(send(/^Ja, verstuur voor iedereen$/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  });
});

describe('what was typed', () => {
  test('is called saved only when the disk has it', async () => {
    const { background } = compose();
    background.takesMs = 50;
    type('Titel', 'Nieuwe titel');
    expect(screen.queryByText('Bewaard')).toBeNull();
    await screen.findByText('Bewaard');
    expect(background.practice.title).toBe('Nieuwe titel');
  });

  test('stays in its field when the disk refuses, and can be copied and downloaded', async () => {
    const { background, tools } = compose();
    background.problem = { code: 'disk-refused' };
    type('Wat deed je?', 'Mijn tekst');
    await screen.findByText(/^Niet bewaard: de schijf weigerde/);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Wat deed je?').value).toBe('Mijn tekst');
    screen.getByText('Niet bewaard');
    fireEvent.click(screen.getByRole('button', { name: 'Kopieer de tekst' }));
    fireEvent.click(screen.getByRole('button', { name: 'Download de tekst' }));
    expect(tools.copy).toHaveBeenCalledWith(expect.stringContaining('Mijn tekst'));
    expect(tools.download).toHaveBeenCalledWith(
      'deelgenoot-concept.txt',
      expect.stringContaining('Mijn tekst'),
    );
  });

  test('and what another window saved are both shown, until one is chosen', async () => {
    const { background } = compose();
    background.typeElsewhere({ did: 'Van ginder' });
    type('Wat deed je?', 'Van hier');
    await screen.findByText(/^Dit concept is ook in een ander venster gewijzigd/);
    screen.getByText(/Van ginder/);
    fireEvent.click(screen.getByRole('button', { name: 'Ga verder met wat hier staat' }));
    await waitFor(() => expect(background.practice.did).toBe('Van hier'));
  });

  test('is removed only after asking', async () => {
    const { background, onDiscarded } = compose();
    fireEvent.click(screen.getByRole('button', { name: 'Verwijder dit concept' }));
    expect(background.asked.map(({ name }) => name)).not.toContain('draft:discard');
    fireEvent.click(screen.getByRole('button', { name: 'Verwijder' }));
    await waitFor(() => expect(onDiscarded).toHaveBeenCalledOnce());
  });
});

describe('topics', () => {
  test('are made with Enter or a comma, and taken away by button or Backspace', async () => {
    const { background } = compose();
    const field = screen.getByLabelText('Onderwerpen');
    type('Onderwerpen', '#e-depot, rechten,');
    screen.getByRole('button', { name: 'e-depot verwijderen' });
    type('Onderwerpen', 'selectie');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(background.practice.topics).toEqual(['e-depot', 'rechten', 'selectie']));
    fireEvent.keyDown(field, { key: 'Backspace' });
    fireEvent.click(screen.getByRole('button', { name: 'e-depot verwijderen' }));
    await waitFor(() => expect(background.practice.topics).toEqual(['rechten']));
  });
});

describe('the page that it is about', () => {
  const page = { title: 'Dossier 12', link: 'https://dms.example/12' };

  test('is in the text inside the own organisation, and can be left out', async () => {
    const { background } = compose(draftView({ communities: [own], page, title: '' }));
    await waitFor(() => expect(background.practice.link).toBe(page.link));
    fireEvent.click(screen.getByRole('button', { name: 'Laat de link weg' }));
    await waitFor(() => expect(background.practice.link).toBeNull());
    screen.getByRole('button', { name: 'Voeg de link toe' });
  });

  test('is only offered across organisations', async () => {
    const across = communityView({ scope: 'across', audiences: ['followers'] });
    const { background } = compose(draftView({ communities: [across], page, title: '' }));
    expect(background.practice).toMatchObject({ title: '', link: null });
    fireEvent.click(screen.getByRole('button', { name: 'Neem de titel over: “Dossier 12”' }));
    fireEvent.click(screen.getByRole('button', { name: 'Voeg de link toe' }));
    await waitFor(() => expect(background.practice).toMatchObject({ title: 'Dossier 12', link: page.link }));
  });
});

describe('in a page’s frame', () => {
  /** What the browser says about the button; called by the test. */
  function stubSight(): (visible: boolean) => void {
    let tell: (entries: unknown[]) => void = () => undefined;
    class Observer {
      constructor(callback: (entries: unknown[]) => void) {
        tell = callback;
      }
      observe(): void {}
      disconnect(): void {}
    }
    vi.stubGlobal('IntersectionObserver', Observer);
    vi.stubGlobal('IntersectionObserverEntry', { prototype: { isVisible: true } });
    return (isVisible) => tell([{ isVisible, intersectionRatio: 1 }]);
  }
  const framed = (): DraftView => draftView({ communities: [own], did: 'Zo', framed: true });

  test('a press before the panel was in plain sight says why, and works a moment later', async () => {
    const see = stubSight();
    const { onSent } = compose(framed());
    see(true);
    fireEvent.click(send(/^Verstuur/));
    await screen.findByText(/^Nog heel even/);
    expect(onSent).not.toHaveBeenCalled();
    await screen.findByText('Je kunt nu versturen.');
    fireEvent.click(send(/^Verstuur/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  });

  test('a cover that comes with the press is noticed before anything is sent', async () => {
    const see = stubSight();
    const { background } = compose(framed());
    see(true);
    await new Promise((resume) => setTimeout(resume, 600));
    fireEvent.click(send(/^Verstuur/));
    await new Promise((resume) => setTimeout(resume, 50));
    see(false);
    await screen.findByText(/^Nog heel even/);
    expect(background.sent).toEqual([]);
  });

  test('a panel that cannot be seen offers a window of its own, with everything saved', async () => {
    stubSight();
    const { background, onMovedOut } = compose(framed());
    const button = await screen.findByRole('button', { name: 'Open in eigen venster' }, { timeout: 4_000 });
    type('Wat deed je?', 'Zo en zo');
    fireEvent.click(button);
    await waitFor(() => expect(onMovedOut).toHaveBeenCalledOnce());
    expect(background.practice.did).toBe('Zo en zo');
    expect(background.asked.map(({ name }) => name)).toContain('draft:pop-out');
  });
});
