import type { Clock } from '@/utils/kernel/clock';
import type { Community } from './community';
import type { Connector } from './connector';
import { discourse } from './connectors/discourse/platform';
import { dokuwiki } from './connectors/dokuwiki/platform';
import { mastodon } from './connectors/mastodon/platform';
import { matrix } from './connectors/matrix/platform';
import { mattermost } from './connectors/mattermost/platform';
import { mediawiki } from './connectors/mediawiki/platform';
import { sharepoint } from './connectors/sharepoint/platform';
import { teams } from './connectors/teams/platform';
import { wordpress } from './connectors/wordpress/platform';
import { yammer } from './connectors/yammer/platform';
import type { Platform } from './platform';

/**
 * Every platform that we speak to, in the order in which an address is tried. Matrix comes last: what stands at an
 * address goes before what it only points to.
 */
export const PLATFORMS: readonly Platform[] = [
  yammer,
  teams,
  sharepoint,
  mastodon,
  mattermost,
  discourse,
  wordpress,
  mediawiki,
  dokuwiki,
  matrix,
];

const BY_ID: ReadonlyMap<string, Platform> = new Map(PLATFORMS.map((platform) => [platform.id, platform]));

/** Null: stored by a version that knew a platform which this one does not. */
export function platformOf(id: string): Platform | null {
  return BY_ID.get(id) ?? null;
}

/** Where people open a community. */
export function pageOf({
  connector,
  origin,
  base = origin,
}: Pick<Community, 'connector' | 'origin' | 'base'>): string {
  return platformOf(connector)?.pageOf?.(base) ?? base;
}

/** Gives the connector of a platform, made once for all that use it. */
export function createConnectors(clock: Clock): (platformId: string) => Connector | null {
  const made = new Map<string, Connector>();
  return (platformId) => {
    const known = made.get(platformId) ?? platformOf(platformId)?.connector(clock) ?? null;
    if (known !== null) made.set(platformId, known);
    return known;
  };
}
