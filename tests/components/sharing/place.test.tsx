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
