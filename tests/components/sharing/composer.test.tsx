import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { communityView, draftView } from '../../support/fake-background';
import { button, compose, DID, own, type } from './support';

afterEach(cleanup);

describe('the Send button', () => {
  test('names community and audience', () => {
    compose(draftView({ communities: [own] }));
    button(/^Verstuur naar Informatiebeheer — alle leden$/);
  });

  test('saves for later where no community is connected, and offers to connect one', () => {
    const { tools } = compose();
    button(/^Bewaar: vertrekt zodra je verbonden bent$/);
    fireEvent.click(button(/^Verbind een community$/));
    expect(tools.openCommunities).toHaveBeenCalledOnce();
  });

  test('says what is missing and brings the focus there', async () => {
    const { background, onSent } = compose(draftView({ communities: [own] }));
    fireEvent.click(button(/^Verstuur/));
    await screen.findByText('Vertel in een zin of twee wat je deed.');
    expect(document.activeElement).toBe(screen.getByLabelText(DID));
    expect(background.sent).toEqual([]);
    expect(onSent).not.toHaveBeenCalled();
  });

  test('stops saying that something is missing once nothing is', async () => {
    compose(draftView({ communities: [own] }));
    fireEvent.click(button(/^Verstuur/));
    await screen.findByText('Vul eerst in wat ontbreekt.');
    type(DID, 'Eerst de rechten nagekeken');
    await waitFor(() => expect(screen.queryByText('Vul eerst in wat ontbreekt.')).toBeNull());
  });

  test('sends exactly what the preview shows', async () => {
    const { background, onSent } = compose(draftView({ communities: [own] }));
    type(DID, 'Eerst de rechten nagekeken');
    fireEvent.click(button(/^Verstuur/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
    const region = screen.getByRole('region', { name: 'Dit wordt verstuurd' });
    expect(region.textContent).toContain('TitelEerst de rechten nagekeken');
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
    button(/— alleen je volgers$/);
    fireEvent.change(screen.getByLabelText('Wie het kan lezen'), { target: { value: 'public' } });
    fireEvent.click(button(/— iedereen op internet$/));
    await screen.findByText(/^Iedereen op internet zal dit kunnen lezen/);
    expect(background.sent).toEqual([]);
    fireEvent.click(button(/^Ja, verstuur voor iedereen$/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  });
});

describe('the preview', () => {
  const shown = () => screen.getByRole('region', { name: 'Dit wordt verstuurd' }).textContent ?? '';

  test('says that there is nothing to see before the first word, and shows it after', async () => {
    compose(draftView({ title: '' }));
    expect(shown()).toContain('Zodra je schrijft, zie je hier wat er verstuurd wordt.');
    expect(shown()).not.toContain('tekens');
    type(DID, 'Eerst de rechten nagekeken');
    await waitFor(() => expect(shown()).toContain('Eerst de rechten nagekeken'));
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
    type(DID, 'Mijn tekst');
    await screen.findByText(/^Niet bewaard: de schijf weigerde/);
    expect(screen.getByLabelText<HTMLTextAreaElement>(DID).value).toBe('Mijn tekst');
    screen.getByText('Niet bewaard');
    fireEvent.click(screen.getByRole('button', { name: 'Kopieer de tekst' }));
    fireEvent.click(screen.getByRole('button', { name: 'Download de tekst' }));
    expect(tools.copy).toHaveBeenCalledWith(expect.stringContaining('Mijn tekst'));
    expect(tools.download).toHaveBeenCalledWith(
      'deelgenoot-concept.txt',
      expect.stringContaining('Mijn tekst'),
    );
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

describe('a correction', () => {
  const corrects = {
    entryId: 'first',
    postId: '12',
    communityId: 'own',
    placeId: 'g1',
    audience: 'followers',
  } as const;

  test('has no choice of where it goes, and says that it replaces what is there', async () => {
    const { background, onSent } = compose(draftView({ did: 'Zo.', communities: [own], corrects }));
    screen.getByRole('heading', { name: 'Verbeter je praktijk' });
    screen.getByText(/^Je verbetering vervangt wat bij Informatiebeheer staat\./);
    expect(screen.queryByLabelText('Wie het kan lezen')).toBeNull();
    type(DID, 'Beter zo.');
    fireEvent.click(button(/^Verbeter bij Informatiebeheer — alleen je volgers$/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
    const order = background.asked.find(({ name }) => name === 'draft:send')?.request;
    expect(order).toMatchObject({ communityId: 'own', placeId: 'g1', audience: 'followers' });
  });

  test('of which the community is no longer connected is kept for it, and for no other', async () => {
    const { background, tools, onSent } = compose(draftView({ did: 'Zo.', corrects }));
    screen.getByText(/^De community van deze praktijk is niet meer verbonden/);
    fireEvent.click(button(/^Verbind een community$/));
    expect(tools.openCommunities).toHaveBeenCalledOnce();
    fireEvent.click(button(/^Bewaar: vertrekt zodra je verbonden bent$/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
    const order = background.asked.find(({ name }) => name === 'draft:send')?.request;
    expect(order).toMatchObject({ communityId: 'own', audience: 'followers' });
  });
});
