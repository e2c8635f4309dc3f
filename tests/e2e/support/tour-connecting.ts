import type { Page } from 'playwright-core';
import { communityView } from '@/tests/support/composer-views';
import { settingsView } from '@/tests/support/settings-view';
import { foundView, pendingCode, pendingKey, wayView } from '@/tests/support/sign-in-views';
import type { DestinationsView, PlatformView, StandingView } from '@/utils/messaging/community-views';
import type { FoundView } from '@/utils/messaging/sign-in-views';
import { type Answers, openAnswered } from './stand-in';
import type { Tour } from './tour';

const ADDRESS = 'praat.oevermeer.example';
const REGISTERED: PlatformView = {
  id: 'chat',
  title: 'Praatprogramma',
  kind: 'stream',
  evidence: { kind: 'documentation' },
  registration: {
    page: 'https://aanmelden.example/apps',
    applicationType: 'Single-page application (SPA)',
    permissions: ['Messages.Send', 'Community.Read.All'],
    licence: 'Praat 365',
  },
};
const PLATFORMS: readonly PlatformView[] = [
  REGISTERED,
  {
    ...{ id: 'forum', title: 'Forum', kind: 'stream', registration: null },
    evidence: { kind: 'contract', against: 'forum.openapi.json' },
  },
  {
    ...{ id: 'wiki', title: 'Wiki', kind: 'page', registration: null },
    evidence: { kind: 'real', against: 'Wiki 1.39.17' },
  },
];
const oauth = wayView({
  needs: ['client-id', 'tenant'],
  signsInAt: 'https://aanmelden.example',
  asksFor: ['access_as_user', 'offline_access'],
});
const token = wayView({
  way: 'token',
  needs: ['secret'],
  tokenPage: 'https://praat.oevermeer.example/tokens',
});

/** What people see of platforms that nobody can run here: what was found, and each way to sign in. */
export async function connecting(stops: Tour): Promise<void> {
  await findings(stops, 'register', foundView({ ways: [oauth, token] }), async (page, t) => {
    await page.getByText(t('connect.register')).click();
  });
  const byPolicy = { clientId: '0f3c-77', tenant: 'oevermeer.example', byPolicy: true };
  await findings(stops, 'policy', foundView({ ways: [{ ...oauth, needs: [], application: byPolicy }] }));
  await findings(stops, 'token', foundView({ ways: [token] }), async (page, t) => {
    await page.getByRole('button', { name: t('connect.start-pasted') }).click();
    await page.getByText(t('ui.token-missing')).waitFor();
  });
  await findings(stops, 'code', foundView({ ways: [wayView({ way: 'device' })] }), async (page, t) => {
    await page.getByRole('button', { name: t('connect.start-device') }).click();
    await page.getByRole('button', { name: t('connect.stop') }).waitFor();
  });
  await findings(stops, 'expired', foundView({ ways: [wayView({ way: 'device' })] }), async (page, t) => {
    await page.getByRole('button', { name: t('connect.start-device') }).click();
    await page.getByRole('button', { name: t('connect.begin-again') }).waitFor();
  });
  await findings(stops, 'key', foundView({ ways: [wayView({ way: 'key' })] }), async (page, t) => {
    await page.getByRole('button', { name: t('connect.start-key') }).click();
    await page.getByLabel(t('connect.key'), { exact: true }).waitFor();
  });
  await several(stops);
}

async function findings(
  { world: { context, t }, look }: Tour,
  name: 'register' | 'policy' | 'token' | 'code' | 'expired' | 'key',
  found: FoundView,
  goOn: (page: Page, t: Tour['world']['t']) => Promise<void> = async () => undefined,
): Promise<void> {
  const askAgainMs = name === 'expired' ? 100 : 600_000;
  const begun = name === 'key' ? pendingKey() : pendingCode({ askAgainMs });
  const page = await openAnswered(context, 'options.html', {
    'community:connect': { problem: { code: 'sign-in-choose', detail: ADDRESS } },
    'community:identify': found,
    'community:sign-in': begun,
    'community:sign-in-step': { problem: { code: 'sign-in-expired', detail: ADDRESS } },
    'community:sign-ins': [],
    'platforms:read': PLATFORMS,
  });
  await page.getByLabel(t('options.address')).fill(ADDRESS);
  await page.getByRole('button', { name: t('options.connect-action') }).click();
  await page.getByRole('heading', { name: t('connect.found', { name: found.name }) }).waitFor();
  await goOn(page, t);
  await look(`options-connect-${name}`, page);
  await page.close();
}

const ours = communityView({ id: 'ours', name: 'Oevermeer deelt', platform: 'Praatprogramma' });
const theirs = communityView({
  ...{ id: 'theirs', name: 'Netwerk Informatiebeheer', scope: 'across' },
  ...{ platform: 'Forum', signedInBy: 'token', mayDo: ['read', 'write'] },
  evidence: { kind: 'contract', against: 'forum.openapi.json' },
});
const standing = (communityId: string, wishes: Partial<StandingView>): StandingView => ({
  ...{ communityId, paused: false, waiting: 0, needing: 0, askedUntil: null, last: null },
  ...{ maxCharacters: 16_383, countsIn: 'code-points', rateLimits: [{ requests: 20, perMs: 60_000 }] },
  ...wishes,
});
const DESTINATIONS: DestinationsView = {
  set: [
    {
      ...{ site: 'https://dms.oevermeer.example', verb: 'move', communityId: 'theirs', placeId: '9' },
      ...{ communityName: theirs.name, placeName: 'E-depot' },
    },
  ],
  organisation: [
    {
      ...{ site: null, verb: null, communityId: 'ours', placeId: null },
      ...{ communityName: ours.name, placeName: null },
    },
  ],
  choices: [
    { communityId: 'ours', name: ours.name, places: [], needsPlace: false },
    {
      ...{ communityId: 'theirs', name: theirs.name, needsPlace: true },
      places: [{ id: '9', name: 'E-depot', closed: false }],
    },
  ],
};

/** Two communities, one of them paused, and where posts go by themselves. */
async function several({ world: { context, t, language }, look }: Tour): Promise<void> {
  const last = { title: 'Eén map per dossier', url: 'https://praat.oevermeer.example/1', at: Date.now() };
  const answers: Answers = {
    'settings:read': settingsView({ language, communities: [ours, theirs] }),
    'community:standings': [
      standing('ours', { waiting: 2, last }),
      standing('theirs', { paused: true, waiting: 3, needing: 1 }),
    ],
    'destinations:read': DESTINATIONS,
    'platforms:read': PLATFORMS,
  };
  const page = await openAnswered(context, 'options.html', answers);
  await page.getByText(t('options.limits')).last().click();
  await page.getByText(t('options.destination-add')).click();
  await page.getByRole('button', { name: t('options.destination-save') }).waitFor();
  await look('options-several', page);
  await page.close();
}

/** A community that makes no invitations is told of by its address. */
export async function tellingOf({ world: { context, t }, community, look }: Tour): Promise<void> {
  const patch = { name: 'overview:read', communities: { canInvite: false } } as const;
  const popup = await openAnswered(context, 'popup.html', {}, patch);
  await popup.getByRole('button', { name: t('popup.share-make', { community: community.name }) }).click();
  await popup.getByLabel(t('popup.invite-text'), { exact: true }).waitFor();
  await look('popup-told', popup);
  await popup.close();
}
