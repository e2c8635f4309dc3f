import { basicOf } from '../../basic';
import type { Platform } from '../../platform';
import { createDokuwiki } from './connector';
import { recognise } from './recognise';

/** Wikis that DokuWiki runs, where their administrator switched the remote API on. */
export const dokuwiki: Platform = {
  id: 'dokuwiki',
  title: 'DokuWiki',
  kind: 'page',
  evidence: { kind: 'real', against: 'DokuWiki 2022-07-31b' },
  recognise,
  signsIn: ['token', 'session'],
  tokenPage: (base) => `${base}/doku.php?do=profile`,
  // Who gives no name has pasted the token that a profile shows since 2024.
  tokenOf: ({ name, secret }) => (name === '' ? `Bearer ${secret}` : basicOf({ name, secret })),
  takesPassword: true,
  connector: createDokuwiki,
};
