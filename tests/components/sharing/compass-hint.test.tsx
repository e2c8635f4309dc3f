import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { CompassView } from '@/utils/messaging/views';
import { draftView } from '../../support/fake-background';
import { button, compose, DID, own, type } from './support';

afterEach(cleanup);

/** The sentence with its reason; what is said aloud has none. */
const HINT = /^Dit hoort misschien bij .+, omdat/;

const helpdesk: CompassView = {
  kind: 'helpdesk',
  channel: 'ICT-loket',
  link: 'https://ict.stad.example/',
  because: 'Daar ziet de hele ploeg je vraag.',
  cues: ['printer', 'loopt vast'],
};

function composeWith(compass: CompassView | null) {
  const view = draftView({ communities: [own], did: 'De printer loopt vast' });
  return compose({ ...view, preview: { ...view.preview, compass } });
}

test('says where the text may belong, with the words that say so, the reason of the organisation and a link', () => {
  composeWith(helpdesk);
  screen.getByText(
    'Dit hoort misschien bij ICT-loket, omdat het om hulp met een toestel of programma lijkt te gaan: je schreef “printer” en “loopt vast”.',
  );
  screen.getByText('Daar ziet de hele ploeg je vraag.');
  const link = screen.getByRole('link', { name: 'Open ICT-loket' });
  expect(link.getAttribute('href')).toBe('https://ict.stad.example/');
});

test('says nothing where there is nothing to say', () => {
  composeWith(null);
  expect(screen.queryByText(HINT)).toBeNull();
});

test('names a channel without a link or a reason too', () => {
  composeWith({ ...helpdesk, link: null, because: null });
  screen.getByText(/^Dit hoort misschien bij ICT-loket, omdat/);
  expect(screen.queryByRole('link', { name: /ICT-loket/ })).toBeNull();
});

test('keeps nobody from sending', async () => {
  const { onSent, background } = composeWith(helpdesk);
  fireEvent.click(button(/^Verstuur/));
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(background.sent).toHaveLength(1);
});

test('goes when the person shares here anyway, and tells the background, so that it does not come back', async () => {
  const { background } = composeWith(helpdesk);
  const stay = button(/^Toch hier delen$/);
  stay.focus();
  fireEvent.click(stay);
  expect(screen.queryByText(HINT)).toBeNull();
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  await waitFor(() =>
    expect(background.asked).toContainEqual({ name: 'compass:stay', request: { draftId: 'draft' } }),
  );
  background.compass = { ...helpdesk, cues: ['printer', 'wachtwoord'] };
  type(DID, 'De printer loopt vast en mijn wachtwoord is verlopen');
  await waitFor(() => expect(background.practice.did).toContain('wachtwoord'));
  expect(screen.queryByText(HINT)).toBeNull();
});

test('comes while one writes', async () => {
  const { background } = composeWith(null);
  background.compass = { ...helpdesk, kind: 'personnel', channel: 'Personeelsdienst', cues: ['verlof'] };
  type(DID, 'Hoeveel verlof heb ik nog?');
  await screen.findByText(
    /^Dit hoort misschien bij Personeelsdienst, omdat het over je verlof, loon of loopbaan/,
  );
});
