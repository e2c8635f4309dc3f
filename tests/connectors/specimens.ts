import { DISCOURSE } from './discourse/specimen';
import { DOKUWIKI } from './dokuwiki/specimen';
import type { Specimen } from './kit/specimen';
import { MASTODON } from './mastodon/specimen';
import { MATRIX } from './matrix/specimen';
import { MATTERMOST } from './mattermost/specimen';
import { MEDIAWIKI } from './mediawiki/specimen';
import { SHAREPOINT } from './sharepoint/specimen';
import { TEAMS } from './teams/specimen';
import { WORDPRESS } from './wordpress/specimen';
import { YAMMER } from './yammer/specimen';

/** One for each platform of the register: what holds for all of them is tried on each. */
export const SPECIMENS: readonly Specimen[] = [
  YAMMER,
  TEAMS,
  SHAREPOINT,
  MASTODON,
  MATTERMOST,
  DISCOURSE,
  WORDPRESS,
  MEDIAWIKI,
  DOKUWIKI,
  MATRIX,
];
