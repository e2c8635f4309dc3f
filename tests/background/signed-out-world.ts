import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createNetwork } from '@/entrypoints/background/network';
import type { Community } from '@/utils/community/community';
import { GRAPH } from '@/utils/community/microsoft/graph';
import { succeed } from '@/utils/kernel/result';
import { aBackground, NOW, popup } from '../support/background-world';
import { aCommunity, must } from '../support/outbox-world';

export const REDIRECT = 'https://abc.chromiumapp.org/';
const ANSWERS: Record<string, unknown> = {
  '/organizations/oauth2/v2.0/token': { access_token: 'new', token_type: 'Bearer' },
  '/v1.0/me': { id: '1', userPrincipalName: 'ann@stad.example' },
  '/v1.0/teams/t/channels/c/messages': { id: '7', webUrl: 'https://teams.microsoft.com/7' },
};
export const TEAMS = aCommunity({
  ...{ connector: 'teams', origin: new URL(GRAPH).origin, base: GRAPH },
  ...{ signedInBy: 'oauth', signInName: 'ann@stad.example', signedOut: true },
  ...{ needsPlace: true, places: [{ id: 't/c', name: 'Archief', closed: false }] },
});

/** Somebody whose sign-in at Teams has ended, with a post that waits for it. */
export async function aWorld(changes: Partial<Community> = {}) {
  const { db, services, ask } = aBackground();
  const network = createNetwork(db, services.clock, async ({ url }) =>
    succeed({ status: 200, headers: {}, text: JSON.stringify(ANSWERS[new URL(url).pathname]) }),
  );
  let now = NOW;
  Object.assign(services, network, { clock: () => now });
  await services.changeSettings({
    applications: [{ platform: 'teams', address: null, clientId: 'given', tenant: null }],
  });
  await db.communities.put(TEAMS);
  await send(ask, TEAMS.id);
  const community = { ...TEAMS, ...changes };
  await db.communities.put(community);
  const later = (ms: number): void => {
    now += ms;
  };
  return { db, services, community, later };
}

/** Sends what waits from then on: the sign-in has ended. */
async function send(ask: ReturnType<typeof aBackground>['ask'], communityId: string): Promise<void> {
  const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
  const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
  const practice = { ...draft.practice, title: 'Mappen', did: 'Zo deed ik het.' };
  const change = { draftId, revision: draft.revision, practice, communityId };
  const { revision, preview } = must(await ask<'draft:save'>('draft:save', change, popup));
  const where = { communityId, placeId: 't/c', audience: 'members' };
  must(await ask('draft:send', { draftId, revision, text: preview.text, ...where }, popup));
}

export const launch = () => vi.mocked(fakeBrowser.identity.launchWebAuthFlow);
export const letsIn = async ({ url }: { url: string }) =>
  `${REDIRECT}?code=c&state=${new URL(url).searchParams.get('state')}`;
