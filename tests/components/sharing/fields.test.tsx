import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { draftView } from '../../support/fake-background';
import { button, compose, DID, own, type } from './support';

afterEach(cleanup);

const field = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label);

describe('one question first', () => {
  test('has the focus; the other two may stay empty, and the title proposes itself', async () => {
    const { background, onSent } = compose(draftView({ communities: [own], title: '' }));
    expect(document.activeElement).toBe(field(DID));
    for (const label of ['Wat was de aanleiding?', 'Wat zou je anders doen?']) {
      const described = field(label).getAttribute('aria-describedby') ?? '';
      expect(document.getElementById(described)?.textContent).toBe('mag leeg blijven');
    }
    type(DID, 'Eerst de rechten nagekeken');
    await waitFor(() => expect(field('Titel').value).toBe('Eerst de rechten nagekeken'));
    expect(background.practice.title).toBe('');
    fireEvent.click(button(/^Verstuur/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  });

  test('a title of one’s own stays, and emptied it stays empty until the person leaves it', async () => {
    const { background } = compose(draftView({ title: '' }));
    type(DID, 'Eerst dit');
    await waitFor(() => expect(field('Titel').value).toBe('Eerst dit'));
    type('Titel', '');
    expect(field('Titel').value).toBe('');
    type('Titel', 'Rechten');
    type(DID, 'Eerst dat');
    await waitFor(() => expect(background.practice).toMatchObject({ title: 'Rechten', did: 'Eerst dat' }));
    expect(field('Titel').value).toBe('Rechten');
    type('Titel', '');
    fireEvent.focusOut(field('Titel'));
    await waitFor(() => expect(field('Titel').value).toBe('Eerst dat'));
  });

  test('the proposal stands still while somebody is in it', async () => {
    compose(draftView({ title: '' }));
    type(DID, 'Eerst dit');
    await waitFor(() => expect(field('Titel').value).toBe('Eerst dit'));
    type(DID, 'Eerst dat');
    fireEvent.focusIn(field('Titel'));
    await screen.findByText('Bewaard');
    expect(field('Titel').value).toBe('Eerst dit');
    fireEvent.focusOut(field('Titel'));
    expect(field('Titel').value).toBe('Eerst dat');
  });

  test.each([
    ['Kort', 'Deze community wil een titel van minstens 15 tekens. Zeg er iets meer in.'],
    ['x'.repeat(21), 'Deze community neemt titels van hoogstens 20 tekens. Kort de titel in.'],
  ])(
    'a title “%s” that the community does not take is said at Send, where it stands',
    async (title, said) => {
      const strict = { ...own, titleLimits: { least: 15, most: 20 } };
      const { onSent } = compose(draftView({ communities: [strict], title: '' }));
      type(DID, 'Eerst de rechten nagekeken');
      type('Titel', title);
      await screen.findByText('Bewaard');
      fireEvent.click(button(/^Verstuur/));
      await screen.findByText(said);
      expect(field('Titel').getAttribute('aria-invalid')).toBe('true');
      await waitFor(() => expect(document.activeElement).toBe(field('Titel')));
      type('Titel', 'Eerst de rechten');
      await waitFor(() => expect(screen.queryByText(said)).toBeNull());
      fireEvent.click(button(/^Verstuur/));
      await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
    },
  );

  test('a page’s title in the title asks whether there is a name in it', () => {
    const page = { title: 'Dossier Jan Peeters', link: null };
    compose(draftView({ communities: [own], page, title: 'Over Dossier Jan Peeters' }));
    screen.getByText('Staat hier een naam in?');
    type('Titel', 'Over een dossier');
    expect(screen.queryByText('Staat hier een naam in?')).toBeNull();
  });
});

describe('beginnings', () => {
  const templates = [{ name: 'Een map opruimen', did: 'Ik ruimde …', why: 'Omdat …', tip: '' }];

  test('fill what is empty, never what was typed, and can be undone', async () => {
    const { background } = compose(draftView({ templates }));
    type('Wat was de aanleiding?', 'Mijn reden');
    fireEvent.click(within(screen.getByRole('group', { name: 'Begin met …' })).getByRole('button'));
    expect(field(DID).value).toBe('Ik ruimde …');
    expect(field('Wat was de aanleiding?').value).toBe('Mijn reden');
    expect(document.activeElement).toBe(field(DID));
    expect(screen.queryByRole('group', { name: 'Begin met …' })).toBeNull();
    fireEvent.click(button(/^Ongedaan maken$/));
    await waitFor(() => expect(background.practice).toMatchObject({ did: '', why: 'Mijn reden' }));
    expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull();
    expect(document.activeElement).toBe(field(DID));
  });

  test('cannot be undone once it was written on: what was typed stays', async () => {
    compose(draftView({ templates }));
    fireEvent.click(button(/^Een map opruimen$/));
    type(DID, 'Ik ruimde de zolder op');
    fireEvent.click(button(/^Ongedaan maken$/));
    expect(field(DID).value).toBe('Ik ruimde de zolder op');
    expect(field('Wat was de aanleiding?').value).toBe('');
    await screen.findByText('Bewaard');
  });
});

describe('formatting', () => {
  const bar = () => within(screen.getAllByRole('toolbar', { name: 'Opmaak' })[0] as HTMLElement);

  test('by button marks what is selected, and takes the mark away again', async () => {
    const { background } = compose();
    type(DID, 'Eerst rechten');
    field(DID).setSelectionRange(0, 5);
    fireEvent.click(bar().getByRole('button', { name: 'Vet' }));
    expect(field(DID).value).toBe('**Eerst** rechten');
    await waitFor(() => expect(background.practice.did).toBe('**Eerst** rechten'));
    expect(document.activeElement).toBe(field(DID));
    fireEvent.click(bar().getByRole('button', { name: 'Vet' }));
    expect(field(DID).value).toBe('Eerst rechten');
  });

  test('by key, also in a list that goes on with Enter', () => {
    compose();
    type(DID, 'een');
    field(DID).setSelectionRange(3, 3);
    fireEvent.keyDown(field(DID), { key: '*', code: 'Digit8', ctrlKey: true, shiftKey: true });
    fireEvent.keyDown(field(DID), { key: 'Enter', code: 'Enter' });
    expect(field(DID).value).toBe('- een\n- ');
  });

  test('is one stop for Tab, and the arrows go along it', () => {
    compose();
    const [strong, emphasis, list] = bar().getAllByRole('button');
    strong?.focus();
    for (const [key, there] of [
      ['ArrowRight', emphasis],
      ['End', list],
      ['ArrowRight', strong],
      ['ArrowLeft', list],
      ['Home', strong],
    ] as const) {
      fireEvent.keyDown(document.activeElement as Element, { key });
      expect(document.activeElement).toBe(there);
      expect(
        bar()
          .getAllByRole('button')
          .filter(({ tabIndex }) => tabIndex === 0),
      ).toEqual([there]);
    }
  });
});

describe('topics', () => {
  const suggestedTopics = ['selectie', 'e-depot', 'metadata'];

  test('are suggested, fit what is typed, and one press adds one', async () => {
    const { background } = compose(draftView({ suggestedTopics }));
    type('Onderwerpen', 'sel');
    expect(screen.queryByRole('button', { name: 'Voeg toe: metadata' })).toBeNull();
    fireEvent.click(button(/^Voeg toe: selectie$/));
    await waitFor(() => expect(background.practice.topics).toEqual(['selectie']));
    expect(field('Onderwerpen').value).toBe('');
    expect(document.activeElement).toBe(field('Onderwerpen'));
    expect(screen.queryByRole('button', { name: 'Voeg toe: selectie' })).toBeNull();
  });

  test('what is typed waits while the focus is on a suggestion', () => {
    compose(draftView({ suggestedTopics }));
    type('Onderwerpen', 'sel');
    fireEvent.focusOut(field('Onderwerpen'), { relatedTarget: button(/^Voeg toe: selectie$/) });
    expect(screen.queryByRole('button', { name: 'sel verwijderen' })).toBeNull();
  });

  test('one that was removed comes back', async () => {
    const { background } = compose();
    type('Onderwerpen', 'rechten,e-depot,');
    fireEvent.click(button(/^rechten verwijderen$/));
    fireEvent.click(button(/^Ongedaan maken$/));
    await waitFor(() => expect(background.practice.topics).toEqual(['rechten', 'e-depot']));
  });
});
