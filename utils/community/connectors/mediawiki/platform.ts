import type { Platform } from '../../platform';
import { createMediawiki } from './connector';
import { recognise } from './recognise';

/** Wikis that MediaWiki runs, found by their `api.php`. */
export const mediawiki: Platform = {
  id: 'mediawiki',
  title: 'MediaWiki',
  kind: 'page',
  evidence: { kind: 'real', against: 'MediaWiki 1.39.17' },
  recognise,
  signsIn: ['session', 'token'],
  tokenPage: (base) =>
    `${base}/index.php?title=Special:OAuthConsumerRegistration/propose&wpoauthVersion=2&wpownerOnly=1`,
  connector: createMediawiki,
};
