import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '@/entrypoints/options/App';
import type { DestinationsView, PlatformView, StandingView } from '@/utils/messaging/community-views';
import { communityView } from '../support/composer-views';
import { settingsView } from '../support/settings-view';
import { answerMessages, draw } from './support';

afterEach(cleanup);

const here = communityView({
  id: 'here',
  platform: 'Praatprogramma',
  evidence: { kind: 'contract', against: 'chat.openapi.json' },
  signedInBy: 'token',
  mayDo: ['read', 'write'],
});
const there = communityView({ id: 'there', name: 'Netwerk', origin: 'https://net.example', scope: 'across' });
const chat: PlatformView = {
  id: 'chat',
  title: 'Praatprogramma',
  kind: 'stream',
  evidence: { kind: 'contract', against: 'chat.openapi.json' },
  registration: null,
};
const wiki: PlatformView = {
  id: 'wiki',
  title: 'Wiki',
  kind: 'page',
  evidence: { kind: 'real', against: 'Wiki 1.39' },
  registration: null,
};
const guess: PlatformView = { ...chat, id: 'guess', title: 'Gok', evidence: { kind: 'documentation' } };
const standing = (wishes: Partial<StandingView>): StandingView => ({
  communityId: 'here',
  paused: false,
  waiting: 0,
  needing: 0,
  askedUntil: null,
  maxCharacters: 4_000,
  countsIn: 'utf-16',
  rateLimits: [{ requests: 10, perMs: 30_000 }],
  last: null,
  ...wishes,
});
const NOTHING_SET: DestinationsView = {
  set: [],
  organisation: [],
  choices: [
    { communityId: 'here', name: 'Informatiebeheer', places: [], needsPlace: false },
    {
      communityId: 'there',
      name: 'Netwerk',
      places: [{ id: '9', name: 'E-depot', closed: false }],
      needsPlace: true,
    },
  ],
};

function drawOptions(answers: Parameters<typeof answerMessages>[0] = {}) {
  const sites = [
    {
      origin: 'https://wiki.stad.example',
      system: null,
      chosen: false,
      tries: false,
      granted: true,
      named: 'person',
    } as const,
  ];
  const asked = answerMessages({
    'settings:read': settingsView({ communities: [here, there], sites }),
    'community:standings': [standing({}), standing({ communityId: 'there' })],
    'platforms:read': [chat, guess, wiki],
    'destinations:read': NOTHING_SET,
    ...answers,
  });
  draw(<App />);
  return asked;
}

describe('each community', () => {
  test('says what waits, what arrived last and what it allows', async () => {
    const last = { title: 'Mappen', url: 'https://community.example/1', at: Date.now() - 90_000 };
    drawOptions({ 'community:standings': [standing({ waiting: 3, needing: 1, last })] });
    await screen.findByText('3 berichten vertrekken vanzelf. 1 bericht wacht op jou.');
    expect(screen.getByRole('link', { name: 'Mappen' }).getAttribute('href')).toBe(last.url);
    screen.getByText('Een bericht telt hoogstens 4.000 tekens.');
    screen.getByText('Deelgenoot klopt daar hoogstens 10 keer per 30 seconden aan.');
    screen.getByText('Aangemeld met een toegangscode. Praatprogramma noemt wat je toeliet: read, write.');
    screen.getByText(/Praatprogramma\. Getest met wat het platform zelf over zijn werking publiceert/);
  });

  test('is paused and goes on by itself, and says which one', async () => {
    const asked = drawOptions({
      'community:standings': [standing({}), standing({ communityId: 'there', paused: true, waiting: 2 })],
    });
    await screen.findByText('2 berichten wachten tot je de pauze stopt.');
    fireEvent.click(screen.getByRole('button', { name: 'Pauzeer verzenden: Informatiebeheer' }));
    fireEvent.click(screen.getByRole('button', { name: 'Stop de pauze: Netwerk' }));
    await waitFor(() =>
      expect(asked.filter(({ name }) => name === 'community:pause').map(({ request }) => request)).toEqual([
        { communityId: 'here', paused: true },
        { communityId: 'there', paused: false },
      ]),
    );
  });
});

describe('where it goes by itself', () => {
  test('is set for a site and a verb, and for a place', async () => {
    const asked = drawOptions();
    fireEvent.click(await screen.findByText('Stel iets in'));
    const choose = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    choose('Wat ik deed op', 'https://wiki.stad.example');
    choose('Na', 'edit');
    const goes = screen.getByLabelText('Gaat naar') as HTMLSelectElement;
    expect([...goes.options].map(({ textContent }) => textContent)).toEqual([
      'Informatiebeheer',
      'Netwerk, E-depot',
    ]);
    choose('Gaat naar', '1');
    fireEvent.click(screen.getByRole('button', { name: 'Stel zo in' }));
    const request = { site: 'https://wiki.stad.example', verb: 'edit', communityId: 'there', placeId: '9' };
    await waitFor(() => expect(asked).toContainEqual({ name: 'destination:choose', request }));
  });

  test('is read back in words, and forgotten; what the organisation set stays', async () => {
    const row = { site: null, verb: null, communityId: 'here', placeId: null, placeName: null };
    const asked = drawOptions({
      'destinations:read': {
        ...NOTHING_SET,
        set: [{ ...row, site: 'https://wiki.stad.example', verb: 'edit', communityName: 'Informatiebeheer' }],
        organisation: [
          { ...row, communityId: 'there', placeId: '9', communityName: 'Netwerk', placeName: 'E-depot' },
        ],
      },
    });
    await screen.findByText('gaat naar Informatiebeheer');
    const suggested = screen.getByText('gaat naar Netwerk, E-depot').closest('li') as HTMLElement;
    within(suggested).getByText('Voorstel van je organisatie');
    expect(within(suggested).queryByRole('button')).toBeNull();
    const rule = 'Na het bewerken van iets op wiki.stad.example';
    const forgetting = screen.getAllByRole('button', { name: `Vergeet dit: ${rule}` });
    fireEvent.click(forgetting[0] as HTMLElement);
    const request = { site: 'https://wiki.stad.example', verb: 'edit' };
    await waitFor(() => expect(asked).toContainEqual({ name: 'destination:forget', request }));
  });

  test('is no question while there is one community without places', async () => {
    drawOptions({
      'destinations:read': { set: [], organisation: [], choices: NOTHING_SET.choices.slice(0, 1) },
    });
    await screen.findByText('Met welke platformen Deelgenoot praat');
    expect(screen.queryByText('Waar het vanzelf heen gaat')).toBeNull();
  });
});

test('how sure we are of a platform stands beside its name, honestly', async () => {
  drawOptions();
  const says = (title: string) => screen.getByText(title).closest('li')?.textContent;
  await screen.findByText('Wiki');
  expect(says('Wiki')).toMatch(/echte platform \(Wiki 1\.39\)/);
  expect(says('Praatprogramma')).toMatch(/zelf over zijn werking publiceert, nog niet met een echte server/);
  expect(says('Gok')).toMatch(/Geschreven volgens de documentatie; nog niet/);
});
