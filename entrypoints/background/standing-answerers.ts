import { succeed } from '@/utils/kernel/result';
import type { StandingReplies } from '@/utils/messaging/standing-messages';
import type { Answerers } from './answer-messages';
import * as standings from './answers/standings';
import { chooseDestination, destinationsView } from './destinations';
import type { Sync } from './schedule-sync';
import type { Services } from './services';

/** Who answers about what is connected and where posts go. */
export function standingAnswerers(services: Services, sync: Sync): Pick<Answerers, keyof StandingReplies> {
  return {
    'platforms:read': async () => succeed(standings.platforms()),
    'community:standings': async () => succeed(await standings.readStandings(services)),
    'community:pause': (request) => standings.pause(services, sync, request),
    'community:share': ({ communityId }) => standings.share(services, communityId),
    'destinations:read': async () => succeed(await destinationsView(services)),
    'destination:choose': async ({ site, verb, communityId, placeId }) =>
      succeed(await chooseDestination(services, { site, verb }, { communityId, placeId }).then(() => null)),
    'destination:forget': async (about) =>
      succeed(await chooseDestination(services, about, null).then(() => null)),
  };
}
