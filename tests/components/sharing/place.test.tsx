import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
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
});
