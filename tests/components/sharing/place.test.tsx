import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draftView } from '../../support/fake-background';
import { button, compose, own } from './support';

afterEach(cleanup);

describe('a place to share in', () => {
  test('names the place that was chosen', () => {
    const places = { own: [{ id: 'g1', name: 'E-depot', closed: false }] };
    compose(draftView({ communities: [own], places }));
    fireEvent.change(screen.getByLabelText('Plaats'), { target: { value: 'g1' } });
    button(/^Verstuur naar Informatiebeheer, E-depot — alle leden$/);
  });

  test('in a closed place only its members read along, and nothing else can be chosen', () => {
    const places = { own: [{ id: 'g1', name: 'Directie', closed: true }] };
    compose(draftView({ communities: [{ ...own, audiences: ['members', 'followers'] }], places }));
    fireEvent.change(screen.getByLabelText('Plaats'), { target: { value: 'g1' } });
    button(/^Verstuur naar Informatiebeheer, Directie — de leden van deze plaats$/);
    expect(screen.queryByLabelText('Wie het kan lezen')).toBeNull();
  });

  test('stays the one that was chosen when it goes from the list: never the whole community instead', async () => {
    const places = { own: [{ id: 'g1', name: 'Directie', closed: true }] };
    const { background } = compose(draftView({ communities: [own], places, did: 'Zo' }));
    fireEvent.change(screen.getByLabelText('Plaats'), { target: { value: 'g1' } });
    background.places = {};
    await fakeBrowser.runtime.sendMessage({ event: 'changed' });
    await waitFor(() => expect(background.asked.map(({ name }) => name)).toContain('draft:open'), {
      timeout: 3_000,
    });
    await new Promise((resume) => setTimeout(resume, 50)); // what was answered is drawn
    expect((screen.getByLabelText('Plaats') as HTMLSelectElement).value).toBe('g1');
    fireEvent.click(button(/^Verstuur naar Informatiebeheer, Directie — de leden van deze plaats$/));
    await waitFor(() => expect(background.sent).toHaveLength(1));
    const order = background.asked.find(({ name }) => name === 'draft:send')?.request;
    expect(order).toMatchObject({ placeId: 'g1', audience: 'followers' });
  });
});

describe('a community in which every post stands in a place', () => {
  const strict = { ...own, needsPlace: true };
  const two = [
    { id: 'g1', name: 'E-depot', closed: false },
    { id: 'g2', name: 'Scannen', closed: false },
  ];

  test('asks for one before it sends, and says so in words', async () => {
    const view = draftView({ communities: [strict], places: { own: two }, did: 'Zo' });
    const { background } = compose(view);
    screen.getByRole('option', { name: 'Kies een plaats' });
    expect(screen.queryByRole('option', { name: /^Voor iedereen/ })).toBeNull();
    fireEvent.click(button(/^Verstuur naar Informatiebeheer/));
    await screen.findByText('Kies eerst een plaats.');
    expect(background.sent).toEqual([]);
    fireEvent.change(screen.getByLabelText('Plaats'), { target: { value: 'g2' } });
    await waitFor(() => expect(screen.queryByText('Kies eerst een plaats.')).toBeNull());
    fireEvent.click(button(/^Verstuur naar Informatiebeheer, Scannen/));
    await waitFor(() => expect(background.sent).toHaveLength(1));
  });

  test('takes the only one there is', () => {
    compose(draftView({ communities: [strict], places: { own: two.slice(1) }, did: 'Zo' }));
    button(/^Verstuur naar Informatiebeheer, Scannen/);
  });

  test('says what to do where there is none', () => {
    compose(draftView({ communities: [strict], did: 'Zo' }));
    screen.getByText(/nog geen plaats waar jij mag schrijven/);
  });
});
