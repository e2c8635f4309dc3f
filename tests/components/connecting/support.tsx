import { fireEvent, screen } from '@testing-library/preact';
import { App } from '@/entrypoints/options/App';
import type { PlatformView } from '@/utils/messaging/community-views';
import type { FoundView } from '@/utils/messaging/sign-in-views';
import { communityView } from '../../support/composer-views';
import { settingsView } from '../../support/settings-view';
import { answerMessages, draw } from '../support';

type Answers = Parameters<typeof answerMessages>[0];

const platform: PlatformView = {
  id: 'chat',
  title: 'Praatprogramma',
  kind: 'stream',
  evidence: { kind: 'documentation' },
  registration: {
    page: '/admin/apps',
    applicationType: 'Public client',
    permissions: ['read', 'write'],
    licence: 'Pakket met Praatprogramma',
  },
};
export const community = communityView({ id: 'praat', name: 'Praathuis' });

/** Options in which this is typed as an address. */
export async function typeAddress(answers: Answers) {
  const asked = answerMessages(answers);
  draw(<App />);
  await screen.findByLabelText('Adres van de community');
  type('Adres van de community', 'praat.example');
  return asked;
}

/** Options in which an address was typed at which this is found. */
export async function findAt(found: FoundView, answers: Answers = {}) {
  const all: Answers = {
    'settings:read': settingsView(),
    'platforms:read': [platform],
    'community:sign-ins': [],
    'community:connect': { problem: { code: 'sign-in-choose', detail: 'praat.example' } },
    'community:identify': found,
    'community:sign-in': { state: 'connected', community },
    'community:application': null,
    ...answers,
  };
  const asked = await typeAddress(all);
  press('Verbind en meld aan');
  await screen.findByRole('heading', { name: `Gevonden: ${found.name}` });
  return { asked, all, signIn: () => asked.find(({ name }) => name === 'community:sign-in')?.request };
}

export function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

export function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}
