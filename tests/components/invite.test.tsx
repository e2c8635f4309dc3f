import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { InviteCard } from '@/components/community/InviteCard';
import type { Invitation } from '@/utils/community/connector';
import { fail, succeed } from '@/utils/kernel/result';
import { communityView } from '../support/fake-background';
import { draw } from './support';

afterEach(cleanup);

const URL_MADE = 'https://community.example/invitation/geheim';
const share = (language: string) => ({
  mail: `mailto:?subject=${language}`,
  facebook: 'https://www.facebook.com/sharer/sharer.php?u=x',
  linkedin: 'https://www.linkedin.com/sharing/share-offsite/?url=x',
  teams: 'https://teams.microsoft.com/share?href=x',
  whatsapp: 'https://wa.me/?text=x',
});
const MADE: Invitation = {
  kind: 'made',
  url: URL_MADE,
  messages: [
    { language: 'nl', subject: 'Kom', text: `Lees mee <b>: ${URL_MADE}`, share: share('nl') },
    { language: 'fr', subject: 'Venez', text: `Lisez : ${URL_MADE}`, share: share('fr') },
    { language: 'en', subject: 'Come', text: `Read along: ${URL_MADE}`, share: share('en') },
  ],
};
const inviting = communityView({ canInvite: true });
const MAKE = 'Maak een uitnodiging voor Informatiebeheer';

function drawCard(answer: Invitation, language: 'nl' | 'en' = 'nl') {
  const onInvite = vi.fn(() => Promise.resolve(succeed(answer)));
  const copy = vi.fn(() => Promise.resolve(null));
  draw(<InviteCard communities={[inviting]} onInvite={onInvite} onShare={vi.fn()} copy={copy} />, language);
  return { onInvite, copy };
}

test.each([
  ['that makes invitations', communityView({ canInvite: true, signedOut: true })],
  ['that makes none', communityView({ signedOut: true })],
])('for a community %s there is nothing while its sign-in has expired', (_what, community) => {
  draw(<InviteCard communities={[community]} onInvite={vi.fn()} onShare={vi.fn()} copy={vi.fn()} />);
  expect(screen.queryByRole('heading')).toBeNull();
});

test('one that makes no invitations is told of with its address, by plain links', async () => {
  const messages = MADE.kind === 'made' ? MADE.messages : [];
  const onShare = vi.fn(async () => succeed({ url: 'https://community.example', messages }));
  const copy = vi.fn(() => Promise.resolve(null));
  draw(<InviteCard communities={[communityView()]} onInvite={vi.fn()} onShare={onShare} copy={copy} />);
  expect(screen.queryByRole('button', { name: MAKE })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Vertel een collega over Informatiebeheer' }));
  await screen.findByText(/Informatiebeheer maakt zelf geen uitnodigingen/);
  expect(onShare).toHaveBeenCalledExactlyOnceWith('community');
  expect(screen.getByRole('link', { name: 'Teams' }).getAttribute('href')).toMatch(/^https:\/\/teams/);
  fireEvent.click(screen.getByRole('button', { name: 'Kopieer de tekst' }));
  await waitFor(() => expect(copy).toHaveBeenCalledWith(messages[0]?.text));
});

test('one click makes a link; link and text are there to copy, as text', async () => {
  const { onInvite, copy } = drawCard(MADE);
  const button = screen.getByRole('button', { name: MAKE });
  button.focus();
  fireEvent.click(button);
  const link = await screen.findByRole('textbox', { name: 'De link' });
  expect(onInvite).toHaveBeenCalledExactlyOnceWith('community');
  expect(link).toHaveProperty('value', URL_MADE);
  expect(link).toHaveProperty('readOnly', true);
  expect(screen.getByRole('textbox', { name: 'De tekst' })).toHaveProperty(
    'value',
    `Lees mee <b>: ${URL_MADE}`,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Kopieer de link' }));
  await waitFor(() => expect(copy).toHaveBeenCalledWith(URL_MADE));
  fireEvent.click(screen.getByRole('button', { name: 'Kopieer de tekst' }));
  await waitFor(() => expect(copy).toHaveBeenCalledWith(`Lees mee <b>: ${URL_MADE}`));
  expect(screen.queryByRole('button', { name: MAKE })).toBeNull();
  const heading = screen.getByRole('heading', { name: 'Nodig een collega uit' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
});

test('the text begins in the own language, and another can be chosen, also for the mail', async () => {
  drawCard(MADE, 'en');
  fireEvent.click(screen.getByRole('button', { name: 'Make an invitation to Informatiebeheer' }));
  const text = await screen.findByRole('textbox', { name: 'The text' });
  expect(text).toHaveProperty('value', `Read along: ${URL_MADE}`);
  const languages = screen.getByRole('combobox', { name: 'Language of the text' });
  expect([...languages.children].map((option) => option.textContent)).toEqual([
    'Nederlands',
    'Français',
    'English',
  ]);
  fireEvent.change(languages, { target: { value: 'fr' } });
  expect(screen.getByRole('textbox', { name: 'The text' })).toHaveProperty('value', `Lisez : ${URL_MADE}`);
  expect(screen.getByRole('link', { name: 'Email' }).getAttribute('href')).toBe('mailto:?subject=fr');
});

test('is shared by plain links that open elsewhere and learn nothing of this page', async () => {
  drawCard(MADE);
  fireEvent.click(screen.getByRole('button', { name: MAKE }));
  await screen.findByRole('textbox', { name: 'De link' });
  for (const name of ['E-mail', 'Facebook', 'LinkedIn', 'Teams', 'WhatsApp']) {
    const link = screen.getByRole('link', { name });
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  }
  const list = screen.getByRole('link', { name: 'Bekijk of stop je uitnodigingen' });
  expect(list.getAttribute('href')).toBe('https://community.example/invitations');
});

test('too early says how much there is, and can be tried again', async () => {
  const { onInvite } = drawCard({ kind: 'too-early', readable: 1, needed: 3 });
  fireEvent.click(screen.getByRole('button', { name: MAKE }));
  await screen.findByText(/in Informatiebeheer staat 1 praktijk en uitnodigen kan vanaf 3/);
  fireEvent.click(screen.getByRole('button', { name: MAKE }));
  await waitFor(() => expect(onInvite).toHaveBeenCalledTimes(2));
});

test('what fails is said beside the button', async () => {
  const failed = fail({ code: 'invite-signed-out', detail: 'Informatiebeheer' } as const);
  draw(
    <InviteCard
      communities={[inviting]}
      onInvite={() => Promise.resolve(failed)}
      onShare={vi.fn()}
      copy={vi.fn()}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: MAKE }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Informatiebeheer laat dit niet toe/);
});
