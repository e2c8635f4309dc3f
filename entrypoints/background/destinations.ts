import type { Community } from '@/utils/community/community';
import { pageOf } from '@/utils/community/register';
import type { DestinationRow, DestinationsView } from '@/utils/messaging/community-views';
import type { Rules } from '@/utils/outbox/suggest-destination';
import { originOf } from '@/utils/settings/policy';
import type { DestinationRule, Policy, Settings } from '@/utils/settings/settings';
import type { Services } from './services';

/** What the person and the organisation set about where posts go, as far as that is connected. */
export async function destinationRules(
  services: Pick<Services, 'settings' | 'policy'>,
  communities: readonly Community[],
): Promise<Record<keyof Rules, readonly DestinationRule[]>> {
  const [settings, { policy }] = await Promise.all([services.settings(), services.policy()]);
  return rulesOf(settings, policy, communities);
}

function rulesOf(
  { destinations = [] }: Settings,
  policy: Policy,
  communities: readonly Community[],
): Record<keyof Rules, readonly DestinationRule[]> {
  const organisation = (policy.destinations ?? []).flatMap(({ site, verb, community: address, place }) => {
    const community = communities.find((one) => standsAt(one, address));
    if (community === undefined) return [];
    const placeId = community.places?.find(({ name }) => name === place)?.id ?? null;
    const where = { site: site === undefined ? null : originOf(site), verb: verb ?? null };
    return [{ ...where, communityId: community.id, placeId }];
  });
  return { set: destinations, organisation };
}

function standsAt(community: Community, address: string): boolean {
  const { origin, base = origin } = community;
  const stands = [base, pageOf(community)];
  return stands.includes(address.replace(/\/+$/u, '')) || origin === originOf(address);
}

/** Everything that the options show about where posts go by themselves. */
export async function destinationsView(services: Services): Promise<DestinationsView> {
  const communities = await services.db.communities.orderBy('origin').toArray();
  const { set, organisation } = await destinationRules(services, communities);
  const row = (rule: DestinationRule): DestinationRow => ({ ...rule, ...namesOf(rule, communities) });
  return {
    set: set.map(row),
    organisation: organisation.map(row),
    choices: communities
      .filter(({ kind }) => kind !== 'page') // where conclusions go is chosen with each
      .map(({ id, name, places, needsPlace = false }) => ({
        communityId: id,
        name,
        places: places ?? [],
        needsPlace,
      })),
  };
}

function namesOf(
  { communityId, placeId }: DestinationRule,
  communities: readonly Community[],
): Pick<DestinationRow, 'communityName' | 'placeName'> {
  const community = communities.find(({ id }) => id === communityId);
  const place = community?.places?.find(({ id }) => id === placeId);
  return { communityName: community?.name ?? null, placeName: place?.name ?? null };
}

/** Sets where posts about something go, in the place of what was set for the same; null forgets that. */
export async function chooseDestination(
  services: Pick<Services, 'settings' | 'changeSettings'>,
  about: Pick<DestinationRule, 'site' | 'verb'>,
  goesTo: Pick<DestinationRule, 'communityId' | 'placeId'> | null,
): Promise<void> {
  const { destinations = [] } = await services.settings();
  const others = destinations.filter(({ site, verb }) => site !== about.site || verb !== about.verb);
  await services.changeSettings({
    destinations: goesTo === null ? others : [...others, { ...about, ...goesTo }],
  });
}
