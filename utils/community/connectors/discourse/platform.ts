import type { Platform } from '../../platform';
import { createDiscourse } from './connector';
import { recognise } from './recognise';
import { deviceFlow, keyFlow, signOut } from './sign-in';

/** Forums on Discourse, also one that stands under a path of another site. */
export const discourse: Platform = {
  id: 'discourse',
  title: 'Discourse',
  kind: 'stream',
  evidence: { kind: 'contract', against: 'discourse.openapi.json' },
  recognise,
  signsIn: ['device', 'key', 'token'],
  deviceFlow,
  keyFlow,
  signOut,
  tokenPage: (base) => `${base}/admin/api/keys`,
  pasteAdvice: { how: 'administrator' },
  tokenOf: ({ name, secret }) => (name === '' ? secret : `${name}:${secret}`),
  connector: createDiscourse,
};
