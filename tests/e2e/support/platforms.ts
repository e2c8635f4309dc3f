import { DISCOURSE } from '@/tests/connectors/discourse/specimen';
import { DOKUWIKI } from '@/tests/connectors/dokuwiki/specimen';
import type { Specimen } from '@/tests/connectors/kit/specimen';
import { MATRIX } from '@/tests/connectors/matrix/specimen';
import { MATTERMOST } from '@/tests/connectors/mattermost/specimen';
import { MEDIAWIKI } from '@/tests/connectors/mediawiki/specimen';
import { WORDPRESS } from '@/tests/connectors/wordpress/specimen';

/** A platform that people can run themselves, and what they know of it. */
export interface OwnPlatform {
  readonly specimen: Specimen;
  /** What it calls itself; null: people know it by its host. */
  readonly title: string | null;
  /** Where they post, as it is shown; null where there is no choice. */
  readonly place: string | null;
  /** What they paste, and the name that goes with it where there is one. */
  readonly secret: string;
  readonly name?: string;
}

export const CHAT: OwnPlatform = {
  ...{ specimen: MATTERMOST, title: 'Praatplein', place: 'Praktijk', secret: 'secret' },
};

export const FORUM: OwnPlatform = {
  ...{ specimen: DISCOURSE, title: 'Archiefforum', place: 'E-depot', secret: 'secret' },
};

/** Of a server without a name. */
export const ROOM: OwnPlatform = {
  ...{ specimen: MATRIX, title: null, place: 'Praktijk', secret: 'secret' },
};

/** Those that have no limit which connecting uses up. */
export const FAST_STREAMS: readonly OwnPlatform[] = [CHAT, ROOM];

export const STREAMS: readonly OwnPlatform[] = [FORUM, ...FAST_STREAMS];

export const PAGES: readonly OwnPlatform[] = [
  { specimen: WORDPRESS, title: 'Intranet', place: 'Werkwijze', secret: 'abcd efgh', name: 'ann' },
  { specimen: MEDIAWIKI, title: 'Handboek', place: null, secret: 'secret' },
  { specimen: DOKUWIKI, title: 'Handboek', place: 'praktijken', secret: 'geheim', name: 'anna' },
];
