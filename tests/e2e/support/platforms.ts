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

/** One on which people answer each other. */
export interface OwnStream extends OwnPlatform {
  /** Who answers and thanks there, as people read it. */
  readonly colleague: string;
  /** What the link to a post there looks like. */
  readonly postLink: RegExp;
}

export const CHAT: OwnStream = {
  ...{ specimen: MATTERMOST, title: 'Praatplein', place: 'Praktijk', secret: 'secret' },
  ...{ colleague: 'ben', postLink: /\/praat\/[^/]+\/pl\/\w+$/u },
};

export const FORUM: OwnStream = {
  ...{ specimen: DISCOURSE, title: 'Archiefforum', place: 'E-depot', secret: 'secret' },
  ...{ colleague: 'Ben', postLink: /\/forum\/t\/(?:[^/]+\/)?\d+\/2$/u },
};

/** Of a server without a name. */
export const ROOM: OwnStream = {
  ...{ specimen: MATRIX, title: null, place: 'Praktijk', secret: 'secret' },
  ...{ colleague: 'Ben Peeters', postLink: /^https:\/\/matrix\.to\/#\// },
};

export const STREAMS: readonly OwnStream[] = [FORUM, CHAT, ROOM];

export const PAGES: readonly OwnPlatform[] = [
  { specimen: WORDPRESS, title: 'Intranet', place: 'Werkwijze', secret: 'abcd efgh', name: 'ann' },
  { specimen: MEDIAWIKI, title: 'Handboek', place: null, secret: 'secret' },
  { specimen: DOKUWIKI, title: 'Handboek', place: 'praktijken', secret: 'geheim', name: 'anna' },
];
