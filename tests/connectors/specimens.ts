import { DOKUWIKI } from './dokuwiki/specimen';
import type { Specimen } from './kit/specimen';
import { MASTODON } from './mastodon/specimen';
import { MEDIAWIKI } from './mediawiki/specimen';
import { WORDPRESS } from './wordpress/specimen';

/** One for each platform of the register: what holds for all of them is tried on each. */
export const SPECIMENS: readonly Specimen[] = [MASTODON, MEDIAWIKI, DOKUWIKI, WORDPRESS];
