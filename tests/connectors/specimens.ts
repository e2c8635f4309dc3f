import { DISCOURSE } from './discourse/specimen';
import { DOKUWIKI } from './dokuwiki/specimen';
import type { Specimen } from './kit/specimen';
import { MASTODON } from './mastodon/specimen';
import { MATTERMOST } from './mattermost/specimen';
import { MEDIAWIKI } from './mediawiki/specimen';
import { WORDPRESS } from './wordpress/specimen';

/** One for each platform of the register: what holds for all of them is tried on each. */
export const SPECIMENS: readonly Specimen[] = [
  MASTODON,
  MATTERMOST,
  DISCOURSE,
  MEDIAWIKI,
  DOKUWIKI,
  WORDPRESS,
];
